// Reading the data of a record: a walk over the fields that the type table lists, each read by the
// function of its kind. Correct data takes no detour: no allocation, no copy but into `out`.
#include "dns/rdata.h"

#include "dns/octets.h"
#include "dns/reader.h"

#include <cstring>

namespace zonevet {

bool RdataBuffer::append(const void* octets, std::size_t count)
{
    if (count > limit - size_)
        return false;
    std::memcpy(bytes_ + size_, octets, count);
    size_ += count;
    return true;
}

bool RdataBuffer::append_u8(std::uint8_t value)
{
    if (size_ >= limit)
        return false;
    bytes_[size_++] = static_cast<char>(value);
    return true;
}

bool RdataBuffer::append_u16(std::uint16_t value)
{
    if (limit - size_ < 2)
        return false;
    write_u16(bytes_ + size_, value);
    size_ += 2;
    return true;
}

bool RdataBuffer::append_u32(std::uint32_t value)
{
    if (limit - size_ < 4)
        return false;
    write_u32(bytes_ + size_, value);
    size_ += 4;
    return true;
}

namespace {

bool takes_quotes(FieldKind kind)
{
    return kind == FieldKind::string || kind == FieldKind::strings || kind == FieldKind::text_rest ||
           kind == FieldKind::special;
}

// Quotes are for character-strings (RFC 1035 5.1); BIND and Knot take them nowhere else.
[[gnu::noinline]] bool quoted_word(DataReader& reader)
{
    Mistake mistake = Mistake::value_invalid;
    switch (reader.field->kind) {
    case FieldKind::name:
    case FieldKind::mailbox:
        mistake = Mistake::name_quoted;
        break;
    case FieldKind::ip4:
    case FieldKind::ip6:
    case FieldKind::eui48:
    case FieldKind::eui64:
    case FieldKind::nsap:
    case FieldKind::locator64:
        mistake = Mistake::address_invalid;
        break;
    case FieldKind::u8:
    case FieldKind::u16:
    case FieldKind::u32:
    case FieldKind::period:
        mistake = Mistake::number_invalid;
        break;
    case FieldKind::hex:
    case FieldKind::base64:
    case FieldKind::base32:
    case FieldKind::salt:
        mistake = Mistake::encoding_invalid;
        break;
    case FieldKind::type:
    case FieldKind::types:
        mistake = Mistake::type_unknown;
        break;
    default:
        break;
    }
    std::string_view text = reader.word().text;
    reader.wrong(mistake, fmt::format("the {} `\"{}\"` is in quotes, and only text may be", reader.noun(), text),
                 text.empty() ? "" : fmt::format("write it as `{}`", text));
    reader.error.replacement = std::string(text);
    return false;
}

} // namespace

bool read_field(DataReader& reader)
{
    if (!reader.at_end() && reader.word().quoted && !takes_quotes(reader.field->kind))
        return quoted_word(reader);
    switch (reader.field->kind) {
    case FieldKind::name:
        return read_name(reader);
    case FieldKind::mailbox:
        return read_mailbox(reader);
    case FieldKind::u8:
        return read_u8_field(reader);
    case FieldKind::u16:
        return read_u16_field(reader);
    case FieldKind::u32:
        return read_u32_field(reader);
    case FieldKind::period:
        return read_period(reader);
    case FieldKind::time:
        return read_time(reader);
    case FieldKind::ip4:
        return read_ip4(reader);
    case FieldKind::ip6:
        return read_ip6(reader);
    case FieldKind::string:
        return read_string(reader);
    case FieldKind::strings:
        return read_strings(reader);
    case FieldKind::text_rest:
        return read_text_rest(reader);
    case FieldKind::tag:
        return read_tag(reader);
    case FieldKind::hex:
        return read_hex(reader);
    case FieldKind::base64:
        return read_base64(reader);
    case FieldKind::salt:
        return read_salt(reader);
    case FieldKind::base32:
        return read_base32(reader);
    case FieldKind::type:
        return read_type(reader);
    case FieldKind::types:
        return read_types(reader);
    case FieldKind::algorithm:
        return read_algorithm(reader);
    case FieldKind::certificate:
        return read_certificate(reader);
    case FieldKind::locator64:
        return read_locator(reader);
    case FieldKind::eui48:
        return read_eui(reader, 6);
    case FieldKind::eui64:
        return read_eui(reader, 8);
    case FieldKind::nsap:
        return read_nsap(reader);
    case FieldKind::special:
        return read_special(reader);
    }
    return false;
}

namespace {

// Whether a field may have no words at all.
bool may_be_absent(const DataReader& reader)
{
    switch (reader.field->kind) {
    case FieldKind::special:
    case FieldKind::types:
    case FieldKind::base64:
        return true; // their readers know
    default:
        return false;
    }
}

[[gnu::noinline]] bool extra_words(DataReader& reader)
{
    const TypeSpec& spec = reader.spec;
    std::string message, help = "remove it, or put `;` before it if it is a comment";
    std::string_view first = reader.word().text;
    if (spec.fields.size() == 1) {
        message = fmt::format("`{}` stands after the {} of {}", first, reader.noun(), spec.mnemonic);
        if (spec.type == Type::A || spec.type == Type::AAAA)
            help = "a further address is a record of its own, on its own line; a comment begins with `;`";
    } else {
        std::string list;
        for (const FieldSpec& field : spec.fields)
            list += (list.empty() ? "" : ", ") + std::string(field.name);
        message = fmt::format("`{}` stands after the last field of {} ({})", first, spec.mnemonic, list);
    }
    return reader.wrong_words(reader.next, reader.words.size() - 1, Mistake::field_extra, std::move(message),
                              std::move(help));
}

[[gnu::noinline]] bool parse_unknown(Type type, DataReader& reader)
{
    const TypeSpec* spec = find_type(type);
    if (spec && !spec->data)
        return reader.wrong_words(
            0, reader.words.empty() ? 0 : reader.words.size() - 1, Mistake::type_not_data,
            fmt::format("{} is a type of queries and messages, no data of a zone", spec->mnemonic));
    std::string text = type_text(type);
    if (reader.words.empty())
        return reader.wrong_words(0, 0, Mistake::field_missing, fmt::format("{} has no data", text),
                                  "write it as `\\# length hexadecimal` (RFC 3597)");
    return reader.wrong_words(0, reader.words.size() - 1, Mistake::generic_invalid,
                              fmt::format("the data of {} can only be written as `\\# length hexadecimal`", text));
}

} // namespace

bool parse_rdata(Type type, std::span<const Word> words, Name origin, RdataBuffer& out, RdataError& error,
                 std::vector<RdataError>* notes, std::vector<FieldWords>* places)
{
    static constexpr TypeSpec no_spec;
    const TypeSpec* spec = find_type(type);
    out.clear();
    DataReader reader{spec ? *spec : no_spec, words, origin, out, error, notes};
    if (places)
        places->clear();
    if (!words.empty() && words[0].text == "\\#" && !words[0].quoted) {
        if (places)
            places->assign(reader.spec.fields.size(), FieldWords{0, words.size()});
        return read_generic(type, reader);
    }
    if (!spec || !spec->data)
        return parse_unknown(type, reader);
    for (const FieldSpec& field : spec->fields) {
        reader.field = &field;
        reader.field_start = out.size();
        std::size_t begin = reader.next;
        if (reader.at_end() && !may_be_absent(reader))
            return reader.missing();
        if (!read_field(reader)) {
            look_for_swap(reader);
            return false;
        }
        if (places)
            places->push_back({begin, reader.next});
    }
    return reader.at_end() || extra_words(reader);
}

} // namespace zonevet
