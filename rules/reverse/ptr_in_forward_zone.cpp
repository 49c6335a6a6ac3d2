#include "lint/rule.h"
#include "rules/reverse/shared/reverse_name.h"

namespace zonevet::rules::ptr_in_forward_zone {

namespace {

constexpr Field target = field(Type::PTR, "target");

void check(const RRset& ptr, Lint& lint)
{
    if (is_reverse_name(ptr.owner()) || has_underscore_label(ptr.owner()))
        return;
    // The root and arpa hold everything.
    if (ptr.zone().apex().is_root())
        return;
    Draft& draft =
        lint.report(ptr.front().type_place(),
                    "{} is not a name of the reverse tree, so nothing looks for a PTR record there", ptr.owner());
    if (is_reverse_name(ptr.front().name(target)))
        draft.help("owner and target look swapped");
    else
        draft.help("write it into the reverse zone of the host's address, or remove it");
}

} // namespace

extern const Rule rule{
    .name = "ptr-in-forward-zone",
    .summary = "A PTR record stands neither in the reverse tree nor at a service's name.",
    .why = "PTR records give names to addresses below in-addr.arpa and ip6.arpa, and list services "
           "below names such as _http._tcp. Elsewhere nothing reads them.",
    .references = {rfc("1035", "3.3.12"), rfc("6763", "4")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .profile = Profile::strict,
    .types = {Type::PTR},
    .bad = R"(
5 PTR host.example.com.
)",
    .good = R"(
_http._tcp PTR Home._http._tcp
)",
    .check = check,
};

} // namespace zonevet::rules::ptr_in_forward_zone
