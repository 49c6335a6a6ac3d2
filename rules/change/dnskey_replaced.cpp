#include "rules/change/shared/changes.h"

namespace zonevet::rules::dnskey_replaced {

namespace {
void check(const Change& change, Lint& lint)
{
    const ChangedSet* set = change.find(change.after().apex(), Type::DNSKEY);
    if (set == nullptr || !set->is_replaced())
        return;
    std::size_t count = set->before->size();
    report(lint, change, *set, "{} left",
           count == 1 ? "the only old key of the zone is not"
                      : fmt::format("none of the {} old keys of the zone is", count))
        .note(change.former(set->before->front().place()), "an old key, which the parent and caches know")
        .help("publish the new keys beside the old ones, change the DS record, then remove the "
              "old ones");
}
} // namespace

extern const Rule rule{
    .name = "dnskey-replaced",
    .summary = "The keys of the zone are replaced without an overlap.",
    .why = "The DS record in the parent and the keys in caches belong to the old keys. With "
           "none of them left, validating resolvers trust nothing the zone says. In 2021 that "
           "took slack.com away for a day.",
    .effect = "the whole zone fails for validating resolvers",
    .references = {rfc("6781", "4.1"), rfc("7583")},
    .level = Level::error,
    .bad = R"(
@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
; becomes
@ DNSKEY 257 3 13 oJMRESz5E4gYzS/q6XDrvU1qMPYIjCWzJaOau8XNEZeqCYKD5ar0IRd8KqXXFJkqmVfRvMGPmM1x8fGAa2XhSA==
)",
    .good = R"(
@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
; becomes
@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@ DNSKEY 257 3 13 oJMRESz5E4gYzS/q6XDrvU1qMPYIjCWzJaOau8XNEZeqCYKD5ar0IRd8KqXXFJkqmVfRvMGPmM1x8fGAa2XhSA==
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_replaced
