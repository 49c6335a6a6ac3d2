// Takes a command line apart with CLI11, which this file alone knows. Values stay text here: what
// they mean, and what to say when they mean nothing, is the commands' business.
#include "cli/options.h"

#include "base/failure.h"
#include "text/source.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace zonevet {

namespace {

std::string variable_name(std::string_view flag)
{
    std::string name = "ZONEVET_";
    for (char c : flag.substr(2))
        name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

std::vector<std::string_view> names_of(const std::vector<Flag>& flags)
{
    std::vector<std::string_view> names{"--help"};
    for (const Flag& flag : flags)
        names.push_back(flag.name);
    return names;
}

[[noreturn]] void unknown_flag(const Command& command, const std::string& word)
{
    std::string name = word.substr(0, word.find('='));
    std::string hint = suggestion(name, names_of(command.flags()));
    if (hint.empty())
        hint = fmt::format("`zonevet help {}` lists the flags", command.name);
    throw Failure("unknown flag `{}` of `zonevet {}`\nhelp: {}", defused(name), command.name, hint);
}

bool switch_value(const std::string& name, const std::string& text)
{
    if (text == "1" || text == "true" || text == "yes" || text == "on")
        return true;
    if (text == "0" || text == "false" || text == "no" || text == "off" || text.empty())
        return false;
    throw Failure("{} is a switch: 1 or 0, not `{}`", name, defused(text));
}

} // namespace

bool Given::is_on(std::string_view flag) const
{
    auto found = values_.find(flag);
    return found != values_.end() && found->second.values.back() == "1";
}

std::string Given::last(std::string_view flag) const
{
    auto found = values_.find(flag);
    return found == values_.end() ? "" : found->second.values.back();
}

std::vector<std::string> Given::all(std::string_view flag) const
{
    auto found = values_.find(flag);
    return found == values_.end() ? std::vector<std::string>{} : found->second.values;
}

std::vector<std::string> Given::list(std::string_view flag) const
{
    std::vector<std::string> words;
    for (const std::string& value : all(flag)) {
        for (std::size_t begin = 0; begin <= value.size();) {
            std::size_t end = std::min(value.find(',', begin), value.size());
            std::size_t first = value.find_first_not_of(' ', begin);
            std::size_t last = end;
            while (last > begin && value[last - 1] == ' ')
                --last;
            if (first < last)
                words.push_back(value.substr(first, last - first));
            begin = end + 1;
        }
    }
    return words;
}

std::string Given::name_of(std::string_view flag) const
{
    auto found = values_.find(flag);
    return found == values_.end() ? std::string(flag) : found->second.from;
}

Given parse_flags(const Command& command, std::span<const std::string> arguments, const Environment& environment)
{
    // What follows "--" is a path, even when it begins with "-".
    auto stop = std::find(arguments.begin(), arguments.end(), "--");
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    const std::vector<Flag>& flags = command.flags();
    std::vector<std::vector<std::string>> values(flags.size());
    std::vector<CLI::Option*> options;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        std::string names(flags[i].name);
        if (flags[i].letter != 0)
            names += fmt::format(",-{}", flags[i].letter);
        options.push_back(flags[i].value.empty() ? app.add_flag(names)
                                                 : app.add_option(names, values[i])->allow_extra_args(false));
    }
    std::vector<std::string> backwards(arguments.begin(), stop);
    std::reverse(backwards.begin(), backwards.end()); // CLI11 takes them from the end
    try {
        app.parse(std::move(backwards));
    } catch (const CLI::ArgumentMismatch&) {
        // The only way: the last argument is a flag that wants a value.
        std::string word = stop == arguments.begin() ? "" : *std::prev(stop);
        throw Failure("`{}` needs a value\nhelp: see `zonevet help {}`", defused(word), command.name);
    } catch (const CLI::ParseError& error) {
        throw Failure("{}\nhelp: see `zonevet help {}`", defused(error.what()), command.name);
    }

    Given given;
    for (std::string& word : app.remaining()) {
        if (word.size() > 1 && word.front() == '-')
            unknown_flag(command, word);
        given.words_.push_back(std::move(word));
    }
    if (stop != arguments.end())
        given.words_.insert(given.words_.end(), std::next(stop), arguments.end());
    for (std::size_t i = 0; i < flags.size(); ++i) {
        Given::Values& entry = given.values_[std::string(flags[i].name)];
        entry.from = std::string(flags[i].name);
        bool is_switch = flags[i].value.empty();
        if (options[i]->count() > 0) {
            entry.values =
                is_switch ? std::vector<std::string>{switch_value(entry.from, options[i]->results().back()) ? "1" : "0"}
                          : values[i];
            continue;
        }
        std::string variable = variable_name(flags[i].name);
        std::optional<std::string> value = environment.variable(variable.c_str());
        if (!value || value->empty()) {
            given.values_.erase(std::string(flags[i].name));
            continue;
        }
        entry.from = variable;
        entry.values = {is_switch ? (switch_value(variable, *value) ? "1" : "0") : *value};
    }
    return given;
}

} // namespace zonevet
