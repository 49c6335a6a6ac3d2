// Scripts of nsupdate, and of knsupdate where a line `origin` says so. Names are relative to the
// root in the one, to the origin in the other; an empty line sends in the one only.
#include "base/ascii.h"
#include "base/failure.h"
#include "dns/rdata.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/update_state.h"
#include "formats/value.h"
#include "formats/zone_names.h"
#include "zone/build.h"

#include <algorithm>
#include <map>

namespace zonevet {

namespace {

struct Token {
    std::string text;
    bool quoted = false, escaped = false;
    std::uint64_t from = 0, to = 0;
};

bool is_number(const std::string& text)
{
    return !text.empty() && text.size() <= 10 &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

constexpr std::string_view commands[] = {
    "server",     "local",      "zone",   "class",   "ttl",    "key",        "gsstsig",
    "update",     "add",        "delete", "del",     "prereq", "nxdomain",   "yxdomain",
    "nxrrset",    "yxrrset",    "send",   "show",    "answer", "debug",      "quit",
    "exit",       "origin",     "realm",  "version", "help",   "oldgsstsig", "check-names",
    "checknames", "check-svcb", "lease",  "tkeyname"};

bool is_command(const std::string& word)
{
    return std::find(std::begin(commands), std::end(commands), word) != std::end(commands);
}

class Script {
public:
    Script(const Document& document, const ReadOptions& options, bool is_knot)
        : document_(document), options_(options), knot_(is_knot)
    {
        files_.push_back({document.path, document.bytes});
        std::string_view text = document.bytes->view();
        for_each_line(text, [&](std::string_view line, std::uint64_t) {
            std::vector<Token> tokens = split(line, 0);
            knot_ = knot_ || (!tokens.empty() && in_lower_case(tokens[0].text) == "origin");
        });
        origin_text_ = options.origin;
        if (options.base) {
            files_.push_back({options.base->path, options.base->bytes});
            base_zone_ = options.base_zone;
        }
    }

    std::vector<ReadZone> run();

private:
    struct Update {
        enum class Kind : std::uint8_t {
            add,
            remove_name,
            remove_set,
            remove_record
        } kind = Kind::add;
        OwnedName owner;
        Type type = Type::none;
        UpdateState::Stored record;
        FilePlace place;
    };
    struct Prerequisite {
        std::string kind; // "yxrrset"
        OwnedName owner;
        Type type = Type::none;
        std::optional<std::string> rdata;
        FilePlace place;
    };
    struct Changed {
        std::optional<UpdateState> before;
        UpdateState after;
        bool known = false; // the base is its zone
        std::vector<Origins::Remark> remarks;
    };

    struct SyntaxFailure {
        FilePlace place;
        std::string message;
    };

    template <class Use> static void for_each_line(std::string_view text, Use&& use)
    {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = std::min(text.find('\n', at), text.size());
            std::string_view line = text.substr(at, end - at);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            use(line, at);
            at = end + 1;
        }
    }
    std::vector<Token> split(std::string_view line, std::uint64_t offset) const;
    [[noreturn]] void fail(const Token& at, std::string_view message) const;
    void line(std::vector<Token> tokens, FilePlace place);
    void update(const std::vector<Token>& tokens, std::size_t at, FilePlace place);
    void prerequisite(const std::vector<Token>& tokens, std::size_t at, FilePlace place);
    void send();
    void read_lines();
    void stop(const SyntaxFailure& failure);
    std::vector<ReadZone> written();
    Changed& zone();
    OwnedName name_of(const Token& token, Name origin) const;
    std::string rdata_of(Type type, const std::vector<Token>& tokens, std::size_t at) const;
    std::string failed(const Prerequisite& prerequisite, const UpdateState& state) const;
    Name origin() const { return knot_ ? origin_.view() : Name(); }

    const Document& document_;
    const ReadOptions& options_;
    std::vector<Origins::File> files_;
    bool knot_, ended_ = false;
    std::size_t placeholders_ = 0;
    std::string origin_text_, zone_text_, base_zone_;
    OwnedName origin_;
    std::optional<std::uint32_t> default_ttl_;
    std::vector<Update> updates_;
    std::vector<Prerequisite> prerequisites_;
    std::map<std::string, Changed> zones_;
};

std::vector<Token> Script::split(std::string_view line, std::uint64_t offset) const
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) != std::string_view::npos;) {
        // A comment: in knsupdate anywhere, in nsupdate only as the first word.
        if (line[at] == ';' && (knot_ || tokens.empty()))
            break;
        Token token;
        std::size_t begin = at;
        if (line[at] == '"') {
            token.quoted = true;
            for (++begin, ++at; at < line.size() && line[at] != '"'; ++at)
                if (line[at] == '\\')
                    ++at;
            token.text = line.substr(begin, std::min(at, line.size()) - begin);
            at = std::min(at + 1, line.size());
        } else {
            while (at < line.size() && line[at] != ' ' && line[at] != '\t' &&
                   !(knot_ && line[at] == ';'))
                at += line[at] == '\\' ? 2 : 1;
            at = std::min(at, line.size());
            token.text = line.substr(begin, at - begin);
        }
        token.escaped = token.text.find('\\') != std::string::npos;
        token.from = offset + begin;
        token.to = offset + begin + token.text.size();
        tokens.push_back(std::move(token));
    }
    return tokens;
}

