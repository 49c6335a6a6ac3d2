#include "lint/run.h"
#include <cstdio>
#include <fmt/format.h>
using namespace zonevet;
int main(int argc, char** argv)
{
    Settings s = Settings::of_profile(Profile::strict);
    std::vector<Input> in;
    for (int i = 1; i < argc; ++i) { std::string a = argv[i]; if (a == "-j1") s.jobs = 1; else if (a=="-j2") s.jobs=2; else if (a.starts_with("--profile=")) s = Settings::of_profile(a=="--profile=core"?Profile::core:a=="--profile=strict"?Profile::strict:Profile::recommended); else if (a.starts_with("--only=")) { for (auto& x : s.rules) x.enabled=false; for (auto i : rules_named(a.substr(7))) s.rules[i].enabled=true; } else if (a=="-c") s.described_per_rule=50; else if (a.starts_with("--zone=")) s.zone_name = a.substr(7); else in.push_back({a, nullptr, true}); }
    RunReport r = check_zones(in, s);
    for (auto& z : r.zones) {
        fmt::print("zone {} ({}) {} records\n", z.zone, z.origin_from, z.records);
        for (auto& f : z.findings) { auto at = z.sources->locate(f.span.position());
            fmt::print("{}:{}:{}-{}: {}[{}] {} | {} | {}\n", (*z.sources)[f.span.source].path(), at.line, at.column, f.span.end-f.span.begin, level_text(f.level), f.rule->name, defused(f.message), f.help, f.effect); }
        for (auto& h : z.hidden) fmt::print("hidden {} {}\n", h.rule->name, h.count);
    }
}
