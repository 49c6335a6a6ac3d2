// The reports of a zone in a file of any name (the first line): JSON is JSON, and nothing that steers a terminal or
// a page gets through.
#include "fuzz/targets.h"
#include "lint/run.h"
#include "report/report.h"
#include "text/source.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zonevet::fuzz {

void reports(std::string_view text)
{
    static const Settings settings = [] {
        Settings made = Settings::of_profile(Profile::strict);
        made.today = 20468;
        made.max_generated = 1000;
        return made;
    }();
    static const TextCheck check(settings);
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string path(text.substr(0, end));
    RunReport run;
    run.zones.push_back(check(text.substr(end), "example.com.", path));
    // Whoever writes these defuses what they quote.
    run.notes.push_back(defused(path));
    run.unread.push_back({path, defused(path)});
    run.review = defused(path);
    for (const ReportFormat& format : report_formats()) {
        std::string written;
        format.report(run, ReportStyle(), [&](std::string_view part) { written += part; });
        for (char c : written)
            require(static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : c == '\n');
        if (format.name == "json" || format.name == "sarif")
            require(nlohmann::json::accept(written));
    }
}

} // namespace zonevet::fuzz
