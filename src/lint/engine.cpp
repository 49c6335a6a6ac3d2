// The pass over the names of a zone. Workers take ranges of names and keep what they collect to
// themselves; sorting by place makes the result the same for any number of them.
#include "lint/engine.h"

#include "base/parallel.h"
#include "change/change.h"
#include "lint/fingerprint.h"
#include "syntax/lexer.h"
#include "syntax/words.h"
#include "zone/zone.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace zonevet {

// One thread's part of a run.
struct Worker {
    std::vector<Collected> collected;
    std::uint32_t subject = 0;
    std::uint32_t next_ordinal = 0;
    const std::vector<std::pair<std::uint32_t, Finding*>>* wanted = nullptr; // ordinals to describe
};

Draft& Draft::label(std::string text)
{
    if (finding_ != nullptr)
        finding_->label = std::move(text);
    return *this;
}

Draft& Draft::note(const Place& place, std::string text)
{
    if (finding_ != nullptr)
        finding_->notes.push_back({zone_->span(place), std::move(text)});
    return *this;
}

Draft& Draft::note(std::string text)
{
    if (finding_ != nullptr)
        finding_->notes.push_back({std::nullopt, std::move(text)});
    return *this;
}

Draft& Draft::help(std::string text)
{
    if (finding_ != nullptr)
        finding_->help = std::move(text);
    return *this;
}

Draft& Draft::fix(std::string replacement)
{
    if (finding_ == nullptr)
        return *this;
    if (exact_)
        finding_->fix = std::move(replacement);
    else if (finding_->help.empty())
        finding_->help = replacement.empty() ? "remove it" : fmt::format("write `{}`", replacement);
    return *this;
}

Draft& Draft::effect(std::string text)
{
    if (finding_ != nullptr)
        finding_->effect = std::move(text);
    return *this;
}

namespace {

void describe_record(Finding& finding, const Record& record)
{
    finding.owner = record.owner().text();
    finding.type = type_text(record.type());
    finding.data = record.data_text();
    finding.ttl = record.ttl();
}

// A fix replaces the place itself. For a part of a text with escapes the whole text stands, for a field of
// $GENERATE all data, and for an owner that is not written what stands first on the line.
bool is_exact(const Zone& zone, const Place& at, const Span& span)
{
    if (at.part == Place::Part::field && zone.record(at.record).generated())
        return false;
    if (at.part == Place::Part::owner && !zone.record(at.record).owner_written())
        return false;
    return at.to <= at.from || span.end - span.begin == at.to - at.from;
}

} // namespace

Draft& Draft::about(const Record& record)
{
    if (finding_ != nullptr)
        describe_record(*finding_, record);
    return *this;
}

Draft& Draft::servers(const PortabilityCase& one)
{
    if (finding_ != nullptr)
        finding_->portability = &one;
    return *this;
}

bool Lint::begin(const Place& at)
{
    std::uint32_t ordinal = worker_->next_ordinal++;
    draft_.finding_ = nullptr;
    const Zone& zone = engine_->zone_;
    if (!describing_) {
        bool has_record = at.part != Place::Part::text;
        Collected found;
        found.position = has_record ? zone.record(at.record).entry().bits() : at.text_span.position().bits();
        found.subject = worker_->subject;
        found.record = has_record ? static_cast<std::uint32_t>(at.record) : Collected::none;
        found.rule = static_cast<std::uint16_t>(rule_);
        found.ordinal = ordinal;
        worker_->collected.push_back(found);
        return false;
    }
    auto wanted = std::lower_bound(worker_->wanted->begin(), worker_->wanted->end(), ordinal,
                                   [](const auto& item, std::uint32_t value) { return item.first < value; });
    if (wanted == worker_->wanted->end() || wanted->first != ordinal)
        return false;
    Finding& finding = *wanted->second;
    finding.span = zone.span(at);
    if (at.part != Place::Part::text)
        describe_record(finding, zone.record(at.record));
    draft_.finding_ = &finding;
    draft_.zone_ = &zone;
    draft_.exact_ = is_exact(zone, at, finding.span);
    return true;
}

void Lint::set_message(std::string message)
{
    draft_.finding_->message = std::move(message);
}

