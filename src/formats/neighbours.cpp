// The files around a document on the disk.
#include "formats/formats.h"
#include "text/tree.h"

#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

Neighbours neighbours_on_disk()
{
    Neighbours neighbours;
    neighbours.list = [](const std::string& folder) {
        std::vector<std::string> files;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (it->is_regular_file(error))
                files.push_back(it->path().string());
        return files;
    };
    neighbours.read = [](const std::string& path) { return disk().read(path); };
    neighbours.is_top = [](const std::string& folder) {
        std::error_code error;
        return fs::exists(fs::path(folder) / ".git", error);
    };
    return neighbours;
}

} // namespace zonevet