void Script::fail(const Token& at, std::string_view message) const
{
    throw SyntaxFailure{{0, at.from, at.to}, std::string(message)};
}

OwnedName Script::name_of(const Token& token, Name origin) const
{
    OwnedName name;
    std::string text = token.text == "@" && !knot_ ? "." : token.text;
    if (text == "@")
        return OwnedName(origin);
    if (!to_name(text, name, origin))
        fail(token, fmt::format("`{}` is not a name", defused(token.text)));
    return name;
}

std::string Script::rdata_of(Type type, const std::vector<Token>& tokens, std::size_t at) const
{
    std::vector<Word> words;
    for (std::size_t i = at; i < tokens.size(); ++i)
        words.push_back({tokens[i].text, tokens[i].quoted, tokens[i].escaped, false});
    auto buffer = std::make_unique<RdataBuffer>();
    RdataError error;
    if (!parse_rdata(type, words, origin(), *buffer, error))
        fail(tokens[std::min(at + error.first_word, tokens.size() - 1)], defused(error.message));
    return std::string(buffer->view());
}

Script::Changed& Script::zone()
{
    std::string text = !zone_text_.empty()     ? zone_text_
                       : !origin_text_.empty() ? origin_text_
                                               : base_zone_;
    // nsupdate asks the DNS which zone the first name is in.
    if (text.empty() && !updates_.empty())
        text = ZoneNames(options_).of(updates_.front().owner.view().text());
    if (text.empty() && !prerequisites_.empty())
        text = ZoneNames(options_).of(prerequisites_.front().owner.view().text());
    OwnedName apex;
    if (text.empty())
        throw Failure(
            "{}: nothing says which zone is updated\nhelp: a line `zone NAME`, or --origin NAME",
            defused(document_.path));
    if (!to_name(text, apex))
        throw Failure("{}: `{}` is not a zone name", defused(document_.path), defused(text));
    std::string name = in_lower_case(apex.view().text());
    auto at = zones_.find(name);
    if (at != zones_.end())
        return at->second;
    Changed changed{std::nullopt, UpdateState(apex), false, {}};
    if (options_.base && in_lower_case(base_zone_) == name) {
        changed.known = true;
        BuildOptions build;
        const std::string& path = options_.base->path;
        std::size_t slash = path.rfind('/');
        build.include_root =
            disk().resolve(slash == std::string::npos ? "." : path.substr(0, slash + 1));
        BuiltZone built = build_zone(path, options_.base->bytes, apex, build);
        for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
            Record record = built.zone->record(RecordId{i});
            Span span = built.zone->span(record.place());
            bool own = span.source == built.zone->main_source();
            changed.after.put(record.owner(), record.type(),
                              {std::string(record.rdata()),
                               record.ttl(),
                               {1, own ? span.begin : 0, own ? span.end : 0}});
        }
        changed.before = changed.after;
    }
    return zones_.emplace(name, std::move(changed)).first->second;
}

