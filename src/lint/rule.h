// What a rule is. A rule file holds constant data and one free function; the type of the function's
// first parameter says how often it runs (once per record, RRset, name, zone, or change of a zone,
// which only `zonevet review` knows). Rules that explain
// a mistake of the text have no function: the reader saw it, `.check = Mistake::...` names it.
#pragma once

#include "base/few.h"
#include "dns/mistake.h"
#include "zone/zone.h"

#include <fmt/core.h>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace zonevet {

enum class Level : std::uint8_t { info, warning, error };
enum class Confidence : std::uint8_t { low, medium, high };
// core: fails to load or breaks an RFC MUST, no false alarms. recommended (the default): plus likely
// mistakes. strict: plus policy and style.
enum class Profile : std::uint8_t { core, recommended, strict };

struct Reference {
    std::string_view document; // "RFC 2181"
    std::string_view section;  // "10.3"; may be empty
    std::string_view url;      // empty for RFCs
};
constexpr Reference rfc(std::string_view number, std::string_view section = "")
{
    return {number, section, ""}; // printed as "RFC 2181, section 10.3"
}

// One setting of a rule: `[rules.ttl-too-long] max = "1w"`. Declared in the rule, checked once when
// the configuration is read, looked up by the object.
struct Option {
    enum class Kind : std::uint8_t { number, period, flag, list };

    std::string_view name;
    Kind kind = Kind::number;
    std::int64_t number = 0;    // default: number, period in seconds, flag 0/1
    std::string_view list = ""; // default of a list: words separated by blanks
    std::string_view help;
};

struct PortabilityCase; // portability/portability.h
class Change;           // change/change.h
namespace policy {
struct Policy; // policy/model.h
}

// Where a rule runs at all; empty: everywhere.
struct Scope {
    std::span<const std::string_view> zones;    // globs on the zone name without final dot
    std::span<const std::string_view> files;    // globs on the path
    std::span<const std::string_view> profiles; // what the configuration says the zone is for
    // First labels, in lower case, of the owners it can speak about; "" is the apex.
    std::span<const std::string_view> labels;
    // What the targets it can speak about end with: one or two labels in wire form, in lower case,
    // without the root. For checks of records only.
    std::span<const std::string_view> targets;
};

class Lint;

// What no single zone shows; the command that runs them all reports it.
struct OfWholeRun {};

using Check = std::variant<Mistake, OfWholeRun, void (*)(const Record&, Lint&), void (*)(const RRset&, Lint&),
                           void (*)(const Node&, Lint&), void (*)(const Zone&, Lint&), void (*)(const Change&, Lint&)>;
// The rule compares two states; a check of one state does not run it.
inline bool is_about_change(const Check& check)
{
    return std::holds_alternative<void (*)(const Change&, Lint&)>(check);
}

// Holds for nearly every record or name of a healthy zone, and then the rule has nothing to say.
// Rules that share one share its cost: it is asked once for all of them.
using Unless = std::variant<std::monostate, bool (*)(const Record&), bool (*)(const Node&)>;

struct Rule {
    std::string_view name;        // kebab-case; reads well after "ignore"
    std::string_view summary;     // one sentence: what is wrong
    std::string_view why;         // the failure a person would see
    std::string_view effect = ""; // half a sentence for "= effect:", e.g. "calls from partners fail"
    Few<Reference, 6> references = {};
    Level level = Level::warning;
    Confidence confidence = Confidence::high;
    Profile profile = Profile::recommended;
    Few<Type, 24> types = {}; // empty: every type; a check of names runs where one of them is
    Few<Option, 8> options = {};
    // Examples: records of zone example.com. ($TTL 3600, an SOA and two NS records with addresses
    // are put before them unless they contain an SOA). `bad` must be reported by this rule, `good`
    // must not; both run as tests. Examples of a change hold both states, "; becomes" between them.
    std::string_view bad;
    std::string_view good;
    std::string_view family = ""; // the folder; filled from rules/list.def, never written here
    Unless unless = {};           // of the check's own parameter, Record or Node
    Check check;
    // Rules written in TOML only.
    std::string_view id = ""; // "ORG001"; may be empty
    std::span<const std::string_view> tags = {};
    Scope scope = {};
    const policy::Policy* policy = nullptr;
    std::string_view defined_at = ""; // "zonevet.toml:12", for rules of the user
    bool takes_ack = false;           // `--ack RULE=TICKET`; built-in rules about changes all do
};

