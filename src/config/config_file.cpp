// zonevet.toml: where it is found and what it extends. One run has one
// configuration: zones refer to each other across folders, so differences between folders go into
// [[override]].
#include "config/config_reader.h"

#include "base/failure.h"
#include "policy/load.h"

#include <algorithm>
#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_extended = 16;

// One file of the configuration, read but not yet understood: rules of one file may use lists of
// another, and settings may name rules of any.
struct ConfigFile {
    ConfigText text;
    toml::table parsed;
    ConfigTable table;

    ConfigFile(std::string content, const std::string& shown, const std::string& folder)
        : text(std::move(content), shown, folder), parsed(parsed_toml(text)), table(text, parsed, "")
    {
    }
};
using ConfigFiles = std::vector<std::unique_ptr<ConfigFile>>;

void gather_file(ConfigFiles& files, Config& config, const std::string& path, const std::string& shown,
                 std::vector<std::string>& open);

// The files a folder holds, or the file itself.
std::vector<fs::path> files_at(const fs::path& path)
{
    if (!fs::is_directory(path))
        return {path};
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(path))
        if (entry.is_regular_file() && entry.path().extension() == ".toml")
            files.push_back(entry.path());
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
        fs::path path = (fs::path(table.text().folder()) / name).lexically_normal();
        if (!fs::exists(path)) {
            bool address = name.find("://") != std::string::npos;
            table.text().mistake(at, fmt::format("there is no file `{}`", defused(name)),
                                 address ? "nothing is fetched: extend a file of this machine"
                                         : fmt::format("it is looked for at {}", defused(path.string())));
            continue;
        }
        std::vector<fs::path> found = files_at(path);
        if (found.empty())
            table.text().mistake(at, fmt::format("there is no .toml file in `{}`", defused(name)));
        for (const fs::path& file : found) {
            if (std::find(open.begin(), open.end(), file.string()) != open.end() || open.size() >= most_extended) {
                table.text().mistake(at, fmt::format("`{}` extends itself", defused(name)));
                continue;
            }
            std::string shown = path_seen_from(file.string(), working_directory());
            // Two files may extend a third.
            bool read = std::any_of(files.begin(), files.end(),
                                    [&](const auto& other) { return other->text.shown_path() == shown; });
            if (!read)
                gather_file(files, config, file.string(), shown, open);
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

void gather_file(ConfigFiles& files, Config& config, const std::string& path, const std::string& shown,
                 std::vector<std::string>& open)
{
    auto file = std::make_unique<ConfigFile>(std::string(Bytes::of_file(path).view()), shown,
                                             fs::path(path).parent_path().string());
    open.push_back(path);
    config.files_read.push_back(shown);
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

// From the working directory upward, not beyond the root of the git repository.
std::string find_config()
{
    for (fs::path folder = working_directory();; folder = folder.parent_path()) {
        std::error_code error;
        bool hidden = fs::exists(folder / ".zonevet.toml", error);
        bool visible = fs::exists(folder / "zonevet.toml", error);
        if (hidden && visible)
            throw Failure("two configurations in `{}`: .zonevet.toml and zonevet.toml\nhelp: keep one",
                          defused(folder.string()));
        if (hidden || visible)
            return (folder / (hidden ? ".zonevet.toml" : "zonevet.toml")).string();
        if (fs::exists(folder / ".git", error) || folder == folder.parent_path())
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
    gather(files, config, std::make_unique<ConfigFile>(text, shown_path, folder), open);
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
        fs::path path = (fs::path(working_directory()) / name).lexically_normal();
        for (const fs::path& file : files_at(path))
            gather_file(files, config, file.string(), path_seen_from(file.string(), working_directory()), open);
    }
    understand(config, files, rules, true);
    return config;
}

Config load_config(const ConfigSource& source, const std::vector<Rule>& rules)
{
    Config config;
    std::string path;
    if (source.path) {
        path = source.path->starts_with('/')
                   ? *source.path
                   : (fs::path(working_directory()) / *source.path).lexically_normal().string();
        config.path = *source.path;
    } else if (!source.isolated) {
        path = find_config();
        if (!path.empty())
            config.path = path_seen_from(path, working_directory());
    }
    if (!path.empty()) {
        ConfigFiles files;
        std::vector<std::string> open;
        gather_file(files, config, path, config.path, open);
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
