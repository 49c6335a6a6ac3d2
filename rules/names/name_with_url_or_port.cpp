#include "dns/public_suffix.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::name_with_url_or_port {

namespace {

std::string_view what_it_is(std::string_view text)
{
    if (text.find("://") != std::string_view::npos)
        return "a URL";
    if (text.find('@') != std::string_view::npos)
        return "an at sign";
    if (text.find('/') != std::string_view::npos)
        return "a path";
    if (std::size_t colon = text.rfind(':'); colon != std::string_view::npos)
        return "a port";
    return text.find('*') != std::string_view::npos ? "a star" : "a blank";
}

// "web.example.net." of "https://web.example.net:8443/start."; empty where no name is left over.
std::string host_in(std::string_view text)
{
    if (std::size_t scheme = text.find("://"); scheme != std::string_view::npos)
        text.remove_prefix(scheme + 3);
    bool whole = text.ends_with('.');
    text = text.substr(0, text.find_first_of(":/"));
    bool is_host = text.find('.') != std::string_view::npos && !text.ends_with('.') &&
                   text.find_first_of("\\@*") == std::string_view::npos;
    if (!is_host)
        return {};
    return fmt::format("{}{}", text, whole || ends_in_public_suffix(text) ? "." : "");
}

std::string what_to_write(std::string_view text)
{
    std::string_view foreign = what_it_is(text);
    if (foreign == "a star")
        return "name one host: a star means other names at the front of an owner only";
    std::string host = host_in(text);
    if (host.empty())
        return "only the name of a host can stand here";
    if (foreign == "a port")
        return fmt::format("write `{}`: only an SRV, SVCB or HTTPS record can name a port", host);
    return fmt::format("write `{}`: the rest is a matter of the web server", host);
}

void check(const Record& record, Lint& lint)
{
    for (Field target : names_in(record.type())) {
        if (!holds_foreign_text(record, target) || repeats_line(record))
            continue;
        std::string text = record.name(target).text_below(record.zone().apex());
        if (!record.generated() && lint.describing())
            text = written_name(record, target);
        lint.report(record.at(target), "`{}` holds {}, and no host has such a name", text, what_it_is(text))
            .help(what_to_write(text));
    }
}

} // namespace

extern const Rule rule{
    .name = "name-with-url-or-port",
    .summary = "A name in the data holds a URL, a port, a path, a mail address, a star or a blank.",
    .why = "Text pasted from a ticket or a browser: `web.example.net:8443` is looked up as it stands, "
           "colon and all, and is never found.",
    .effect = "the record leads to a name that does not exist",
    .references = {rfc("1123", "2.1"), rfc("1035", "2.3.1")},
    .level = Level::error,
    .types = types_with_names,
    .bad = R"(
www CNAME https://web.example.net/.
)",
    .good = R"(
www CNAME web.example.net.
)",
    .unless = is_plain,
    .check = check,
};

} // namespace zonevet::rules::name_with_url_or_port
