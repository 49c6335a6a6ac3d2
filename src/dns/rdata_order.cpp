// "MX mail 10": each word is fine, but in another field. When a field cannot be read, the word is
// tried in other places; an order in which all is valid is what the author meant.
#include "dns/reader.h"

#include <algorithm>

namespace zonevet {

namespace {

bool worth_trying(const DataReader& reader)
{
    switch (reader.error.mistake) {
    case Mistake::number_invalid:
    case Mistake::value_invalid:
    case Mistake::encoding_invalid:
    case Mistake::type_unknown:
    case Mistake::name_quoted:
        break;
    default:
        return false;
    }
    std::size_t fields = reader.spec.fields.size();
    return fields >= 2 && reader.words.size() >= fields && reader.words.size() <= 16 &&
           reader.error.first_word == reader.error.last_word;
}

bool valid(DataReader& reader, std::span<const Word> words)
{
    RdataError ignored;
    DataReader attempt{reader.spec, words, reader.origin, reader.out, ignored};
    attempt.out.clear();
    for (const FieldSpec& field : reader.spec.fields) {
        attempt.field = &field;
        attempt.field_start = attempt.out.size();
        if (attempt.at_end() || !read_field(attempt))
            return false;
    }
    return attempt.at_end();
}

std::string as_written(std::span<const Word> words)
{
    std::string text;
    for (const Word& word : words) {
        if (!text.empty())
            text += ' ';
        if (word.quoted)
            text += '"';
        text += word.text;
        if (word.quoted)
            text += '"';
    }
    return text;
}

} // namespace

void look_for_swap(DataReader& reader)
{
    if (!worth_trying(reader))
        return;
    std::size_t wrong = reader.error.first_word;
    std::size_t fields = reader.spec.fields.size();
    if (wrong >= fields)
        return;
    std::vector<Word> words(reader.words.begin(), reader.words.end());
    auto position = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
    auto move_word = [&](std::size_t from, std::size_t to) {
        auto first = words.begin();
        if (from < to)
            std::rotate(first + position(from), first + position(from) + 1, first + position(to) + 1);
        else
            std::rotate(first + position(to), first + position(from), first + position(from) + 1);
    };
    for (std::size_t step = 1; step < fields; ++step) // the nearest place first
        for (bool forward : {true, false}) {
            if (forward ? wrong + step >= fields : step > wrong)
                continue;
            std::size_t to = forward ? wrong + step : wrong - step;
            move_word(wrong, to);
            bool found = valid(reader, words);
            if (!found) {
                move_word(to, wrong);
                if (step > 1) { // and the two exchanged
                    std::swap(words[wrong], words[to]);
                    found = valid(reader, words);
                    if (!found)
                        std::swap(words[wrong], words[to]);
                }
            }
            if (!found)
                continue;
            std::string right = as_written(words);
            std::string word(reader.words[wrong].text);
            std::string message =
                fmt::format("`{}` stands where {} has its {}", word, reader.spec.mnemonic, reader.noun());
            reader.wrong_words(0, reader.words.size() - 1, Mistake::fields_swapped, std::move(message),
                               fmt::format("swap them: `{}`", right));
            reader.error.replacement = right;
            return;
        }
}

} // namespace zonevet
