// The flags of every command in one table. It feeds the parser, `zonevet help`, the environment
// variables and the suggestions for misspelt flags.
#pragma once

#include "cli/cli.h"
#include "toml/words.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct Flag {
    std::string_view name;  // "--select"
    char letter = 0;        // 'o', or 0
    std::string_view value; // "RULES" as the help calls it; empty: a switch
    std::string_view help;
    std::string_view group;
};

struct Command {
    std::string_view name;
    std::string_view usage; // "[PATHS...]"
    std::string_view summary;
    const std::vector<Flag>& (*flags)();
    int (*run)(const struct Call& call);
};

// The flags and words of one call; values of flags that were not given come from ZONEVET_... .
class Given {
public:
    bool has(std::string_view flag) const { return values_.contains(flag); }
    bool is_on(std::string_view flag) const;                    // a switch
    std::string last(std::string_view flag) const;              // empty when not given
    std::vector<std::string> all(std::string_view flag) const;  // every value, in order
    std::vector<std::string> list(std::string_view flag) const; // comma lists taken apart
    // "--select" or "ZONEVET_SELECT": for messages.
    std::string name_of(std::string_view flag) const;
    const std::vector<std::string>& words() const { return words_; }
    // The first word was a command of its own.
    void drop_word() { words_.erase(words_.begin()); }

private:
    friend Given parse_flags(const Command& command, std::span<const std::string> arguments,
                             const Environment& environment);
    struct Values {
        std::vector<std::string> values;
        std::string from;
    };
    std::map<std::string, Values, std::less<>> values_;
    std::vector<std::string> words_;
};

// Everything a command works with.
struct Call {
    const Command& command;
    const Given& given;
    const Environment& environment;
    const Write& out;
    const Write& err;
    std::span<const std::string> arguments;
};

// Throws Failure for flags and values that do not exist.
Given parse_flags(const Command& command, std::span<const std::string> arguments, const Environment& environment);

const std::vector<Command>& commands();
std::string help_page();
std::string help_page(const Command& command);

} // namespace zonevet
