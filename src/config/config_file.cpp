// zonevet.toml: where it is found and what it extends. One run has one
// configuration: zones refer to each other across folders, so differences between folders go into
// [[override]].
#include "config/config_reader.h"

#include "base/failure.h"
#include "base/machine_fault.h"
#include "policy/load.h"
#include "text/roots.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_extended = 16;

// The file itself could not be read; what stands in it is another matter.
class Unreadable : public Failure {
    using Failure::Failure;
};

// One file of the configuration, read but not yet understood: rules of one file may use lists of
// another, and settings may name rules of any.
struct ConfigFile {
    ConfigText text;
    toml::table parsed;
    ConfigTable table;

    ConfigFile(std::string content, const std::string& shown, const std::string& folder, const FileTree& tree)
        : text(std::move(content), shown, folder, tree), parsed(parsed_toml(text)), table(text, parsed, "")
    {
    }
};
using ConfigFiles = std::vector<std::unique_ptr<ConfigFile>>;

void gather_file(ConfigFiles& files, Config& config, const FileTree& tree, const std::string& path,
                 const std::string& shown, std::vector<std::string>& open);

// A path of this machine as a person sees it: "../team.toml", "main:team.toml".
std::string shown_of(const FileTree& tree, const std::string& path)
{
    return &tree == &disk() ? path_seen_from(path, working_directory()) : tree.shown(tree.inside(path));
}

// The files a folder holds, or the file itself. Paths are absolute.
std::vector<std::string> files_at(const FileTree& tree, const std::string& path)
{
    std::string inside = tree.inside(path);
    if (!tree.is_folder(inside))
        return {path};
    std::vector<std::string> files;
    for (const std::string& file : tree.files_of(inside))
        if (file.ends_with(".toml"))
            files.push_back(tree.whole(file));
    std::sort(files.begin(), files.end());
    return files;
}

void gather_extended(ConfigFiles& files, Config& config, ConfigTable& table, std::vector<std::string>& open)
{
    Set<std::vector<std::string>> list;
    table.read("extends", list);
    if (!list)
        return;
    const toml::node* node = table.find("extends");
    for (std::size_t i = 0; i < list.value->size(); ++i) {
        const std::string& name = list.value->at(i);
        const toml::source_region at = node->is_array() ? node->as_array()->get(i)->source() : node->source();
        std::string path = (fs::path(table.text().folder()) / name).lexically_normal().string();
        while (path.size() > 1 && path.ends_with('/'))
            path.pop_back();
        // A file outside of the repository is the machine's, not the snapshot's.
        const FileTree& its = table.text().tree();
        const FileTree& tree = its.inside(path).empty() ? disk() : its;
        std::string inside = tree.inside(path);
        if (!tree.is_file(inside) && !tree.is_folder(inside)) {
            bool address = name.find("://") != std::string::npos;
            table.text().mistake(at, fmt::format("there is no file `{}`", defused(name)),
                                 address ? "nothing is fetched: extend a file of this machine"
                                         : fmt::format("it is looked for at {}", defused(path)));
            continue;
        }
        std::vector<std::string> found = files_at(tree, path);
        if (found.empty())
            table.text().mistake(at, fmt::format("there is no .toml file in `{}`", defused(name)));
        for (const std::string& file : found) {
            if (std::find(open.begin(), open.end(), file) != open.end() || open.size() >= most_extended) {
                table.text().mistake(at, fmt::format("`{}` extends itself", defused(name)));
                continue;
            }
            // Whatever it is, a mistake in it would show a line of it.
            if (!tree.resolve(tree.inside(file)).ends_with(".toml")) {
                table.text().mistake(at, fmt::format("`{}` is no .toml file", defused(name)));
                continue;
            }
            std::string shown = shown_of(tree, file);
            // Two files may extend a third.
            if (std::any_of(files.begin(), files.end(),
                            [&](const auto& other) { return other->text.shown_path() == shown; }))
                continue;
            try {
                gather_file(files, config, tree, file, shown, open);
            } catch (const Unreadable& failure) {
                table.text().mistake(at, failure.what(),
                                     "a file elsewhere may be extended when the command line says so: "
                                     "--extends-from FOLDER");
            }
        }
    }
}

// What it extends comes before a file, so that the file itself has the last word.
void gather(ConfigFiles& files, Config& config, std::unique_ptr<ConfigFile> file, std::vector<std::string>& open)
{
    read_version(file->table);
    file->text.finish(); // another version may know other keys
    gather_extended(files, config, file->table, open);
    files.push_back(std::move(file));
}

std::string text_of(const FileTree& tree, const std::string& path)
{
    try {
        return std::string(tree.read(tree.inside(path))->view());
    } catch (const Failure& failure) {
        throw Unreadable("{}", failure.what());
    }
}

void gather_file(ConfigFiles& files, Config& config, const FileTree& tree, const std::string& path,
                 const std::string& shown, std::vector<std::string>& open)
{
    auto file = std::make_unique<ConfigFile>(text_of(tree, path), shown, fs::path(path).parent_path().string(), tree);
    open.push_back(path);
    config.files_read.push_back(shown);
    config.files_in_tree.push_back(tree.inside(path));
    gather(files, config, std::move(file), open);
    open.pop_back();
}

