#include "cli/documents.h"

#include "base/failure.h"
#include "cli/files.h"
#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace zonevet {

namespace {

bool has_ending(std::string_view path, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return path.ends_with(ending); });
}

// Exports are zone files by their name, and tell at their beginning.
bool may_be_export(const std::string& path)
{
    constexpr std::streamoff looked_at = 1024;
    if (!std::filesystem::is_regular_file(path))
        return false; // opening a pipe would wait for somebody to write
    std::ifstream in(path, std::ios::binary);
    std::string head(looked_at, '\0');
    in.read(head.data(), looked_at);
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    std::string_view begin = std::string_view(head).substr(std::min(head.find_first_not_of("\r\n"), head.size()));
    return begin.starts_with(";;") || begin.starts_with("; Exported") || begin.starts_with("; <<>>");
}

Document document_of(const Input& input, const Settings& settings)
{
    if (input.bytes != nullptr)
        return {input.path, input.bytes};
    std::error_code error;
    std::uintmax_t size = std::filesystem::file_size(input.path, error);
    if (!error && size > settings.max_file_size)
        throw Failure("`{}` has {} bytes; the limit is {} (files.max-file-size)", defused(input.path),
                      size, settings.max_file_size);
    return {input.path, std::make_shared<Bytes>(Bytes::of_file(input.path))};
}

Input input_of(const ReadZone& zone, const Input& from)
{
    Input input;
    input.path = zone.path;
    input.named = from.named;
    input.bytes = zone.after->text;
    input.zone = zone.zone;
    input.origins = zone.after->origins;
    input.partial = zone.after->partial;
    input.without_apex = zone.after->without_apex;
    return input;
}

// "example.com.yaml", or anything in a folder "example.com."
bool is_called_like_zone(std::string_view path)
{
    std::string_view name = last_part(path);
    return std::count(name.begin(), name.end(), '.') > 1 || path.substr(0, path.size() - name.size()).ends_with("./");
}

// Many a file that is no zone is a template of YAML, and has values of some type.
bool can_be_read(const std::string& path, std::string_view text, const ChangeFormat& format)
{
    try {
        format.read({path, std::make_shared<Bytes>(std::string(text))}, {});
        return true;
    } catch (const Failure&) {
        return false;
    }
}

std::string whole_path(const std::string& path)
{
    return std::filesystem::absolute(path).lexically_normal().string();
}

std::string folder_of(const std::string& path)
{
    return path.substr(0, std::min(path.rfind('/'), path.size()));
}

// "zones/example.com.yaml" and "zones/example.com./www.yaml" are files of one zone.
std::string folder_of_zone(const ReadZone& zone)
{
    std::string folder = folder_of(whole_path(zone.path));
    return last_part(folder).ends_with('.') ? folder_of(folder) : folder;
}

// Whether all files of its zone are among the parts.
bool is_whole(const ReadZone& zone, const std::set<std::string>& parts, const Neighbours& neighbours)
{
    std::vector<std::string> files = files_of_zone(whole_path(zone.path), zone.zone, neighbours);
    return std::all_of(files.begin(), files.end(),
                       [&](const std::string& file) { return parts.contains(file); });
}

bool is_yaml(std::string_view path)
{
    return has_ending(path, {".yaml", ".yml"});
}

} // namespace

std::string format_words()
{
    std::string list;
    for (const ChangeFormat& format : change_formats())
        list += (list.empty() ? "" : ", ") + std::string(format.word);
    return list;
}

const ChangeFormat* format_of(const Document& document, const Given& given)
{
    std::string word = given.last("--format");
    if (!word.empty()) {
        const ChangeFormat* format = format_called(word);
        if (format == nullptr && word != "zone")
            throw Failure("{}: `{}` is no format\nhelp: zone, {}", given.name_of("--format"),
                          defused(word), format_words());
        return format;
    }
    std::string_view text = document.bytes->view();
    const ChangeFormat* format = recognize_format(document.path, text);
    // The first word of a zone may be one of nsupdate's commands.
    if (format != nullptr && format->word == "nsupdate" && looks_like_zone_text(text))
        return nullptr;
    return format;
}

bool is_plain_zone_file(const std::string& path)
{
    return looks_like_zone_name(last_part(path)) && !may_be_export(path);
}

bool may_be_state_document(std::string_view path)
{
    return has_ending(path, {".yaml", ".yml", ".json"});
}

const ChangeFormat* state_format(const std::string& path, std::string_view text)
{
    const ChangeFormat* format = recognize_format(path, text);
    bool is_sure = format != nullptr && format->describes != Describes::change &&
                   format->word != "registry" && format->word != "csv";
    bool may_be_template = text.find("{{") != std::string_view::npos ||
                           (is_sure && format->word == "octodns" && !is_called_like_zone(path));
    if (is_sure && may_be_template && !can_be_read(path, text, *format))
        return nullptr;
    return is_sure ? format : nullptr;
}

bool is_state_document(const std::string& path)
{
    return may_be_state_document(path) && state_format(path, Bytes::of_file(path).view()) != nullptr;
}

