// From TOML to rules. Several files make one book: what all of them define ([lists], [zone-groups],
// [profiles], [[service]]) is read first, then their rules, which may use all of it.
#pragma once

#include "policy/load_matcher.h"

#include <string>

namespace zonevet::policy {

class Loader {
public:
    Loader(Book& book, bool is_pack);
    // One that knows what another has read of definitions, but none of its rules.
    Loader(const Loader& other, Book& book);

    void read_definitions(ConfigTable& file);
    // [lists] alone; those of the same name are replaced.
    void read_lists(ConfigTable& lists);
    // Rules of packs belong to the family that is their folder.
    void read_rules(ConfigTable& file, std::string_view family);
    void read_rule(ConfigTable& rule, std::string_view family);

    // [review] protected, of all files together.
    void read_review(ConfigTable& file);

    bool knows_profile(std::string_view name) const;
    // The names of all profiles, for suggestions.
    std::vector<std::string_view> profiles() const;
    // "did you mean", or what there is.
    std::string profile_hint(std::string_view name) const;

private:
    friend class RuleReader;

    void read_groups(ConfigTable& groups);
    void read_profiles(ConfigTable& profiles);
    void read_service(ConfigTable& service);
    void add_review_rule(const Rule& rule);
    // Profiles with `detect`, which may use lists, come after all lists.
    void read_detect(ConfigTable& file);

    Book& book_;
    std::string_view family_;
    bool is_pack_;
    Definitions definitions_;
    std::vector<Matcher> review_matchers_[2];                     // of [review] protected and scope
    std::map<std::string, std::string, std::less<>> names_, ids_; // of rules, and where
};

} // namespace zonevet::policy
