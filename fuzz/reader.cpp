// Every octet belongs to exactly one entry, words lie inside of their entry, a text cut into small
// chunks gives the records and problems of the whole, and data that was printed reads as the same.
#include "fuzz/targets.h"
#include "syntax/lexer.h"
#include "zone/build.h"

#include <fmt/format.h>

namespace zonevet::fuzz {

namespace {

void lexer_covers(std::string_view text)
{
    Lexer lexer(text);
    EntryText entry;
    const char* at = text.data();
    while (lexer.next(entry)) {
        require(entry.text.data() == at && !entry.text.empty());
        at += entry.text.size();
        auto is_inside = [&](std::string_view part) {
            return part.data() >= entry.text.data() && part.data() + part.size() <= at;
        };
        for (const Word& word : entry.words)
            require(is_inside(word.text));
        for (std::string_view comment : {entry.comment, entry.first_comment})
            require(comment.empty() || is_inside(comment));
    }
    require(at == text.data() + text.size());
}

BuiltZone built(std::string_view text, bool chunked)
{
    OwnedName origin;
    require(to_name("example.com.", origin));
    BuildOptions options;
    options.jobs = chunked ? 2 : 1;
    options.chunk_size = 32;
    options.parallel_from = 0;
    options.reader.max_generated = 100;
    options.include_root = "/nonexistent";
    return build_zone("fuzzed", std::make_shared<Bytes>(std::string(text)), origin.view(), options);
}

std::vector<std::string> described(const BuiltZone& built)
{
    std::vector<std::string> lines;
    for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
        Record record = built.zone->record(RecordId{i});
        lines.push_back(fmt::format("{} {} {} {} {} {}", record.entry().offset(), record.owner(), record.ttl(),
                                    record.type(), record.plain(), record.data_text()));
    }
    for (const Problem& problem : built.problems.list())
        lines.push_back(fmt::format("{}-{} {} {}", problem.span.begin, problem.span.end,
                                    static_cast<int>(problem.mistake), problem.message));
    return lines;
}

} // namespace

void reader(std::string_view text)
{
    lexer_covers(text);
    BuiltZone whole = built(text, false);
    require(described(whole) == described(built(text, true)));
    for (std::uint32_t i = 0; i < whole.zone->record_count(); ++i) {
        Record record = whole.zone->record(RecordId{i});
        std::string printed = fmt::format(" {}\n", record.data_text());
        Lexer lexer(printed);
        EntryText entry;
        require(lexer.next(entry) && entry.mistakes.empty());
        RdataBuffer again;
        RdataError error;
        require(parse_rdata(record.type(), {entry.words.data(), entry.words.size()}, Name(), again, error));
        require(again.view() == record.rdata());
    }
}

} // namespace zonevet::fuzz
