// What several test files need: files as text, lists of files, lines and words.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::test {

namespace fs = std::filesystem;

inline std::string slurp(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void spill(const fs::path& path, std::string_view text)
{
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out)
        throw std::runtime_error("cannot write " + path.string());
}

// Regular files anywhere below a folder whose names end in one of `endings` (all of them when none
// is given), sorted. None when there is no such folder.
inline std::vector<fs::path> files_below(const fs::path& folder, const std::vector<std::string>& endings = {})
{
    std::vector<fs::path> found;
    if (!fs::is_directory(folder))
        return found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        std::string extension = entry.path().extension().string();
        bool wanted = endings.empty() || std::find(endings.begin(), endings.end(), extension) != endings.end();
        if (entry.is_regular_file() && wanted)
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

inline std::vector<fs::path> folders_in(const fs::path& folder)
{
    std::vector<fs::path> found;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.is_directory())
                found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

// Without line ends; a last line without one counts.
inline std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

inline std::vector<std::string> words_of(std::string_view text, std::string_view separators = " \t\r\n")
{
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = text.find_first_not_of(separators, at)) < text.size();) {
        std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

} // namespace zonevet::test