std::int64_t Lint::option(const Option& option) const
{
    return engine_->option_value(rule_, option).number;
}

const std::vector<std::string>& Lint::list(const Option& option) const
{
    return engine_->option_value(rule_, option).list;
}

std::int64_t Lint::today() const
{
    return engine_->settings_.today;
}

const Rule& Lint::rule() const
{
    return engine_->rules_[rule_];
}

bool Lint::in_scope() const
{
    return !engine_->left_out_[rule_];
}

bool Lint::minds(const PortabilityCase& one) const
{
    return one.worst(engine_->settings_.servers) != Reading::Kind::as_we;
}

void Lint::selected() const
{
    engine_->plan_.used(rule_);
}

Engine::Engine(const Zone& zone, const std::vector<Problem>& problems, const Plan& plan, const Settings& settings,
               const Change* change)
    : zone_(zone), problems_(problems), plan_(plan), settings_(settings), change_(change), rules_(settings.catalogue()),
      left_out_(rules_.size()), options_(rules_.size())
{
}

void Engine::override_options(std::size_t rule, std::vector<OptionValue> values)
{
    options_[rule] = std::move(values);
}

const OptionValue& Engine::option_value(std::size_t rule, const Option& option) const
{
    const Rule& owner = rules_[rule];
    const std::vector<OptionValue>& values = options_[rule].empty() ? settings_.rules[rule].options : options_[rule];
    for (std::size_t i = 0; i < owner.options.size(); ++i)
        if (owner.options[i].name == option.name)
            return values[i];
    throw std::logic_error("a rule asks for an option it does not declare");
}

void Engine::begin_subject(Lint& lint, std::size_t rule, std::uint32_t subject)
{
    lint.rule_ = rule;
    lint.worker_->subject = subject;
    lint.worker_->next_ordinal = 0;
}

template <class Group, class Subject>
void Engine::run(const Group& group, const Subject& subject, std::uint32_t id, Lint& lint)
{
    if (group.unless != nullptr && group.unless(subject))
        return;
    for (const auto& entry : group.checks) {
        begin_subject(lint, entry.rule, id);
        entry.check(subject, lint);
    }
}

void Engine::visit_named(const Plan::ByLabel& list, const RRset& set, Lint& lint)
{
    for (const auto& entry : list.records)
        for (Record record : set) {
            begin_subject(lint, entry.rule, static_cast<std::uint32_t>(record.id()));
            entry.check(record, lint);
        }
    for (const auto& entry : list.rrsets) {
        begin_subject(lint, entry.rule, static_cast<std::uint32_t>(set.front().id()));
        entry.check(set, lint);
    }
}

void Engine::visit_target(const Record& record, Lint& lint)
{
    for (const auto* list : plan_.by_target(record)) {
        if (list == nullptr)
            continue;
        for (const auto& entry : *list) {
            if (!entry.types.empty() &&
                std::find(entry.types.begin(), entry.types.end(), record.type()) == entry.types.end())
                continue;
            begin_subject(lint, entry.rule, static_cast<std::uint32_t>(record.id()));
            entry.check(record, lint);
        }
    }
}

void Engine::visit(std::uint32_t first_name, std::uint32_t last_name, Lint& lint)
{
    for (std::uint32_t id = first_name; id < last_name; ++id) {
        Node node(zone_, NameId{id});
        if (!node.in_zone() || !node.has_records())
            continue;
        Plan::ByLabel::Lists named = plan_.by_label(node);
        for (RRset set : node.rrsets()) {
            Type type = set.type();
            for (const Plan::ByLabel* list : named)
                if (list != nullptr)
                    visit_named(*list, set, lint);
            if (plan_.has_targets(type))
                for (Record record : set)
                    visit_target(record, lint);
            for (const Plan::Group<Record>& group : plan_.records(type))
                for (Record record : set)
                    run(group, record, static_cast<std::uint32_t>(record.id()), lint);
            for (const auto& entry : plan_.rrsets(type)) {
                begin_subject(lint, entry.rule, static_cast<std::uint32_t>(set.front().id()));
                entry.check(set, lint);
            }
            for (const auto& entry : plan_.nodes_with(type)) {
                bool again = std::any_of(entry.types.begin(), entry.types.end(),
                                         [&](Type other) { return other < type && node.has(other); });
                if (again)
                    continue;
                begin_subject(lint, entry.rule, id);
                entry.check(node, lint);
            }
        }
        for (const Plan::Group<Node>& group : plan_.nodes())
            run(group, node, id, lint);
        for (const Plan::ByLabel* list : named)
            if (list != nullptr)
                for (const auto& entry : list->nodes) {
                    begin_subject(lint, entry.rule, id);
                    entry.check(node, lint);
                }
    }
}