void understand(Config& config, ConfigFiles& files, const std::vector<Rule>& rules, bool packs = false)
{
    auto book = std::make_shared<policy::Book>();
    policy::Loader loader(*book, packs);
    for (auto& file : files)
        loader.read_definitions(file->table);
    for (auto& file : files)
        loader.read_rules(file->table, policy::own_family);
    for (auto& file : files)
        loader.read_review(file->table);
    const std::vector<Rule>* known = &rules;
    if (!book->rules.empty()) {
        auto all = std::make_shared<std::vector<Rule>>(rules);
        all->insert(all->end(), book->rules.begin(), book->rules.end());
        // The rules look into the book: it lives as long as they do.
        config.own_catalogue =
            std::shared_ptr<const std::vector<Rule>>(all.get(), [all, book](const std::vector<Rule>*) {});
        known = all.get();
    }
    if (config.book == nullptr)
        config.book = book;
    for (auto& file : files)
        read_sections(file->table, config, loader, *known);
    for (auto& file : files)
        file->text.finish();
}

// Whether a file above the working directory is one's own: another user of the machine may have put it there.
bool is_own(const fs::path& file)
{
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 && (status.st_uid == ::geteuid() || status.st_uid == 0);
}

// From the working directory upward, not beyond the root of the git repository. Absolute; empty: there is none.
std::string find_config(const FileTree& tree, const std::string& only_in)
{
    const fs::path here = only_in.empty() ? working_directory() : only_in;
    bool is_disk = &tree == &disk();
    for (fs::path folder = here;; folder = folder.parent_path()) {
        auto path = [&](const char* name) { return tree.inside((folder / name).string()); };
        bool hidden = tree.is_file(path(".zonevet.toml")), visible = tree.is_file(path("zonevet.toml"));
        if (hidden && visible)
            throw Failure("two configurations in `{}`: .zonevet.toml and zonevet.toml\nhelp: keep one",
                          defused(folder.string()));
        fs::path found = folder / (hidden ? ".zonevet.toml" : "zonevet.toml");
        if ((hidden || visible) && (!is_disk || folder == here || is_own(found)))
            return found.string();
        std::error_code error;
        bool is_top = is_disk ? fs::exists(folder / ".git", error) : folder == fs::path(tree.whole(""));
        if (is_top || !only_in.empty() || folder == folder.parent_path())
            return "";
    }
}

// --set lint.fail-on=warning: the value is TOML, or a bare word.
void apply_set(Config& config, const std::string& pair, const std::string& flag, const std::vector<Rule>& rules)
{
    std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0)
        throw Failure("{} wants KEY=VALUE, not `{}`\nhelp: for example {} lint.fail-on=warning", flag, defused(pair),
                      flag);
    std::string key = pair.substr(0, equals), value = pair.substr(equals + 1);
    std::string text = fmt::format("{} = {}", key, value);
    bool is_bare_word = !value.empty() && value != "true" && value != "false" &&
                        value.find_first_not_of("abcdefghijklmnopqrstuvwxyz-*") == std::string::npos;
    if (is_bare_word)
        text = fmt::format("{} = \"{}\"", key, value);
    read_config_text(config, text, flag, working_directory(), rules);
}

} // namespace

void read_config_text(Config& config, const std::string& text, const std::string& shown_path, const std::string& folder,
                      const std::vector<Rule>& rules)
{
    ConfigFiles files;
    std::vector<std::string> open;
    gather(files, config, std::make_unique<ConfigFile>(text, shown_path, folder, disk()), open);
    understand(config, files, rules);
}

Config load_rule_files(const std::vector<std::string>& paths)
{
    // What is read stands in for what is built in.
    std::vector<Rule> rules;
    for (const Rule& rule : all_rules())
        if (rule.policy == nullptr)
            rules.push_back(rule);
    Config config;
    ConfigFiles files;
    std::vector<std::string> open;
    for (const std::string& name : paths) {
        roots().name(name);
        for (const std::string& file : files_at(disk(), disk().whole(name)))
            gather_file(files, config, disk(), file, path_seen_from(file, working_directory()), open);
    }
    understand(config, files, rules, true);
    return config;
}

Config load_config(const ConfigSource& source, const std::vector<Rule>& rules)
{
    Config config;
    const FileTree* tree = source.tree != nullptr ? source.tree : &disk();
    for (const std::string& folder : source.extends_from)
        roots().add(folder);
    std::string path;
    if (source.path) {
        path = disk().whole(*source.path);
        if (tree->inside(path).empty())
            tree = &disk(); // outside of the repository: the machine's own
        config.path = tree == &disk() ? *source.path : shown_of(*tree, path);
    } else if (!source.isolated) {
        path = find_config(*tree, source.folder);
        if (!path.empty())
            config.path = shown_of(*tree, path);
    }
    if (!path.empty()) {
        if (tree == &disk())
            roots().name(path);
        ConfigFiles files;
        std::vector<std::string> open;
        try {
            gather_file(files, config, *tree, path, config.path, open);
        } catch (const Unreadable& failure) {
            if (tree == &disk())
                throw;
            throw Failure("{}\nhelp: --policy-from {} takes the file as it lies here", failure.what(),
                          defused(source.path.value_or("FILE")));
        }
        understand(config, files, rules);
    }
    const std::vector<Rule>& known = config.own_catalogue != nullptr ? *config.own_catalogue : rules;
    for (const std::string& pair : source.set)
        apply_set(config, pair, source.set_from, known);
    return config;
}

std::string toml_text(std::string_view text)
{
    std::string out = "\"";
    for (char c : defused(text)) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

} // namespace zonevet
