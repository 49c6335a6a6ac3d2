// What rules share: lists, groups of zones, profiles, services.
#include "policy/load.h"

#include "base/ascii.h"
#include "base/failure.h"

#include <algorithm>
#include <filesystem>

namespace zonevet::policy {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

// One item a line; "#" begins a comment.
void read_list_file(ConfigTable& table, const std::string& name, Definitions::List& list)
{
    Set<std::string> file;
    table.read("file", file);
    if (!file) {
        if (table.find("file") == nullptr)
            table.text().mistake(table.region(), fmt::format("list `{}` needs `file`", defused(name)),
                                 "{ file = \"policy/list.txt\" }");
        return;
    }
    const toml::source_region at = table.find("file")->source();
    std::string path = (std::filesystem::path(table.text().folder()) / *file).lexically_normal().string();
    try {
        const FileTree& tree = table.text().tree();
        std::shared_ptr<const Bytes> bytes = tree.read(tree.inside(path));
        std::string_view rest = bytes->view();
        while (!rest.empty()) {
            std::size_t end = std::min(rest.find('\n'), rest.size());
            std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(rest.size(), end + 1));
            line = trimmed(line.substr(0, line.find('#')));
            if (!line.empty())
                list.items.push_back({std::string(line), 0, false});
        }
    } catch (const Failure& failure) {
        // Said with the path as it is written.
        std::string reason = failure.what();
        if (std::size_t found = reason.find(path); found != std::string::npos)
            reason.replace(found, path.size(), *file);
        table.text().mistake(at, reason);
    }
}

} // namespace

Loader::Loader(Book& book, bool is_pack) : book_(book), is_pack_(is_pack)
{
    for (const ServiceProfile& profile : pack_profiles())
        definitions_.profiles.emplace(profile.name, "");
}

Loader::Loader(const Loader& other, Book& book)
    : book_(book), is_pack_(other.is_pack_), definitions_(other.definitions_)
{
}

void Loader::read_lists(ConfigTable& lists)
{
    lists.each([&](const toml::key& key, const toml::node& node) {
        std::string name(key.str());
        Definitions::List list;
        list.from = lists.text().from(key.source());
        if (const toml::table* table = node.as_table()) {
            ConfigTable inner(lists.text(), *table, fmt::format("lists.{}", name));
            read_list_file(inner, name, list);
            inner.finish();
        } else if (const toml::array* array = node.as_array()) {
            for (const toml::node& item : *array) {
                if (const auto* text = item.as_string())
                    list.items.push_back({text->get(), 0, false});
                else if (const auto* number = item.as_integer())
                    list.items.push_back({fmt::format("{}", number->get()), number->get(), true});
                else
                    lists.wrong_kind(item, name, "a list of strings or numbers");
            }
        } else {
            lists.wrong_kind(node, name, "a list of strings or numbers, or { file = \"...\" }");
        }
        if (list.items.empty() && node.is_array())
            lists.text().mistake(node.source(), fmt::format("list `{}` is empty", defused(name)));
        definitions_.lists[name] = std::move(list); // the later file wins
    });
}

void Loader::read_groups(ConfigTable& groups)
{
    groups.each([&](const toml::key& key, const toml::node& node) {
        std::string name(key.str());
        Set<std::vector<std::string>> zones;
        groups.read(name, zones);
        if (!zones)
            return;
        if (zones.value->empty())
            groups.text().mistake(node.source(), fmt::format("group `{}` is empty", defused(name)));
        definitions_.groups[name] = *zones;
    });
}

void Loader::read_profiles(ConfigTable& profiles)
{
    profiles.each([&](const toml::key& key, const toml::node& node) {
        std::string name(key.str());
        if (!is_kebab(name))
            profiles.text().mistake(key.source(), fmt::format("`{}` is no name for a profile", defused(name)),
                                    "small letters, digits and hyphens");
        ServiceProfile profile;
        profile.name = book_.keep(name);
        if (node.is_string()) {
            profile.summary = book_.keep(node.as_string()->get());
        } else if (const toml::table* table = node.as_table()) {
            ConfigTable inner(profiles.text(), *table, fmt::format("profiles.{}", name));
            Set<std::string> summary;
            inner.read("summary", summary);
            if (summary)
                profile.summary = book_.keep(*summary);
            inner.find("detect"); // read when all lists are known
            inner.finish();
        } else {
            profiles.wrong_kind(node, name, "a string or a table with `summary` and `detect`");
        }
        auto [known, is_new] = definitions_.profiles.emplace(name, profiles.text().from(key.source()));
        if (!is_new && !known->second.empty())
            profiles.text().mistake(key.source(), fmt::format("profile `{}` is there twice", defused(name)),
                                    fmt::format("the first is at {}", known->second));
        book_.profiles.push_back(profile);
    });
}