// One finding while a rule describes it. All parts but the message are optional.
class Draft {
public:
    // Text under the caret: "two digits are swapped".
    Draft& label(std::string text);
    // Another place that belongs to it: "the alias".
    Draft& note(const Place& place, std::string text);
    // A fact without a place.
    Draft& note(std::string text);
    // What to do. Said once, lower case, no full stop.
    Draft& help(std::string text);
    // The text that should stand at the finding's place instead. Where the file does not show the place by
    // itself (behind an escape, in $GENERATE), it becomes the help of a finding that has none.
    Draft& fix(std::string replacement);
    // The consequence, when it is more precise than the rule's own.
    Draft& effect(std::string text);
    // The record it is about, when that is not the one it points at: a removed record has no line.
    Draft& about(const Record& record);
    // What servers do with it: they are named in the message, and decide the level.
    Draft& servers(const PortabilityCase& one);

private:
    friend class Lint;
    friend class Engine;
    struct Finding* finding_ = nullptr; // null while findings are only collected
    const Zone* zone_ = nullptr;
    bool exact_ = true; // the finding's span is its place, not what is around it
};

// What a check talks to: it reports findings and asks for its options.
class Lint {
public:
    // `message` is one sentence in lower case without a full stop that names what the author wrote.
    template <class... Args> Draft& report(const Record& at, fmt::format_string<Args...> message, Args&&... args)
    {
        return report(at.place(), message, std::forward<Args>(args)...);
    }
    template <class... Args> Draft& report(const Place& at, fmt::format_string<Args...> message, Args&&... args)
    {
        // Formatting costs more than most checks; while collecting only the place is kept.
        if (begin(at))
            set_message(fmt::vformat(fmt::string_view(message), fmt::make_format_args(args...)));
        return draft_;
    }

    std::int64_t option(const Option& option) const;                  // number, period, flag
    const std::vector<std::string>& list(const Option& option) const; // lower case
    // False while findings are only collected: a rule may skip work that only feeds the message.
    bool describing() const { return describing_; }
    // Days since 1970-01-01, from --today or the clock; never read the clock in a rule.
    std::int64_t today() const;
    // The rule that is running.
    const Rule& rule() const;
    // False in zones that the rule's scope leaves out.
    bool in_scope() const;
    // The rule found something to judge, whether it is right or wrong.
    void selected() const;
    // Whether a server that loads the zones (any, when nobody said which) does not read it as we do.
    bool minds(const PortabilityCase& one) const;

private:
    friend class Engine;
    bool begin(const Place& at);
    void set_message(std::string message);

    class Engine* engine_ = nullptr;
    struct Worker* worker_ = nullptr; // the thread's own part, see lint/engine.cpp
    std::size_t rule_ = 0;
    bool describing_ = false;
    Draft draft_;
};

// For `.unless`: see Record::plain and Record::relative.
inline bool is_plain(const Record& record)
{
    return record.plain();
}
inline bool is_absolute(const Record& record)
{
    return !record.relative();
}
inline bool has_plain_records(const Node& node)
{
    return node.plain();
}

// Every rule of the program: those of rules/list.def in its order, then those of the packs.
const std::vector<Rule>& all_rules();
// By name or id; nothing when there is none.
const Rule* find_rule(std::string_view name, const std::vector<Rule>& rules = all_rules());
// The rules of the packs (rules/*/*.toml), made by the build.
std::span<const Rule> pack_rules();

// Of rules that only say how servers differ: which servers there are decides their level.
inline constexpr std::string_view portability_family = "portability";

std::string_view level_text(Level level);
std::string_view confidence_text(Confidence confidence);
std::string_view profile_text(Profile profile);
// And back; nothing when the word is none of them.
std::optional<Level> level_of(std::string_view word);
std::optional<Confidence> confidence_of(std::string_view word);
std::optional<Profile> profile_of(std::string_view word);
// "RFC 2181, section 10.3"
std::string reference_text(const Reference& reference);
std::string reference_url(const Reference& reference);

} // namespace zonevet
