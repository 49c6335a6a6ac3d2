#include "base/ascii.h"
#include "rules/delegation/shared/name_server.h"

#include <charconv>
#include <optional>
#include <string>

namespace zonevet::rules::route53_server_misspelt {

namespace {

// Each of the four top-level domains has 512 servers, eight of them in each of its domains awsdns-NN.
struct Servers {
    std::string_view top;
    unsigned first;
};
constexpr Servers servers[] = {{"com", 0}, {"net", 512}, {"org", 1024}, {"co.uk", 1536}};
constexpr unsigned for_each_top = 512, in_each_domain = 8;

std::optional<unsigned> number_in(std::string_view text)
{
    unsigned number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number ? std::optional(number) : std::nullopt;
}

// 55 of "ns-1471.awsdns-55.org."; no `top`: no name of Route 53.
std::optional<unsigned> number_of_domain(Name target, const Servers*& top)
{
    constexpr std::size_t length = 9; // of "awsdns-55"
    if (target.label_count() < 3 || target.label(1).size() != length)
        return {};
    std::string domain = in_lower_case(target.label(1));
    if (!domain.starts_with("awsdns-"))
        return {};
    std::string rest = in_lower_case(target.ancestor(target.label_count() - 2).text());
    for (const Servers& one : servers)
        if (rest == std::string(one.top) + ".") {
            top = &one;
            return number_in(std::string_view(domain).substr(7));
        }
    return {};
}

void check(const Record& ns, Lint& lint)
{
    Name target = ns.name(ns_target);
    const Servers* top = nullptr;
    std::optional<unsigned> domain = number_of_domain(target, top);
    if (top == nullptr)
        return;
    std::string label = in_lower_case(target.label(0));
    std::size_t dash = label.rfind('-');
    std::optional<unsigned> number =
        number_in(std::string_view(label).substr(dash == std::string::npos ? label.size() : dash + 1));
    bool fits = domain && number && *number >= top->first && *number < top->first + for_each_top &&
                (*number - top->first) / in_each_domain == *domain;
    if (fits && label.substr(0, dash) == "ns")
        return;
    Draft& draft = lint.report(ns.at(ns_target), "no name server of Route 53 is called `{}`", target);
    if (fits && !ns.generated())
        draft.fix(fmt::format("ns-{}.awsdns-{:02}.{}.", *number, *domain, top->top));
    else
        draft.help("copy the four name servers again from the hosted zone");
}

} // namespace

extern const Rule rule{
    .name = "route53-server-misspelt",
    .summary = "An NS record names a server of Route 53 that does not exist.",
    .why = "Route 53 has 2048 name servers, and number and domain of each belong together: "
           "`ns-1471.awsdns-55.org`. A digit that was swapped or a letter that was doubled makes it the name "
           "of nothing, and every resolver that picks it waits in vain.",
    .effect = "resolvers that pick this name server get no answer and try another one",
    .references = {Reference{"Amazon Route 53", "name servers of a hosted zone",
                             "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/"
                             "GetInfoAboutHostedZone.html"}},
    .level = Level::error,
    .types = {Type::NS},
    .bad = R"(
sub NS ns-145.awsdns-18.com.
sub NS nns-1471.awsdns-55.org.
)",
    .good = R"(
sub NS ns-145.awsdns-18.com.
sub NS ns-1471.awsdns-55.org.
)",
    .check = check,
};

} // namespace zonevet::rules::route53_server_misspelt
