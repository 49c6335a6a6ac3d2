#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::hyphens_in_third_place {

namespace {

bool is_xn(std::string_view label)
{
    return (label[0] == 'x' || label[0] == 'X') && (label[1] == 'n' || label[1] == 'N');
}

void check(const RRset& set, Lint& lint)
{
    std::size_t apex = set.zone().apex().wire().size();
    for (Name rest = set.owner(); rest.wire().size() > apex; rest = rest.parent()) {
        std::string_view label = rest.first_label();
        if (label.size() < 4 || label[2] != '-' || label[3] != '-' || is_xn(label))
            continue;
        if (!is_first_host_set(set) || repeats_line(set.front()))
            return;
        lint.report(set.front().owner_place(),
                    "`{}` has hyphens in third and fourth place, which are reserved for encoded names (`xn--...`)",
                    label_text(label))
            .help("choose another name, with one hyphen there or none");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "hyphens-in-third-place",
    .summary = "A label has hyphens in third and fourth place but is no encoded international name.",
    .why = "Such labels are reserved; some registries and programs refuse them.",
    .effect = "some programs refuse the name",
    .references = {rfc("5890", "2.3.1"), rfc("5891", "4.2.3.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = types_with_host_owner,
    .bad = R"(
r3--sn A 192.0.2.3
)",
    .good = R"(
xn--bcher-kva A 192.0.2.3
r3---sn.xn--bcher-kva TXT "no host"
)",
    .check = check,
};

} // namespace zonevet::rules::hyphens_in_third_place