void Script::update(const std::vector<Token>& tokens, std::size_t at, FilePlace place)
{
    std::string word = at < tokens.size() ? in_lower_case(tokens[at].text) : "";
    bool is_add = word == "add";
    if (!is_add && word != "delete" && word != "del")
        fail(tokens[std::min(at, tokens.size() - 1)], "`update` is followed by add or delete");
    if (++at >= tokens.size())
        fail(tokens.back(), "a name is missing");
    Update update;
    update.place = place;
    update.owner = name_of(tokens[at++], origin());
    std::optional<std::uint32_t> ttl = default_ttl_;
    if (!ttl && knot_)
        ttl = 3600;
    auto read_ttl = [&] {
        std::uint64_t seconds = 0;
        bool plain = at < tokens.size() && is_number(tokens[at].text);
        if (plain || (knot_ && at < tokens.size() &&
                      parse_period(tokens[at].text, seconds) == PeriodError::none)) {
            parse_period(tokens[at].text, seconds);
            if (seconds > 0x7fffffff)
                fail(tokens[at], fmt::format("the TTL `{}` is too large", tokens[at].text));
            ttl = static_cast<std::uint32_t>(seconds);
            ++at;
        }
    };
    read_ttl();
    if (at < tokens.size() && in_lower_case(tokens[at].text) == "in") {
        ++at;
        if (knot_)
            read_ttl();
    }
    if (at < tokens.size()) {
        std::string type = in_lower_case(tokens[at].text);
        update.type = type == "any" ? Type::ANY : type_from_text(tokens[at].text);
        if (update.type == Type::none)
            fail(tokens[at], fmt::format("`{}` is not a record type", defused(tokens[at].text)));
        ++at;
    }
    if (is_add) {
        if (update.type == Type::none || update.type == Type::ANY)
            fail(tokens.back(), "a type and data are missing");
        if (!ttl)
            fail(tokens[at - 1], "a TTL is missing: `update add NAME TTL TYPE DATA`, or a line "
                                 "`ttl SECONDS` before");
        update.record = {rdata_of(update.type, tokens, at), *ttl, place};
    } else if (update.type == Type::none || update.type == Type::ANY) {
        update.kind = Update::Kind::remove_name;
    } else if (at >= tokens.size()) {
        update.kind = Update::Kind::remove_set;
    } else {
        update.kind = Update::Kind::remove_record;
        update.record = {rdata_of(update.type, tokens, at), 0, place};
    }
    updates_.push_back(std::move(update));
}

void Script::prerequisite(const std::vector<Token>& tokens, std::size_t at, FilePlace place)
{
    Prerequisite wanted;
    wanted.place = place;
    wanted.kind = in_lower_case(tokens[std::min(at, tokens.size() - 1)].text);
    if (++at >= tokens.size())
        fail(tokens.back(), "a name is missing");
    wanted.owner = name_of(tokens[at++], origin());
    if (wanted.kind.ends_with("rrset")) {
        if (at < tokens.size() && in_lower_case(tokens[at].text) == "in")
            ++at;
        wanted.type = at < tokens.size() ? type_from_text(tokens[at].text) : Type::none;
        if (wanted.type == Type::none)
            fail(tokens[std::min(at, tokens.size() - 1)], "a record type is missing");
        if (++at < tokens.size())
            wanted.rdata = rdata_of(wanted.type, tokens, at);
    } else if (!wanted.kind.ends_with("domain")) {
        fail(tokens[0], "a prerequisite is nxdomain, yxdomain, nxrrset or yxrrset");
    }
    prerequisites_.push_back(std::move(wanted));
}

std::string Script::failed(const Prerequisite& wanted, const UpdateState& state) const
{
    if (wanted.kind == "nxdomain")
        return state.has_name(wanted.owner) ? fmt::format("`{}` exists", wanted.owner.view()) : "";
    if (wanted.kind == "yxdomain")
        return state.has_name(wanted.owner)
                   ? ""
                   : fmt::format("`{}` does not exist", wanted.owner.view());
    const std::vector<UpdateState::Stored>* set = state.find(wanted.owner, wanted.type);
    if (wanted.kind == "nxrrset")
        return set != nullptr ? fmt::format("`{} {}` exists", wanted.owner.view(), wanted.type)
                              : "";
    return set == nullptr ? fmt::format("`{} {}` does not exist", wanted.owner.view(), wanted.type)
                          : "";
}

