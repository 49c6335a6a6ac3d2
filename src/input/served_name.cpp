// Both names may be right in themselves; the place to correct is the one that others do not see.
#include "input/served_name.h"

#include "base/ascii.h"
#include "dns/public_suffix.h"
#include "text/tree.h"
#include "zone/origin.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

// "example.net.zone", "db.example.net": people write names of zones like this. "named.hosts.cc" may be one of
// theirs, but need not be.
bool is_named_after_zone(std::string_view file_name, std::string_view zone)
{
    return (file_name.ends_with(".zone") || file_name.starts_with("db.")) && zone.find('.') + 1 < zone.size() &&
           ends_in_public_suffix(zone);
}

// "db.168.192" and "db.192.168" are both names for 168.192.in-addr.arpa.
bool is_network_of(std::string_view file_name, Name served)
{
    std::string name = served.text();
    std::string_view zone = name;
    constexpr std::string_view reverse = ".in-addr.arpa.";
    if (!zone.ends_with(reverse))
        return false;
    zone.remove_suffix(reverse.size());
    std::size_t at = file_name.find(zone);
    auto is_part = [&](std::size_t i) { return i < file_name.size() && is_digit(file_name[i]); };
    return at != std::string_view::npos && !(at > 0 && is_part(at - 1)) && !is_part(at + zone.size());
}

} // namespace

std::optional<Problem> contradiction(const ZoneFile& file, std::string_view text, Name served, const std::string& place,
                                     std::uint32_t source, const Placeholders* declared)
{
    const std::string& path = file.shown_path();
    OriginGuess guess = guess_origin(text, path, declared);
    Name said = guess.name.view();
    if (guess.from.empty() || said == served)
        return {};
    Problem problem;
    std::size_t begin = guess.at.empty() ? 0 : static_cast<std::size_t>(guess.at.data() - text.data());
    problem.span = {source, begin, begin + guess.at.size()};
    problem.entry = Position(source, begin);
    if (guess.from != "file name") {
        problem.mistake = Mistake::served_name_not_origin;
        problem.message = fmt::format("this {} is that of `{}`, and {} says that the file is that of `{}`", guess.from,
                                      said, place, served);
        problem.help = "correct the file in the configuration, or the name here";
        return problem;
    }
    std::string_view name = last_part(path);
    if (file.shared || said.is_at_or_below(served) || served.is_at_or_below(said) ||
        !is_named_after_zone(name, said.text()) || is_network_of(name, served))
        return {};
    problem.mistake = Mistake::served_name_not_file;
    problem.message = fmt::format("the file is called `{}`, and {} says that it is that of `{}`", name, place, served);
    problem.help = "correct the file in the configuration, or state `$ORIGIN` in the file";
    return problem;
}

Problem served_otherwise(const ZoneFile& file, std::string_view text, const ZoneName& wanted, const ZoneName& served,
                         std::uint32_t source, const Placeholders* declared)
{
    if (std::optional<Problem> problem = contradiction(file, text, served.name.view(), served.place, source, declared))
        return std::move(*problem);
    Problem problem;
    problem.mistake = Mistake::served_name_not_origin;
    problem.span = {source, 0, 0};
    problem.entry = Position(source, 0);
    problem.message = fmt::format("{} says that this is the zone `{}`, and {} serves it as `{}`", wanted.place,
                                  wanted.name.view(), served.place, served.name.view());
    problem.help = "correct the one that is wrong, and state `$ORIGIN` in the file";
    return problem;
}

std::optional<Problem> misnamed(const ZoneFile& file, std::string_view text, std::uint32_t source,
                                const Placeholders* declared)
{
    std::string_view name = last_part(file.shown_path());
    OriginGuess by_path = guess_origin("", file.shown_path());
    if (by_path.from != "file name" || !is_named_after_zone(name, by_path.name.view().text()))
        return {};
    OriginGuess guess = guess_origin(text, file.shown_path(), declared);
    Name said = guess.name.view(), called = by_path.name.view();
    bool is_said = guess.from == "SOA record" || guess.from == "$ORIGIN";
    if (!is_said || guess.at.empty() || said.is_root() || said.is_at_or_below(called) || called.is_at_or_below(said) ||
        is_network_of(name, said))
        return {};
    Problem problem;
    auto begin = static_cast<std::size_t>(guess.at.data() - text.data());
    problem.mistake = Mistake::file_name_not_zone;
    problem.span = {source, begin, begin + guess.at.size()};
    problem.entry = Position(source, begin);
    problem.message = fmt::format("the file is called `{}`, and this makes it the zone `{}`", name, said);
    problem.help = fmt::format("write `{}` here, or give the file the name of its zone", called);
    return problem;
}

} // namespace zonevet
