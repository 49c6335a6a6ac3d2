// A sink that writes down what it is given.
#include "syntax/dump.h"

#include "syntax/reader.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

class DumpSink : public RecordSink {
public:
    explicit DumpSink(const Sources& sources) : sources_(sources) {}

    void record(const ReadRecord& record) override
    {
        out += fmt::format("{} record {} {} {} {}\n", line(Position(0, record.entry)), record.owner, record.ttl,
                           record.type, rdata_text(record.type, record.rdata));
    }
    void unreadable(const Name* owner) override
    {
        out += fmt::format("- unreadable {}\n", owner != nullptr ? owner->text() : "?");
    }
    void problem(Problem problem) override
    {
        LineColumn begin = sources_.locate(problem.span.position());
        LineColumn end = sources_.locate(Position(problem.span.source, problem.span.end));
        out += fmt::format("{} problem {}:{}-{}:{} {}\n", line(problem.entry), begin.line, begin.column, end.line,
                           end.column, problem.message);
        if (!problem.help.empty())
            out += fmt::format("  help {}\n", problem.help);
    }
    void comment(const ControlComment& comment) override
    {
        out += fmt::format("{} comment {}\n", line(comment.span.position()), sources_.text(comment.span));
    }
    void include(const IncludeRequest& request, ReaderState&) override
    {
        out += fmt::format("{} include {}\n", line(request.entry_span.position()), request.path);
    }

    std::string out;

private:
    std::uint64_t line(Position position) const { return sources_.locate(position).line; }

    const Sources& sources_;
};

} // namespace

std::string dump_entries(std::string_view text, std::string_view origin)
{
    Sources sources;
    sources.add("text", std::make_shared<Bytes>(std::string(text)));
    DumpSink sink(sources);
    ReaderState state;
    to_name(origin, state.origin);
    ReaderLimits limits;
    Reader reader(sources[0], 0, state, sink, limits);
    reader.read(0, text.size());
    return sink.out;
}

} // namespace zonevet
