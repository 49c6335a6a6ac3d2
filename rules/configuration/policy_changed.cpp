#include "lint/rule.h"

namespace zonevet::rules::policy_changed {

// `review --base` compares the two configurations itself: cli/policy_change.cpp.
extern const Rule rule{
    .name = "policy-changed",
    .summary = "The change under review edits the configuration that zones are judged by.",
    .why = "One line in zonevet.toml switches off the gate for everything that comes later, and among the records "
           "of a large change nobody reads it. A review of commits is judged by the configuration of the branch "
           "that it is to be merged into; the edited one counts from then on.",
    .effect = "from the merge on zones are judged by other rules",
    .references = {Reference{"zonevet", "whose rules judge a change",
                             "https://github.com/zonevet/zonevet/blob/main/docs/review.md"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
# zonevet.toml, in the same change as the zones
[lint]
fail-on = "never"
)",
    .good = R"(
# zonevet.toml is not a part of the change
[lint]
fail-on = "error"
)",
    .check = OfWholeRun{},
    .takes_ack = true,
};

} // namespace zonevet::rules::policy_changed
