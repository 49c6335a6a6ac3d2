// The order of keys, which octoDNS's loader refuses to read when it is another, and the configuration
// that says whether it does.
#include "base/failure.h"
#include "formats/octodns_mistakes.h"
#include "text/source.h"

#include <algorithm>
#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view take(std::string_view& text, bool digits)
{
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end]) == digits)
        ++end;
    std::string_view part = text.substr(0, end);
    text.remove_prefix(end);
    return part;
}

int compare_numbers(std::string_view a, std::string_view b)
{
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

// Zones are called like domains, configurations are not.
bool may_be_configuration(const fs::path& path)
{
    std::string ending = path.extension().string();
    return (ending == ".yaml" || ending == ".yml") && path.stem().string().find('.') == std::string::npos;
}

bool read_settings(const std::string& path, const std::string& folder, const std::string& zone,
                   const Neighbours& neighbours, OctodnsSettings& settings)
{
    constexpr std::size_t largest = 1 << 20;
    try {
        std::shared_ptr<const Bytes> bytes = neighbours.read(path);
        std::string_view text = bytes->view();
        if (text.size() > largest || text.find("YamlProvider") == std::string_view::npos)
            return false;
        Value root = read_yaml(path, text);
        for (const auto& [id, provider] : root["providers"].members) {
            if (!provider["class"].text.ends_with("YamlProvider"))
                continue;
            std::string directory = fs::path(provider["directory"].text + "/").parent_path().filename().string();
            if (!directory.empty() && directory != "." && directory != folder)
                continue;
            auto is_off = [&, &members = provider](std::string_view key) {
                return members[key].kind == Value::Kind::boolean && !members[key].is_true();
            };
            settings.found = true;
            settings.enforces_order = !is_off("enforce_order");
            settings.orders_naturally = provider["order_mode"].text != "simple";
            settings.escapes_semicolons = !is_off("escaped_semicolons");
            const Value& about = root["zones"].has(zone) ? root["zones"][zone] : root["zones"]["*"];
            settings.is_lenient = about["lenient"].is_true();
            return true;
        }
    } catch (const Failure&) {
        // It is not what is judged here.
    }
    return false;
}

} // namespace

bool is_in_natural_order(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (int text = take(a, false).compare(take(b, false)); text != 0)
            return text < 0;
        if (a.empty() || b.empty())
            break;
        if (int number = compare_numbers(take(a, true), take(b, true)); number != 0)
            return number < 0;
    }
    return a.empty(); // the shorter one comes first; two that compare alike stay as they are
}

// All but a longest part that is in order.
std::vector<MisplacedKey> misplaced_keys(const std::vector<const Value::Member*>& list)
{
    std::vector<MisplacedKey> misplaced;
    auto is_fine = [&](const Value::Member* a, const Value::Member* b) {
        return is_in_natural_order(a->first.text, b->first.text);
    };
    std::vector<std::size_t> tails, before(list.size(), list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto at = std::upper_bound(tails.begin(), tails.end(), i,
                                   [&](std::size_t a, std::size_t b) { return !is_fine(list[b], list[a]); });
        before[i] = at == tails.begin() ? list.size() : *std::prev(at);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<std::size_t> stays;
    for (std::size_t i = tails.empty() ? list.size() : tails.back(); i < list.size(); i = before[i])
        stays.push_back(i);
    std::reverse(stays.begin(), stays.end());
    auto kept = stays.begin();
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (kept != stays.end() && *kept == i) {
            ++kept;
            continue;
        }
        auto next = std::partition_point(stays.begin(), stays.end(),
                                         [&](std::size_t each) { return is_fine(list[each], list[i]); });
        misplaced.push_back({list[i], next == stays.end() ? nullptr : list[*next]});
    }
    return misplaced;
}

OctodnsSettings octodns_settings(const std::string& path, const std::string& zone, const Neighbours& neighbours)
{
    OctodnsSettings settings;
    fs::path folder = fs::absolute(path).lexically_normal().parent_path();
    if (folder.filename().string().ends_with('.')) // "example.com./"
        folder = folder.parent_path();
    std::string zones = folder.filename().string();
    constexpr int levels = 4;
    for (int level = 0; level < levels && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
        for (const fs::path& place : {folder, folder / "config"}) {
            std::vector<std::string> files = neighbours.list(place.string());
            std::sort(files.begin(), files.end());
            for (const std::string& file : files)
                if (may_be_configuration(file) && read_settings(file, zones, zone, neighbours, settings))
                    return settings;
        }
        if (neighbours.is_top(folder.string()))
            break;
    }
    return settings;
}

} // namespace zonevet
