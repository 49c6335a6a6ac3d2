// print_cases: the table of portability cases as JSON, for the script that replays it on real servers.
#include "lint/rule.h"
#include "portability/portability.h"

#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

int main()
{
    using namespace zonevet;
    nlohmann::json all = nlohmann::json::array();
    for (const PortabilitySection& section : portability_sections())
        for (const PortabilityCase& one : section.cases) {
            nlohmann::json entry{{"key", one.key}, {"rule", one.rule}};
            const Rule* rule = find_rule(one.rule);
            entry["error"] = rule != nullptr && rule->level == Level::error;
            for (Server server : all_servers)
                entry[std::string(server_word(server))] = static_cast<int>(one.of(server).kind);
            std::string sample; // octets over 127 as they are, one letter each
            for (unsigned char c : one.sample)
                sample += c < 0x80
                              ? std::string(1, static_cast<char>(c))
                              : std::string{static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
            entry["sample"] = sample;
            all.push_back(std::move(entry));
        }
    fmt::print("{}\n", all.dump());
}