std::vector<Collected> Engine::collect(unsigned jobs)
{
    constexpr std::uint32_t range = 16384;
    std::uint32_t names = static_cast<std::uint32_t>(zone_.name_count());
    bool removed = change_ != nullptr && change_->zone_removed();
    std::size_t ranges = removed ? 0 : (names + range - 1) / range;
    std::vector<Worker> workers(ranges + 1);
    parallel_for(ranges + 1, jobs, [&](std::size_t i) {
        Lint lint;
        lint.engine_ = this;
        lint.worker_ = &workers[i];
        if (i < ranges) {
            std::uint32_t first = static_cast<std::uint32_t>(i) * range;
            visit(first, std::min(names, first + range), lint);
            return;
        }
        for (const auto& entry : removed ? std::span<const Plan::Entry<Plan::ZoneCheck>>() : plan_.zones()) {
            begin_subject(lint, entry.rule, 0);
            entry.check(zone_, lint);
        }
        if (change_ != nullptr)
            for (const auto& entry : plan_.changes()) {
                begin_subject(lint, entry.rule, 0);
                entry.check(*change_, lint);
            }
        for (std::uint32_t problem = 0; problem < problems_.size() && !removed; ++problem) {
            int rule = plan_.rule_of(problems_[problem].mistake);
            if (rule >= 0)
                workers[i].collected.push_back(
                    {problems_[problem].entry.bits(), problem, Collected::none, 0, static_cast<std::uint16_t>(rule)});
        }
    });
    std::vector<Collected> all;
    for (Worker& worker : workers)
        all.insert(all.end(), worker.collected.begin(), worker.collected.end());
    std::sort(all.begin(), all.end(), [](const Collected& a, const Collected& b) {
        if (a.position != b.position)
            return a.position < b.position;
        if (a.rule != b.rule)
            return a.rule < b.rule;
        if (a.subject != b.subject)
            return a.subject < b.subject;
        return a.ordinal < b.ordinal;
    });
    // The plan may find a rule for one record in two ways: by the label and as the apex, by two labels
    // of the target and by one.
    all.erase(std::unique(all.begin(), all.end(),
                          [](const Collected& a, const Collected& b) {
                              return a.position == b.position && a.rule == b.rule && a.subject == b.subject &&
                                     a.ordinal == b.ordinal;
                          }),
              all.end());
    return all;
}

void Engine::run_check(std::size_t rule, std::uint32_t subject, Lint& lint)
{
    begin_subject(lint, rule, subject);
    const Check& check = rules_[rule].check;
    if (auto record_check = std::get_if<Plan::RecordCheck>(&check)) {
        (*record_check)(zone_.record(RecordId{subject}), lint);
    } else if (auto rrset_check = std::get_if<Plan::RRsetCheck>(&check)) {
        Record first = zone_.record(RecordId{subject});
        (*rrset_check)(*first.node().find(first.type()), lint);
    } else if (auto node_check = std::get_if<Plan::NodeCheck>(&check)) {
        (*node_check)(zone_.node(NameId{subject}), lint);
    } else if (auto zone_check = std::get_if<Plan::ZoneCheck>(&check)) {
        (*zone_check)(zone_, lint);
    } else if (auto change_check = std::get_if<Plan::ChangeCheck>(&check)) {
        (*change_check)(*change_, lint);
    }
}

