// How a mistake in a record's data is put: which words it marks and what it says of missing fields.
#include "dns/reader.h"

namespace zonevet {

namespace {

std::string spoken(std::string_view field)
{
    std::string text(field);
    for (char& c : text)
        if (c == '-')
            c = ' ';
    return text;
}

// "a preference", "an exchange".
std::string with_article(std::string_view field)
{
    bool vowel = std::string_view("aeio").find(field.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + spoken(field);
}

bool is_plural(std::string_view field)
{
    return field == "types" || field == "flags" || field == "parameters" || field == "prefixes" ||
           field == "services" || field.ends_with("-servers");
}

std::string joined(const std::vector<std::string>& items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

} // namespace

std::string DataReader::noun() const
{
    return spoken(field->name);
}

bool DataReader::wrong(Mistake mistake, std::string message, std::string help)
{
    return wrong_words(next, next, mistake, std::move(message), std::move(help));
}

bool DataReader::wrong_at(std::size_t from, std::size_t to, Mistake mistake, std::string message, std::string help)
{
    wrong_words(next, next, mistake, std::move(message), std::move(help));
    error.from = from;
    error.to = to;
    return false;
}

bool DataReader::wrong_words(std::size_t first, std::size_t last, Mistake mistake, std::string message,
                             std::string help)
{
    error.mistake = mistake;
    error.first_word = first;
    error.last_word = last;
    error.from = error.to = 0;
    error.message = std::move(message);
    error.help = std::move(help);
    error.replacement.clear();
    return false;
}

bool DataReader::missing()
{
    std::vector<std::string> all;
    std::vector<std::string> lacking;
    bool few = spec.fields.size() <= 4;
    for (const FieldSpec& one : spec.fields) {
        bool plural = is_plural(one.name);
        all.push_back(few && !plural ? with_article(one.name) : spoken(one.name));
        if (&one >= field)
            lacking.push_back(few ? "the " + spoken(one.name) : spoken(one.name));
    }
    std::string message;
    if (words.empty())
        message = fmt::format("{} has no data; it needs {}", spec.mnemonic, joined(all));
    else
        message = fmt::format("{} needs {}; {} {} missing", spec.mnemonic, joined(all), joined(lacking),
                              lacking.size() > 1 || is_plural(field->name) ? "are" : "is");
    return wrong_words(words.size(), words.size(), Mistake::field_missing, std::move(message));
}

bool DataReader::lacks(std::string_view part)
{
    if (words.empty())
        return missing();
    return wrong_words(words.size(), words.size(), Mistake::field_missing,
                       fmt::format("{} ends before its {}", spec.mnemonic, spoken(part)));
}

bool DataReader::too_long()
{
    return wrong_words(0, words.size() - 1, Mistake::data_too_long,
                       "the data of this record is longer than 65535 octets");
}

void DataReader::note(Mistake mistake, std::size_t first, std::size_t last, std::string message, std::string help,
                      std::string replacement)
{
    RdataError one;
    one.mistake = mistake;
    one.first_word = first;
    one.last_word = last;
    one.message = std::move(message);
    one.help = std::move(help);
    one.replacement = std::move(replacement);
    notes->push_back(std::move(one));
}

} // namespace zonevet
