// The rules, profiles, services and tests that were read from TOML, and all that they look at.
#pragma once

#include "lint/rule.h"
#include "policy/model.h"

#include <array>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::policy {

// Words of [[service]]: whether another port works, and whose the label is.
inline constexpr std::array<std::string_view, 4> service_policies{"fixed", "usual", "any", "bogus"};
inline constexpr std::array<std::string_view, 7> service_statuses{"standard", "vendor",     "convention", "nonstandard",
                                                                  "draft",    "deprecated", "bogus"};

// [[service]], as it is written.
struct ServiceEntry {
    std::string label; // without the underscore
    std::vector<std::string> protocols;
    std::vector<std::uint16_t> ports; // the default first
    std::string policy;               // "fixed", "usual", "any", "bogus"
    std::string status;               // "standard", "vendor", ... of ServiceStatus
    std::string name, family, source;
};

class Book {
public:
    Book() = default;
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    std::vector<Rule> rules; // their policies in the same order
    std::vector<const Policy*> policies;
    std::vector<ServiceProfile> profiles;
    std::vector<ServiceEntry> services;
    std::vector<RuleTest> tests;

    // A copy that lives as long as the book.
    std::string_view keep(std::string_view text) { return texts_.emplace_back(text); }
    template <class T> std::span<const T> keep(std::vector<T> items)
    {
        if (items.empty())
            return {};
        auto kept = std::make_shared<const std::vector<T>>(std::move(items));
        kept_.push_back(kept);
        return {kept->data(), kept->size()};
    }
    template <class T> const T* keep_one(T item)
    {
        std::vector<T> items;
        items.push_back(std::move(item));
        return keep(std::move(items)).data();
    }

private:
    std::deque<std::string> texts_;
    std::vector<std::shared_ptr<const void>> kept_;
};

// The family of rules that the user wrote.
inline constexpr std::string_view own_family = "own";

// What the packs declare; made by the build.
std::span<const ServiceProfile> pack_profiles();
std::span<const RuleTest> pack_tests();

} // namespace zonevet::policy
