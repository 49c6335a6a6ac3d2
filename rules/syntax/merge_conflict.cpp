#include "lint/rule.h"

namespace zonevet::rules::merge_conflict {

extern const Rule rule{
    .name = "merge-conflict",
    .summary = "Marks of an unfinished merge are in the file.",
    .why = "git left both versions in the file. Servers refuse it, and whoever removes "
           "the marks in haste publishes both.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {Reference{"git-merge", "how conflicts are presented", "https://git-scm.com/docs/git-merge"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
<<<<<<< HEAD
www A 192.0.2.3
=======
www A 192.0.2.4
>>>>>>> new
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::merge_conflict,
};

} // namespace zonevet::rules::merge_conflict