void Script::send()
{
    if (updates_.empty() && prerequisites_.empty())
        return;
    Changed& changed = zone();
    std::vector<Update> updates = std::move(updates_);
    std::vector<Prerequisite> prerequisites = std::move(prerequisites_);
    updates_.clear();
    prerequisites_.clear();
    auto remark = [&](const FilePlace& place, bool refused, std::string text, std::string help) {
        changed.remarks.push_back(
            {place.file, place.from, place.to, refused, std::move(text), std::move(help)});
    };
    for (const Update& update : updates)
        if (!update.owner.view().is_at_or_below(changed.after.apex())) {
            remark(update.place, true,
                   fmt::format("the server refuses the whole batch: `{}` lies outside of `{}`",
                               update.owner.view(), changed.after.apex()),
                   "names are absolute here, with or without a final dot");
            return;
        }
    if (changed.known) {
        for (const Prerequisite& wanted : prerequisites)
            if (std::string why = failed(wanted, changed.after); !why.empty()) {
                remark(wanted.place, true,
                       fmt::format("the server refuses the whole batch: {}", why), "");
                return;
            }
        // "yxrrset" with data: the records given are the whole RRset.
        std::map<std::string, std::pair<const Prerequisite*, std::vector<std::string>>> exact;
        for (const Prerequisite& wanted : prerequisites)
            if (wanted.rdata) {
                auto& [first, list] =
                    exact[wanted.owner.view().text() + " " + type_text(wanted.type)];
                first = first == nullptr ? &wanted : first;
                list.push_back(*wanted.rdata);
            }
        for (auto& [name, wanted] : exact) {
            std::vector<std::string> there;
            for (const UpdateState::Stored& record :
                 *changed.after.find(wanted.first->owner, wanted.first->type))
                there.push_back(record.rdata);
            std::sort(there.begin(), there.end());
            std::sort(wanted.second.begin(), wanted.second.end());
            if (there != wanted.second) {
                remark(wanted.first->place, true,
                       fmt::format("the server refuses the whole batch: `{}` has other data", name),
                       "");
                return;
            }
        }
    }
    std::uint32_t serial = changed.after.serial();
    bool any = false;
    for (const Update& update : updates) {
        std::string why;
        switch (update.kind) {
        case Update::Kind::add:
            why = changed.after.add(update.owner, update.type, update.record);
            break;
        case Update::Kind::remove_name:
            why = changed.after.remove_name(update.owner);
            break;
        case Update::Kind::remove_set:
            why = changed.after.remove_set(update.owner, update.type);
            break;
        case Update::Kind::remove_record:
            why = changed.after.remove_record(update.owner, update.type, update.record.rdata);
            break;
        }
        any = any || why.empty();
        // Without the zone nobody knows what there is to delete, nor its serial.
        if (!why.empty() && (changed.known || (update.kind == Update::Kind::add &&
                                               update.type != Type::SOA)))
            remark(update.place, false, "this command does nothing: " + why, "");
    }
    if (any && changed.after.serial() == serial)
        changed.after.raise_serial();
}

void Script::line(std::vector<Token> tokens, FilePlace place)
{
    std::string word = in_lower_case(tokens[0].text);
    // A shell or a template fills it in before the tool sees the line.
    if (is_command(word) && std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
            return has_placeholder(token.text);
        })) {
        ++placeholders_;
        return;
    }
    if (word == "update")
        return update(tokens, 1, place);
    if (word == "add" || word == "delete" || word == "del")
        return update(tokens, 0, place);
    if (word == "prereq")
        return prerequisite(tokens, 1, place);
    if (word == "nxdomain" || word == "yxdomain" || word == "nxrrset" || word == "yxrrset")
        return prerequisite(tokens, 0, place);
    if (word == "send" || word == "answer") {
        if (word == "send")
            send();
        return;
    }
    if (word == "quit" || word == "exit") {
        ended_ = true;
        return;
    }
    if (word == "zone" || word == "origin") {
        if (tokens.size() < 2)
            fail(tokens[0], fmt::format("`{}` needs a name", word));
        (word == "zone" ? zone_text_ : origin_text_) = name_of(tokens[1], Name()).view().text();
        if (word == "origin")
            origin_ = name_of(tokens[1], Name());
        return;
    }
    if (word == "ttl") {
        if (tokens.size() > 1 && in_lower_case(tokens[1].text) == "none")
            default_ttl_.reset();
        else if (tokens.size() > 1 && is_number(tokens[1].text))
            default_ttl_ = static_cast<std::uint32_t>(std::stoul(tokens[1].text));
        else
            fail(tokens[0], "`ttl` needs a number of seconds");
        return;
    }
    if (!is_command(word))
        fail(tokens[0], fmt::format("`{}` is not a command", defused(tokens[0].text)));
}

