// Runs when the program is built: reads the packs with the loader of the program and writes them
// down as C++ constants. A mistake in a pack fails the build, and so does an entry that no test notices
// (pack/entries.h).
//
//   zonevet_pack OUTPUT.cpp PACK.toml...
#include "base/failure.h"
#include "pack/entries.h"
#include "pack/write.h"
#include "policy/load.h"
#include "rules/services/shared/known_services.h"
#include "text/source.h"

#include <cstdio>
#include <filesystem>
#include <future>
#include <memory>
#include <span>

// This program knows no packs itself.
namespace zonevet {
std::span<const Rule> pack_rules()
{
    return {};
}
namespace policy {
std::span<const ServiceProfile> pack_profiles()
{
    return {};
}
std::span<const RuleTest> pack_tests()
{
    return {};
}
} // namespace policy
namespace rules {
std::span<const Service> pack_services()
{
    return {};
}
} // namespace rules
} // namespace zonevet

namespace {

namespace fs = std::filesystem;
using namespace zonevet;

struct Pack {
    ConfigText text;
    toml::table parsed;
    ConfigTable table;
    std::string family;

    explicit Pack(const fs::path& path)
        : text(std::string(Bytes::of_file(path.string()).view()), path.lexically_relative(fs::current_path()).string(),
               path.parent_path().string()),
          parsed(parsed_toml(text)), table(text, parsed, ""), family(path.parent_path().filename().string())
    {
    }
};

// All that is wrong with the packs, not what is wrong with the first.
void finish(const std::vector<std::unique_ptr<Pack>>& packs)
{
    std::string all;
    for (const auto& pack : packs)
        try {
            pack->text.finish();
        } catch (const Failure& failure) {
            all += fmt::format("{}{}", all.empty() ? "" : "\n\nerror: ", failure.what());
        }
    if (!all.empty())
        throw Failure("{}", all);
}

// Packs know nothing of each other.
void check_entries(std::vector<std::unique_ptr<Pack>>& packs, const policy::Loader& loader)
{
    std::vector<std::future<void>> checks;
    for (auto& pack : packs)
        checks.push_back(std::async(std::launch::async, [&pack, &loader] {
            policy::check_entries(pack->text, pack->parsed, loader, pack->family);
        }));
    for (std::future<void>& check : checks)
        check.get();
}

void write(const std::string& path, const std::string& text)
{
    std::FILE* file = std::fopen(path.c_str(), "w");
    if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file) != text.size() || std::fclose(file) != 0)
        throw Failure("cannot write `{}`", path);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        std::vector<std::unique_ptr<Pack>> packs;
        for (int i = 2; i < argc; ++i)
            packs.push_back(std::make_unique<Pack>(fs::absolute(argv[i])));
        policy::Book book;
        policy::Loader loader(book, true);
        for (auto& pack : packs)
            loader.read_definitions(pack->table);
        for (auto& pack : packs) {
            loader.read_rules(pack->table, pack->family);
            pack->table.finish();
        }
        finish(packs);
        check_entries(packs, loader);
        finish(packs);
        write(argv[1], policy::written(book));
    } catch (const Failure& failure) {
        std::fprintf(stderr, "error: %s\n", failure.what());
        return 1;
    }
    return 0;
}
