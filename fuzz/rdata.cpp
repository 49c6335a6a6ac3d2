// The data of records of every type, against ldns: what we read it reads as the same octets, and what it prints of
// them we read as these octets again, unless there is one of the reasons below. What only ldns reads is not judged:
// it cuts numbers that do not fit, fills half octets up, leaves unknown types out of maps.
#include "dns/types.h"
#include "fuzz/targets.h"
#include "syntax/lexer.h"

#include <algorithm>
#include <fmt/format.h>
#include <ldns/ldns.h>
#include <memory>
#include <optional>
#include <string>

namespace zonevet::fuzz {

namespace {

struct Ours {
    std::string data;
    std::vector<Word> words;
};

std::optional<Ours> read_by_us(Type type, const std::string& line)
{
    static const auto data = std::make_unique<RdataBuffer>();
    Lexer lexer(line);
    EntryText entry;
    RdataError error;
    std::vector<RdataError> notes;
    OwnedName origin;
    require(to_name("example.com.", origin));
    if (!lexer.next(entry) || !entry.mistakes.empty() || lexer.offset() != line.size() || entry.group ||
        !entry.first_comment.empty() ||
        !parse_rdata(type, {entry.words.data(), entry.words.size()}, origin.view(), *data, error, &notes))
        return {};
    Ours ours{std::string(data->view()), {entry.words.begin(), entry.words.end()}};
    bool sound = std::all_of(notes.begin(), notes.end(), [](const RdataError& note) {
        return note.mistake == Mistake::strings_adjacent || note.mistake == Mistake::generic_of_known_type;
    });
    return sound ? std::optional(std::move(ours)) : std::nullopt; // the others are told as errors, and read on
}

struct Theirs {
    std::string data, text;
};

std::optional<Theirs> read_by_ldns(Type type, std::string_view text)
{
    static const std::unique_ptr<ldns_rdf, void (*)(ldns_rdf*)> origin(ldns_dname_new_frm_str("example.com."),
                                                                       ldns_rdf_deep_free);
    std::string line = fmt::format("x.example.com. 3600 IN {} {}", type, text);
    ldns_rr* record = nullptr;
    if (ldns_rr_new_frm_str(&record, line.c_str(), 3600, origin.get(), nullptr) != LDNS_STATUS_OK)
        return {};
    std::optional<Theirs> read;
    ldns_buffer* buffer = ldns_buffer_new(70000);
    if (static_cast<Type>(ldns_rr_get_type(record)) == type &&
        ldns_rr_rdata2buffer_wire(buffer, record) == LDNS_STATUS_OK) {
        read.emplace();
        read->data.assign(reinterpret_cast<const char*>(ldns_buffer_begin(buffer)), ldns_buffer_position(buffer));
        for (std::size_t i = 0; i < ldns_rr_rd_count(record); ++i)
            if (char* field = ldns_rdf2str(ldns_rr_rdf(record, i))) {
                read->text += (i == 0 ? "" : " ") + std::string(field);
                std::free(field);
            }
    }
    ldns_buffer_free(buffer);
    ldns_rr_free(record);
    return read;
}

bool is_one_of(Type type, std::initializer_list<Type> types)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_unknown_to_ldns(Type type)
{
    return is_one_of(type,
                     {Type::AMTRELAY, Type::AVC, Type::BRID, Type::DOA, Type::DSYNC, Type::GID, Type::HHIT, Type::NINFO,
                      Type::RESINFO, Type::RKEY, Type::TA, Type::UID, Type::UINFO, Type::UNSPEC, Type::WALLET});
}

bool begins_with_digit(const Word& word)
{
    return !word.text.empty() && word.text[0] >= '0' && word.text[0] <= '9';
}

// A quote begins or ends without a blank at its other side.
bool quote_touches(std::string_view text)
{
    bool open = false, in_word = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool blank = text[i] == ' ' || text[i] == '\t';
        if (text[i] == '"') {
            if (open ? i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\t' : in_word)
                return true;
            open = !open;
        }
        if (text[i] == '\\')
            ++i;
        in_word = !blank;
    }
    return false;
}

// Why ldns 1.8 reads it otherwise, or not at all; empty: there is no reason.
std::string_view reason(Type type, std::string_view text, const Ours& ours)
{
    const std::vector<Word>& words = ours.words;
    auto any = [&](auto holds) { return std::any_of(words.begin(), words.end(), holds); };
    if (is_unknown_to_ldns(type) || is_one_of(type, {Type::A6, Type::ATMA, Type::NSAP_PTR, Type::NXT, Type::SINK}))
        return "it does not know the text of this type, or knows another one";
    if (text.find("\\#") != std::string_view::npos)
        return "it takes \\# for the mark of generic data in any field, and does not look at the data of known types";
    if (quote_touches(text))
        return "strings without a blank between them are cut in another place";
    if (any([](const Word& word) {
            return word.text.size() > 1 && (word.text[0] == '@' || word.text.starts_with("\\@"));
        }))
        return "it takes `@` at the start of a name for the origin, even behind a backslash";
    if (is_one_of(type, {Type::SVCB, Type::HTTPS}) && text.find('\\') != std::string_view::npos)
        return "it undoes the escapes of a list once (RFC 9460 appendix A.1 has it twice)";
    if (is_one_of(type, {Type::SVCB, Type::HTTPS}) && text.find_first_of("\f\v") != std::string_view::npos)
        return "it ends a parameter at other kinds of blanks";
    if (is_one_of(type, {Type::SVCB, Type::HTTPS}) && text.find("ohttp") != std::string_view::npos)
        return "RFC 9540 came later";
    if (type == Type::CAA && words.size() == 3 && !words[2].quoted)
        return "it wants quotes round the value";
    if (type == Type::KEY && words.size() > 0 &&
        (words.size() < 4 || !std::all_of(words.begin(), words.begin() + 3, begins_with_digit)))
        return "it knows no mnemonics of KEY, and wants a key";
    if (type == Type::IPSECKEY && (words.size() != 5 || words[1].text.ends_with('3')))
        return "it wants a key in one word, and does not complete the name of the gateway";
    if (type == Type::LOC && (words.size() < 12 || any([](const Word& word) {
                                  return word.text.starts_with('.') || word.text.find(".") + 1 == word.text.size();
                              })))
        return "it loses the place where a field is left out, and wants digits on both sides of a point";
    if (type == Type::CERT && words[0].text.find_first_not_of('0') == std::string_view::npos)
        return "it knows no certificate type 0";
    if (type == Type::NSAP && words[0].text.starts_with("0X"))
        return "it wants `0x` in lower case";
    for (std::string_view escaped : {"\\\"", "\\@", "\\034", "\\064"})
        if (text.find(escaped) != std::string_view::npos)
            return "it prints `\"` and `@` in a name without their backslash";
    if (std::size_t last = text.find_last_not_of(" \t");
        last < text.size() && text[last] == '"' && last + 1 < text.size())
        return "it wants nothing behind a last string in quotes";
    if (is_one_of(type, {Type::RRSIG, Type::SIG}))
        return "it prints times after 2038 as the last second of 1969";
    if (is_one_of(type, {Type::NSEC, Type::NSEC3, Type::CSYNC}) &&
        any([](const Word& word) { return is_unknown_to_ldns(type_from_text(word.text)); }))
        return "it leaves types that it does not know out of a map";
    if (type == Type::CSYNC && words.size() < 3)
        return "it wants a type";
    if (type == Type::NSEC3 && words.size() < 6)
        return "it wants a type";
    if (type == Type::WKS)
        return "it asks the machine for names of protocols and services, and wants a service";
    return "";
}

} // namespace

void rdata(std::string_view text)
{
    if (text.empty())
        return;
    auto types = static_cast<std::size_t>(all_types_end() - all_types_begin());
    const TypeSpec& spec = all_types_begin()[static_cast<unsigned char>(text[0]) % types];
    text.remove_prefix(1);
    if (!spec.data || text.find_first_of(std::string_view("\n\r\0", 3)) != std::string_view::npos)
        return;
    std::string line = fmt::format(" {}\n", text);
    std::optional<Ours> we = read_by_us(spec.type, line);
    if (!we)
        return;
    if (!reason(spec.type, text, *we).empty())
        return;
    std::optional<Theirs> they = read_by_ldns(spec.type, text);
    require(they && they->data == we->data);
    std::string printed = fmt::format(" {}\n", they->text);
    std::optional<Ours> again = read_by_us(spec.type, printed);
    require(again && again->data == we->data);
}

} // namespace zonevet::fuzz