// The tools stop at the first line they cannot read. What was sent before stays done, so the script
// is read as far; without that there is no change to speak of.
void Script::stop(const SyntaxFailure& failure)
{
    const char* tool = knot_ ? "knsupdate" : "nsupdate";
    if (zones_.empty())
        throw Failure("{}: {}\nhelp: {} stops here with an error",
                      place_text(document_.path, document_.bytes->view(), failure.place.from),
                      failure.message, tool);
    updates_.clear();
    zone().remarks.push_back(
        {0, failure.place.from, failure.place.to, true,
         fmt::format("{} stops here with an error: {}; nothing from here on is sent", tool,
                     failure.message),
         "what was sent before stays"});
}

std::vector<ReadZone> Script::run()
{
    try {
        read_lines();
    } catch (const SyntaxFailure& failure) {
        stop(failure);
    }
    return written();
}

void Script::read_lines()
{
    for_each_line(document_.bytes->view(), [&](std::string_view text, std::uint64_t offset) {
        if (ended_)
            return;
        std::vector<Token> tokens = split(text, offset);
        if (tokens.empty()) {
            bool is_empty = text.find_first_not_of(" \t") == std::string_view::npos;
            if (!knot_ && is_empty)
                send();
            return;
        }
        FilePlace place{0, tokens.front().from, tokens.back().to + (tokens.back().quoted ? 1 : 0)};
        line(std::move(tokens), place);
    });
    if (!updates_.empty()) {
        Origins::Remark never{0,  updates_.front().place.from, updates_.back().place.to, true,
                              "", "end the script with `send`"};
        never.text = fmt::format("{} never sent: the script ends without `send`",
                                 updates_.size() == 1
                                     ? std::string("this update is")
                                     : fmt::format("these {} updates are", updates_.size()));
        zone().remarks.push_back(never);
    }
}

std::vector<ReadZone> Script::written()
{
    std::vector<ReadZone> zones;
    for (auto& entry : zones_) {
        auto& changed = entry.second;
        ReadZone zone;
        zone.zone = entry.first;
        zone.path = document_.path;
        auto write = [&](const UpdateState& state, bool with_remarks) {
            ZoneText text(files_);
            state.write(text);
            for (const Origins::Remark& remark : changed.remarks)
                if (with_remarks)
                    text.remark(remark);
            return ReadState{text.bytes(), text.origins(), !changed.known, {}};
        };
        zone.before =
            write(changed.before ? *changed.before : UpdateState(changed.after.apex()), false);
        zone.after = write(changed.after, true);
        zone.after->partial = zone.after->partial || placeholders_ > 0;
        zones.push_back(std::move(zone));
    }
    if (placeholders_ > 0) {
        if (zones.empty())
            zones.push_back({"", "", document_.path, std::nullopt, std::nullopt, {}});
        zones.front().notes.push_back(fmt::format("{}: {} command{} with placeholders: not evaluated",
                                                  defused(document_.path), placeholders_,
                                                  placeholders_ == 1 ? "" : "s"));
    }
    return zones;
}

} // namespace

bool is_nsupdate(std::string_view, std::string_view text)
{
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos || line[begin] == ';')
            continue;
        std::size_t stop = std::min(line.find_first_of(" \t\r", begin), line.size());
        return is_command(in_lower_case(std::string(line.substr(begin, stop - begin))));
    }
    return false;
}

std::vector<ReadZone> read_nsupdate(const Document& change, const ReadOptions& options)
{
    return Script(change, options, false).run();
}

std::vector<ReadZone> read_knsupdate(const Document& change, const ReadOptions& options)
{
    return Script(change, options, true).run();
}

} // namespace zonevet