void Loader::read_detect(ConfigTable& file)
{
    const toml::node* node = file.find("profiles");
    if (node == nullptr || !node->is_table())
        return;
    for (const auto& [key, value] : *node->as_table()) {
        const toml::table* table = value.as_table();
        const toml::node* detect = table == nullptr ? nullptr : table->get("detect");
        if (detect == nullptr)
            continue;
        MatcherReader reader(file.text(), book_, definitions_);
        Matcher matcher = reader.read(*detect, {}, "detect");
        for (ServiceProfile& profile : book_.profiles)
            if (profile.name == key.str())
                profile.detect = book_.keep_one(matcher);
    }
}

void Loader::read_service(ConfigTable& table)
{
    ServiceEntry service;
    Set<std::string> label, name, family, source;
    Set<std::vector<std::string>> protocols;
    table.read("label", label);
    table.read("proto", protocols);
    table.read("name", name);
    table.read("family", family);
    table.read("source", source);
    Set<std::string> policy;
    Set<std::string> status;
    auto one_of = [&](std::string_view key, Set<std::string>& to, const std::vector<std::string_view>& words) {
        table.read<std::string>(key, to, words, [&](std::string_view word) -> std::optional<std::string> {
            if (std::find(words.begin(), words.end(), word) == words.end())
                return std::nullopt;
            return std::string(word);
        });
    };
    one_of("policy", policy, {service_policies.begin(), service_policies.end()});
    one_of("status", status, {service_statuses.begin(), service_statuses.end()});
    ConfigText& text = table.text();
    for (std::string_view key : {"ports", "alt-ports"}) {
        const toml::node* node = table.find(key);
        if (node == nullptr)
            continue;
        const toml::array* list = node->as_array();
        if (list == nullptr) {
            table.wrong_kind(*node, key, "a list of port numbers");
            continue;
        }
        for (const toml::node& item : *list) {
            const auto* port = item.as_integer();
            // 0 is for services without a transport: nobody looks at the port.
            if (port == nullptr || port->get() < 0 || port->get() > 65535)
                text.mistake(item.source(), "a port is a number from 0 to 65535");
            else
                service.ports.push_back(static_cast<std::uint16_t>(port->get()));
        }
    }
    if (!label || !protocols || service.ports.empty()) {
        text.mistake(table.region(), "a [[service]] needs `label`, `proto` and `ports`",
                     "label = \"_sip\", proto = [\"tls\"], ports = [443]");
        return;
    }
    auto bare = [](std::string_view word) { return in_lower_case(word.substr(word.starts_with('_') ? 1 : 0)); };
    service.label = bare(*label);
    if (service.label.empty() || service.label.size() > 62 || service.label.find_first_of(". *") != std::string::npos)
        text.mistake(table.find("label")->source(), fmt::format("`{}` is no service label", defused(*label)),
                     "one label like \"_sip\"");
    for (const std::string& protocol : *protocols)
        service.protocols.push_back(bare(protocol));
    service.policy = policy ? *policy : "usual";
    service.status = status ? *status : "standard";
    service.name = name ? *name : *label;
    service.family = family ? *family : "";
    service.source = source ? *source : text.from(table.region());
    if (service.ports.size() > 6)
        text.mistake(table.region(), "a service has at most six ports");
    book_.services.push_back(std::move(service));
}

void Loader::read_definitions(ConfigTable& file)
{
    file.table("lists", [&](ConfigTable& lists) { read_lists(lists); });
    file.table("zone-groups", [&](ConfigTable& groups) { read_groups(groups); });
    // `profiles = [...]` of the configuration has the same name as the table of a pack.
    if (const toml::node* node = file.find("profiles"); node != nullptr && node->is_table())
        file.table("profiles", [&](ConfigTable& profiles) { read_profiles(profiles); });
    file.tables("service", [&](ConfigTable& service) { read_service(service); });
}

bool Loader::knows_profile(std::string_view name) const
{
    return definitions_.profiles.count(name) != 0;
}

std::vector<std::string_view> Loader::profiles() const
{
    std::vector<std::string_view> names;
    for (const auto& [name, where] : definitions_.profiles)
        names.push_back(name);
    return names;
}

std::string Loader::profile_hint(std::string_view name) const
{
    std::string hint = suggestion(name, profiles());
    if (!hint.empty())
        return hint;
    std::string known;
    for (std::string_view each : profiles())
        known += fmt::format("{}{}", known.empty() ? "" : ", ", each);
    return known.empty() ? "no pack declares a profile" : fmt::format("there are {}", known);
}

} // namespace zonevet::policy
