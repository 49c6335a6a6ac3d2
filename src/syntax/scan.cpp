// One pass over the bytes that only looks at what can make an entry longer than its line, and at
// directives.
#include "syntax/scan.h"

#include <cstring>

namespace zonevet {

namespace {

bool has_special(std::string_view line)
{
    // Only these can carry an entry over the end of its line, or hide one that does.
    return std::memchr(line.data(), '"', line.size()) != nullptr ||
           std::memchr(line.data(), '(', line.size()) != nullptr;
}

} // namespace

std::vector<Cut> cut_source(const Source& source, std::uint64_t begin, std::uint64_t end, const ReaderState& state,
                            std::uint64_t size, std::uint64_t& rest)
{
    std::vector<Cut> cuts;
    cuts.push_back({begin, end, state});
    ReaderState now = state;
    std::string_view part = source.text().substr(0, end);
    EntryText entry;
    std::uint64_t at = begin == 0 && part.starts_with("\xEF\xBB\xBF") ? 3 : begin; // a byte order mark
    while (at < end) {
        const char* line_begin = part.data() + at;
        if (at - cuts.back().begin >= size && now.has_default_ttl) {
            // Not before what states no owner: blanks, directives, comments of other languages, marks of a
            // merge, templates.
            if (std::string_view(" \t\r\n;()$\"#/<=>|{").find(*line_begin) == std::string_view::npos) {
                cuts.back().end = at;
                ReaderState start = now;
                start.trap = ReaderState::Trap::none;
                start.owner_in_file = true;
                cuts.push_back({at, end, std::move(start)});
            }
        }
        const void* found = std::memchr(line_begin, '\n', end - at);
        std::uint64_t line_end =
            found != nullptr ? static_cast<std::uint64_t>(static_cast<const char*>(found) - part.data()) + 1 : end;
        std::string_view line = part.substr(at, line_end - at);
        if (line[0] == '$' || has_special(line)) {
            Lexer lexer(part, at, source.placeholders());
            lexer.next(entry);
            line_end = lexer.offset();
            if (!entry.words.empty() && !entry.words[0].text.empty() && entry.words[0].text[0] == '$' &&
                !entry.words[0].quoted && !entry.leading_blank) {
                Directive directive = directive_from_text(entry.words[0].text);
                if (directive != Directive::unknown && entry.filled)
                    directive = Directive::include; // what it changes is known when it is read
                switch (directive) {
                case Directive::generate: // how many records were made so far is counted in order
                case Directive::include:
                    cuts.back().end = at;
                    if (cuts.back().begin == at)
                        cuts.pop_back();
                    rest = at;
                    return cuts;
                case Directive::origin: {
                    char wire[256];
                    std::size_t length = 0;
                    if (entry.words.size() > 1 &&
                        parse_name(entry.words[1].text,
                                   repeats_origin(entry.words[1], now.origin) ? Name() : now.origin.view(), wire,
                                   length)
                                .error == NameError::none)
                        now.origin = OwnedName(Name({wire, length}));
                    break;
                }
                case Directive::ttl: {
                    std::uint64_t seconds = 0;
                    if (entry.words.size() > 1 && parse_period(entry.words[1].text, seconds) != PeriodError::syntax) {
                        now.has_default_ttl = true;
                        now.default_ttl = static_cast<std::uint32_t>(seconds > 2147483647 ? 0 : seconds);
                    }
                    break;
                }
                default:
                    break;
                }
            }
        }
        at = line_end;
    }
    rest = end;
    return cuts;
}

} // namespace zonevet
