// A hook passes the changed file alone, so the search runs at every commit that touches a fragment: every file is
// looked through once for "$INCLUDE", and only lines with one are read.
#include "input/includes.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "syntax/lexer.h"
#include "zone/build.h"

#include <algorithm>
#include <cstring>

namespace zonevet {

std::vector<std::string> included_by(std::string_view text)
{
    constexpr std::string_view word = "$include";
    std::vector<std::string> names;
    for (std::size_t at = 0; (at = text.find('$', at)) != std::string_view::npos; ++at) {
        std::string_view rest = text.substr(at);
        if (!same_word(rest.substr(0, word.size()), word))
            continue;
        rest.remove_prefix(word.size());
        if (rest.empty() || (rest[0] != ' ' && rest[0] != '\t'))
            continue;
        Lexer lexer(rest.substr(0, std::min(rest.find('\n'), rest.size())));
        EntryText entry;
        if (lexer.next(entry) && !entry.words.empty() && !entry.words[0].text.empty())
            names.emplace_back(entry.words[0].text);
    }
    return names;
}

void IncludeIndex::add_folder(const std::string& folder)
{
    if (!folders_.insert(folder).second)
        return;
    for (const std::string& file : tree_.files_with({"$include"}, folder))
        add_file(file);
}

void IncludeIndex::add_file(const std::string& path)
{
    std::string file = tree_.resolve(path);
    if (file.empty() || !files_.insert(file).second)
        return;
    std::vector<std::string> names;
    try {
        names = included_by(tree_.read(file)->view());
    } catch (const Failure&) {
        return; // what cannot be read includes nothing
    }
    // The zone whose folder, or the server whose directory, a relative path is relative to is not known here: each
    // folder above may be it.
    for (const std::string& name : names) {
        bool is_found = false;
        for (std::string folder = file.substr(0, file.rfind('/') + 1);;) {
            std::string included = included_path(tree_, name, folder, folder, root_of(tree_, file));
            std::string real = included.empty() ? "" : tree_.resolve(included);
            if (!real.empty()) {
                std::vector<std::string>& list = includers_[real];
                if (list.empty() || list.back() != file)
                    list.push_back(file);
                is_found = true;
            }
            if (name.starts_with('/') || folder.size() < 2)
                break;
            folder.resize(folder.rfind('/', folder.size() - 2) + 1);
        }
        if (!is_found)
            missing_[std::string(last_part(name))].push_back(file);
    }
}

std::vector<std::string> IncludeIndex::includers_of(const std::string& path) const
{
    if (auto found = includers_.find(path); found != includers_.end())
        return found->second;
    auto found = missing_.find(std::string(last_part(path)));
    return found != missing_.end() && !tree_.is_file(path) ? found->second : std::vector<std::string>();
}

std::vector<std::string> IncludeIndex::zones_with(const std::string& path,
                                                  const std::function<bool(const std::string& path)>& is_zone) const
{
    std::set<std::string> zones, seen{path};
    std::vector<std::string> open{path};
    while (!open.empty()) {
        std::string file = std::move(open.back());
        open.pop_back();
        std::vector<std::string> includers = includers_of(file);
        for (const std::string& includer : includers)
            if (seen.insert(includer).second)
                open.push_back(includer);
        if (file != path && is_zone(file))
            zones.insert(file);
    }
    // A zone reads nothing outside of its own tree.
    std::erase_if(zones, [&](const std::string& zone) {
        std::string root = root_of(tree_, zone);
        return !root.empty() && root != "/" && !path.starts_with(root + "/");
    });
    return {zones.begin(), zones.end()};
}

} // namespace zonevet
