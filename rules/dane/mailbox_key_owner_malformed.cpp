#include "base/ascii.h"
#include "rules/dane/shared/labels.h"

namespace zonevet::rules::mailbox_key_owner_malformed {

namespace {
void check(const RRset& set, Lint& lint)
{
    std::string_view label = set.type() == Type::SMIMEA ? "_smimecert" : "_openpgpkey";
    if (is_hashed_mailbox(set.owner(), label))
        return;
    Name owner = set.owner();
    // A name of another kind may be what the aliases of several mailboxes point at.
    bool attempt = false;
    for (std::size_t i = 0; i < owner.label_count(); ++i)
        attempt = attempt || same_word(owner.label(i), "_smimecert") || same_word(owner.label(i), "_openpgpkey");
    if (!attempt && !is_hashed_mailbox(owner, owner.parent().first_label()))
        return;
    if (owner.is_wildcard())
        return;
    lint.report(set.front().owner_place(), "mail programs never ask for {} at {}", set.type(), owner)
        .help(fmt::format("the form is the first 28 octets of the SHA-256 digest of the part before the @, as 56 "
                          "hexadecimal digits, then `{}`",
                          label));
}
} // namespace

extern const Rule rule{
    .name = "mailbox-key-owner-malformed",
    .summary = "The owner of an OPENPGPKEY or SMIMEA record is not made from a mailbox.",
    .why = "Mail programs build the name from a digest of the mailbox; a key at another name is "
           "never found.",
    .effect = "the key is never found",
    .references = {rfc("7929", "3"), rfc("8162", "3")},
    .types = {Type::OPENPGPKEY, Type::SMIMEA},
    .bad = R"(
hugh._openpgpkey OPENPGPKEY mQCNAzIG
)",
    .good = R"(
c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6._openpgpkey OPENPGPKEY mQCNAzIG
)",
    .check = check,
};

} // namespace zonevet::rules::mailbox_key_owner_malformed
