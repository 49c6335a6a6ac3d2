// The form that fits every type, also those that are not known (RFC 3597 5): "\#", the number of
// octets, and the octets in hexadecimal.
#include "dns/octets.h"
#include "dns/reader.h"

namespace zonevet {

namespace {

bool wrong_octets(DataReader& reader, std::uint32_t announced, std::size_t found)
{
    reader.wrong_words(1, 1, Mistake::generic_invalid,
                       fmt::format("`\\# {}` announces {} octet{}, and {} follow", reader.words[1].text, announced,
                                   announced == 1 ? "" : "s", found),
                       fmt::format("write `\\# {}` if the octets are right", found));
    reader.error.replacement = std::to_string(found);
    return false;
}

} // namespace

bool read_generic(Type type, DataReader& reader)
{
    std::string name = find_type(type) ? std::string(reader.spec.mnemonic) : std::string();
    if (find_type(type) && !reader.spec.data)
        return reader.wrong_words(0, reader.words.size() - 1, Mistake::type_not_data,
                                  fmt::format("{} is a type of queries and messages, no data of a zone", name));
    if (type == Type::none)
        return reader.wrong_words(0, reader.words.size() - 1, Mistake::type_not_data,
                                  "TYPE0 is reserved and cannot hold data");
    if (reader.words.size() < 2)
        return reader.wrong_words(1, 1, Mistake::generic_invalid, "`\\#` is not followed by the number of octets");
    reader.next = 1;
    std::uint32_t announced = 0;
    if (!number_in(reader, reader.word().text, 0, 65535, "number of octets", announced))
        return false;
    int high = -1;
    for (reader.next = 2; !reader.at_end(); ++reader.next) {
        std::string_view text = reader.word().text;
        for (std::size_t i = 0; i < text.size(); ++i) {
            int digit = hex_value(text[i]);
            if (digit < 0 || reader.word().quoted)
                return reader.wrong_at(i, i + 1, Mistake::encoding_invalid,
                                       fmt::format("`{}` does not occur in hexadecimal", text.substr(i, 1)));
            if (high < 0) {
                high = digit;
                continue;
            }
            if (!reader.out.append_u8(static_cast<std::uint8_t>(high << 4 | digit)))
                return reader.too_long();
            high = -1;
        }
    }
    if (high >= 0)
        return reader.wrong_words(2, reader.words.size() - 1, Mistake::encoding_invalid,
                                  "the data has an odd number of hexadecimal digits");
    if (reader.out.size() != announced)
        return wrong_octets(reader, announced, reader.out.size());
    if (name.empty())
        return true;
    if (!rdata_valid(type, reader.out.view()))
        return reader.wrong_words(0, reader.words.size() - 1, Mistake::generic_invalid,
                                  fmt::format("these {} octets are not the data of {}", announced, name));
    std::string readable = rdata_text(type, reader.out.view());
    if (reader.notes && !readable.starts_with("\\#"))
        reader.note(Mistake::generic_of_known_type, 0, reader.words.size() - 1,
                    fmt::format("{} has a form that people can read", name), fmt::format("write it as `{}`", readable),
                    readable);
    return true;
}

} // namespace zonevet