std::vector<std::string> files_of_zone(const std::string& path, const std::string& zone,
                                       const Neighbours& neighbours)
{
    std::string folder = folder_of(path);
    std::string_view last = last_part(folder);
    std::vector<std::string> files{path};
    auto add = [&](const std::string& from, auto&& is_part) {
        for (std::string& file : neighbours.list(from))
            if (is_yaml(file) && file != path && is_part(last_part(file)))
                files.push_back(std::move(file));
    };
    auto is_called_like_zone = [&](std::string_view name) {
        return name == zone + "yaml" || name == zone + "yml" || name.starts_with(zone + "_") ||
               name.starts_with("$" + zone);
    };
    auto any = [](std::string_view) { return true; };
    if (last.starts_with(zone)) {
        add(folder, any);
        add(folder_of(folder), is_called_like_zone);
    } else {
        add(folder, is_called_like_zone);
        add(folder + "/" + zone, any);
    }
    return files;
}

std::vector<ReadZone> joined_zones(std::vector<ReadZone> zones, const Neighbours& neighbours)
{
    std::vector<ReadZone> joined;
    std::vector<std::set<std::string>> parts; // the files of each
    std::map<std::string, std::size_t> known; // zone and folder -> where it is in `joined`
    for (ReadZone& zone : zones) {
        std::size_t at = joined.size();
        if (zone.after && !zone.before && is_yaml(zone.path))
            at = known.emplace(folder_of_zone(zone) + "\n" + zone.zone + " " + zone.view, at).first->second;
        if (at == joined.size()) {
            parts.push_back({whole_path(zone.path)});
            joined.push_back(std::move(zone));
            continue;
        }
        ReadZone& into = joined[at];
        parts[at].insert(whole_path(zone.path));
        into.after = joined_state(*into.after, *zone.after);
        into.notes.insert(into.notes.end(), zone.notes.begin(), zone.notes.end());
    }
    for (std::size_t i = 0; i < joined.size(); ++i)
        if (joined[i].after && joined[i].after->is_part && !is_whole(joined[i], parts[i], neighbours))
            joined[i].after->partial = true;
    return joined;
}

std::optional<ZoneFile> file_of(const ReadZone& zone, const std::optional<ReadState>& state)
{
    if (!state)
        return {};
    ZoneFile file;
    file.path = file.shown = zone.path;
    file.zone = zone.zone;
    file.bytes = state->text;
    file.origins = state->origins;
    file.partial = state->partial;
    file.without_apex = state->without_apex;
    return file;
}

std::vector<ZoneFile> files_of_documents(std::vector<ReadZone> zones, const Neighbours& neighbours)
{
    std::vector<ZoneFile> files;
    for (const ReadZone& zone : joined_zones(std::move(zones), neighbours))
        if (std::optional<ZoneFile> file = file_of(zone, zone.after)) {
            file->key = zone.zone + " " + zone.view;
            files.push_back(std::move(*file));
        }
    return files;
}

std::vector<Input> with_documents(std::vector<Input> inputs, const Given& given,
                                  const Settings& settings, std::vector<std::string>& notes)
{
    std::vector<Input> list;
    std::vector<ReadZone> zones;
    std::size_t partial = 0, documents = 0;
    ReadOptions options;
    options.origin = settings.zone_name;
    options.is_asked = given.has("--format");
    for (Input& input : inputs) {
        bool is_forced = given.has("--format");
        if (!is_forced && input.bytes == nullptr && is_plain_zone_file(input.path)) {
            list.push_back(std::move(input));
            continue;
        }
        Document document = document_of(input, settings);
        const ChangeFormat* format = format_of(document, given);
        if (format == nullptr) {
            if (!is_forced && has_ending(input.path, {".yaml", ".yml", ".json"}) &&
                !looks_like_zone_text(document.bytes->view()))
                throw Failure("`{}` is in no format that describes a zone\nhelp: --format says which it "
                              "is: {}",
                              defused(input.path), format_words());
            list.push_back(std::move(input));
            continue;
        }
        for (ReadZone& zone : format->read(document, options)) {
            notes.insert(notes.end(), zone.notes.begin(), zone.notes.end());
            zone.notes.clear();
            if (zone.before && !input.named)
                continue; // a change that lies among zones
            if (zone.before)
                throw Failure("`{}` is a change ({}), not a zone\nhelp: zonevet review --apply {}",
                              defused(input.path), format->name, defused(input.path));
            if (zone.after)
                zones.push_back(std::move(zone));
        }
    }
    for (const ReadZone& zone : joined_zones(std::move(zones), options.neighbours)) {
        list.push_back(input_of(zone, Input{}));
        list.back().named = true;
        partial += zone.after->partial;
        ++documents;
    }
    if (partial > 0)
        notes.push_back(documents == 1
                            ? fmt::format("{}: a part of {} is known: what needs the whole zone is not "
                                          "evaluated",
                                          list.back().path, list.back().zone)
                            : fmt::format("of {} of {} zones a part is known: what needs the whole zone "
                                          "is not evaluated there",
                                          partial, documents));
    return list;
}

} // namespace zonevet