std::vector<Finding> Engine::describe(const std::vector<Collected>& collected, const std::vector<std::size_t>& wanted)
{
    std::vector<Finding> findings(wanted.size());
    // One run of a check describes all that is wanted of its subject.
    std::map<std::pair<std::uint16_t, std::uint32_t>, std::vector<std::pair<std::uint32_t, Finding*>>> by_subject;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Collected& found = collected[wanted[i]];
        const Rule& rule = rules_[found.rule];
        if (std::holds_alternative<Mistake>(rule.check))
            findings[i] = describe_problem(problems_[found.subject], found.rule);
        else
            by_subject[{found.rule, found.subject}].push_back({found.ordinal, &findings[i]});
        findings[i].rule = &rule;
    }
    for (auto& [key, ordinals] : by_subject) {
        std::sort(ordinals.begin(), ordinals.end());
        Worker worker;
        worker.wanted = &ordinals;
        Lint lint;
        lint.engine_ = this;
        lint.worker_ = &worker;
        lint.describing_ = true;
        run_check(key.first, key.second, lint);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Rule& rule = *findings[i].rule;
        bool is_problem = std::holds_alternative<Mistake>(rule.check);
        complete(findings[i], rule, is_problem ? &problems_[collected[wanted[i]].subject] : nullptr);
    }
    return findings;
}

Finding Engine::describe_problem(const Problem& problem, std::size_t rule) const
{
    Finding finding;
    finding.rule = &rules_[rule];
    finding.message = problem.message;
    if (!problem.portability_case.empty())
        finding.portability = find_case(problem.portability_case);
    finding.span = problem.span;
    finding.label = problem.label;
    finding.help = problem.help;
    finding.fix = problem.fix;
    if (problem.related)
        finding.notes.push_back({problem.related, problem.related_text});
    return finding;
}

std::string Engine::written(const Problem& problem) const
{
    constexpr std::size_t enough = 16 * 1024; // octets of an entry
    std::string_view source = zone_.sources()[problem.entry.source()].text();
    std::string text;
    Lexer lexer(source.substr(std::min<std::uint64_t>(problem.entry.offset(), source.size()), enough));
    EntryText entry;
    if (lexer.next(entry) && !entry.words.empty()) {
        Head head = read_head(entry.words, entry.leading_blank);
        std::size_t serial = head.record_type == Type::SOA ? head.data + 2 : Head::none;
        for (std::size_t i = 0; i < entry.words.size(); ++i)
            if (i != serial)
                text += (text.empty() ? "" : " ") + std::string(entry.words[i].text);
        return text;
    }
    return std::string(zone_.sources().text(problem.span));
}

bool Engine::reads_alike(const Collected& found) const
{
    const Rule& rule = rules_[found.rule];
    if (settings_.servers.empty() || rule.family != portability_family)
        return false;
    const PortabilityCase* one = plan_.case_of(found.rule);
    if (std::holds_alternative<Mistake>(rule.check) && !problems_[found.subject].portability_case.empty())
        one = find_case(problems_[found.subject].portability_case);
    return one != nullptr && one->worst(settings_.servers) == Reading::Kind::as_we;
}

// What every finding gets, whichever rule made it: the servers that differ, its effect with the time
// caches keep the value, and its fingerprint.
void Engine::complete(Finding& finding, const Rule& rule, const Problem* problem) const
{
    constexpr std::size_t enough = 200; // octets of a text without an entry
    std::string text = !finding.owner.empty() ? std::string()
                       : problem != nullptr   ? written(*problem)
                                              : std::string(zone_.sources().text(finding.span).substr(0, enough));
    finding.fingerprint = fingerprint(finding, zone_.apex(), text);
    if (finding.portability == nullptr)
        finding.portability = plan_.case_of(static_cast<std::size_t>(&rule - rules_.data()));
    if (finding.portability != nullptr) {
        std::string readings = readings_text(*finding.portability, settings_.servers);
        if (rule.family == portability_family || !settings_.servers.empty())
            finding.message += (readings.empty() ? "" : "; ") + readings;
    }
    if (finding.effect.empty())
        finding.effect = rule.effect;
    if (!finding.effect.empty() && finding.ttl && *finding.ttl > 0)
        finding.effect += fmt::format("; resolvers keep the published value for {} (TTL {})", period_text(*finding.ttl),
                                      *finding.ttl);
}

} // namespace zonevet
