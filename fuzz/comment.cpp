// Whatever stands in a control comment, it silences its own record at most.
#include "fuzz/targets.h"
#include "lint/run.h"

namespace zonevet::fuzz {

void comment(std::string_view text)
{
    std::string zone = "a A 192.0.2 ; zonevet:";
    for (char c : text)
        zone += c == '\n' ? ' ' : c;
    zone += "\nb A 192.0.2\n";
    static const Settings settings = [] {
        Settings made = Settings::of_profile(Profile::core);
        made.today = 20468;
        return made;
    }();
    static const TextCheck check(settings);
    ZoneReport report = check(zone, "example.com.");
    bool silent_from_here =
        text.find("off") != std::string_view::npos || text.find("ignore-") != std::string_view::npos;
    // Octets of a binary file: it is refused as a whole, and told so.
    bool told = !report.findings.empty() && report.findings.front().rule->name == "file-binary";
    for (const Finding& finding : report.findings)
        told = told || (finding.rule->name == "address-invalid" && finding.span.begin > zone.rfind("\nb"));
    require(told || silent_from_here);
}

} // namespace zonevet::fuzz
