// Files that people give to a checker of zones although they are something else, and what would help them.
#include "input/content.h"

#include "base/ascii.h"
#include "text/tree.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace zonevet {

namespace {

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// A word at the beginning of a line, behind blanks.
bool has_line(std::string_view text, std::initializer_list<std::string_view> words)
{
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        for (std::string_view word : words)
            if (line.starts_with(word))
                return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

std::optional<Seeming> server_configuration(std::string_view name, std::string_view text)
{
    constexpr std::string_view help = "put it under `[files] server-config` of zonevet.toml, and name the folder that "
                                      "holds the zones";
    if (name.starts_with("named.conf") || has_line(text, {"zone \"", "options {", "view \"", "acl "}))
        return Seeming{"the configuration of BIND (named.conf)", std::string(help)};
    if (name.starts_with("nsd.conf") ||
        (has_line(text, {"zone:", "pattern:"}) && has_line(text, {"name:", "zonefile:"})))
        return Seeming{"the configuration of NSD", std::string(help)};
    if (name.starts_with("knot.conf") ||
        (has_line(text, {"zone:", "template:"}) && has_line(text, {"- domain:", "- id:"})))
        return Seeming{"the configuration of Knot DNS", std::string(help)};
    return {};
}

std::optional<Seeming> infrastructure(std::string_view name, std::string_view text)
{
    bool is_terraform = has_ending(name, {".tf", ".tf.json", ".hcl", ".tfvars"}) ||
                        has_line(text, {"resource \"", "module \"", "provider \"", "data \""});
    if (is_terraform)
        return Seeming{"Terraform's language", "what a plan will do is known to Terraform alone: give us the output of "
                                               "`terraform show -json PLANFILE`"};
    bool is_script = has_ending(name, {".js", ".ts", ".mjs", ".cjs"});
    if (name == "dnsconfig.js" ||
        (has_one_of(text, {"D(", "D_EXTEND("}) && has_one_of(text, {"NewRegistrar(", "NewDnsProvider("})))
        return Seeming{"DNSControl's language", "give us the output of `dnscontrol print-ir`"};
    if (is_script && has_one_of(text, {"aws-cdk-lib", "@aws-cdk"}))
        return Seeming{"a program for the AWS CDK", "give us the templates that `cdk synth` writes"};
    if (has_one_of(text, {"@pulumi/", "pulumi_"}))
        return Seeming{"a program for Pulumi", "give us the output of `pulumi preview --json`"};
    if (has_line(text, {"apiVersion:"}))
        return Seeming{"a manifest of Kubernetes", ""};
    return {};
}

std::optional<Seeming> program(std::string_view name, std::string_view text)
{
    struct Ending {
        std::string_view ending, what;
    };
    constexpr Ending endings[] = {
        {".py", "a program in Python"}, {".js", "a program in JavaScript"}, {".ts", "a program in TypeScript"},
        {".rb", "a program in Ruby"},   {".go", "a program in Go"},         {".pl", "a program in Perl"},
        {".php", "a program in PHP"},   {".java", "a program in Java"},     {".sh", "a shell script"},
        {".md", "a text in Markdown"},  {".html", "a page in HTML"},        {".sql", "statements of SQL"},
        {".toml", "a file in TOML"},    {".ini", "a file of settings"},     {".c", "a program in C"},
        {".cpp", "a program in C++"},   {".rs", "a program in Rust"}};
    for (const Ending& each : endings)
        if (name.ends_with(each.ending))
            return Seeming{std::string(each.what), ""};
    if (text.starts_with("#!"))
        return Seeming{"a script", ""};
    if (text.starts_with("<!") || text.starts_with("<html") || text.starts_with("<?xml"))
        return Seeming{"a page in HTML or XML", ""};
    return {};
}

std::optional<Seeming> octets(std::string_view text)
{
    using namespace std::literals;
    if (text.starts_with("SQLite format 3"))
        return Seeming{"a database of SQLite", ""};
    if (text.starts_with("\x1f\x8b") || text.starts_with("PK\x03\x04") || text.starts_with("BZh") ||
        text.starts_with("\xfd"
                         "7zXZ") ||
        text.starts_with("\x28\xb5\x2f\xfd"))
        return Seeming{"packed", "unpack it first"};
    if (text.find("\0"sv) != std::string_view::npos)
        return Seeming{"binary", "a zone in BIND's raw format becomes text with `named-compilezone -f raw -F text`"};
    return {};
}

} // namespace

bool is_program(std::string_view path, std::string_view text)
{
    return program(last_part(path), text).has_value();
}

Seeming what_it_seems(std::string_view path, std::string_view text)
{
    std::string_view name = last_part(path);
    std::string_view beginning = text.substr(0, 64 * 1024);
    if (is_blank(beginning))
        return {"empty", ""};
    for (const std::optional<Seeming>& seeming : {octets(beginning), server_configuration(name, beginning),
                                                  infrastructure(name, beginning), program(name, beginning)})
        if (seeming)
            return *seeming;
    if (is_yaml(name))
        return {"YAML of no format that describes a zone", ""};
    if (has_ending(name, {".json"}) || beginning.starts_with("{") || beginning.starts_with("["))
        return {"JSON of no format that describes a zone", ""};
    return {"a text without records", ""};
}

} // namespace zonevet
