// Which files a call means: paths of the command line, folders walked, [files] of the
// configuration.
#pragma once

#include "cli/config.h"
#include "lint/run.h"

namespace zonevet {

struct Found {
    std::vector<Input> inputs;      // sorted by path; named ones where their path belongs
    std::vector<std::string> notes; // for standard error
    bool all_excluded = false;      // --force-exclude left nothing of what was named
};

// Throws Failure for a path that does not exist, and for a folder that holds no zone. A file that the
// settings know to be a zone is one, whatever it is called.
Found find_files(const Given& given, const Config& config, const Settings& settings,
                 const Environment& environment);

// The zone files below a folder, or the file itself; none is no failure.
std::vector<Input> zone_files_at(const std::string& path, const Given& given, const Config& config,
                                 const Environment& environment);

// Whether a file that the user did not name is a zone, by path (absolute) and text.
bool is_zone_file(const std::string& path, std::string_view text, const Config& config);

// Whether [files] exclude holds for a path (absolute).
bool is_excluded(const std::string& path, const Config& config);

// Whether a folder of this name is not walked: hidden ones, and those of build tools.
bool is_skipped_folder(std::string_view name);
// The name of a zone file: *.zone, *.db, db.*, *.arpa, *.rev, *.dns.
bool looks_like_zone_name(std::string_view file_name);
// The beginning of a file is that of a zone: text, records or directives, and an SOA record.
bool looks_like_zone_text(std::string_view beginning);
// Whether a file found in a folder is a zone. Of the names only *.zone says so by itself.
bool is_zone_in_folder(std::string_view file_name, std::string_view beginning);

} // namespace zonevet
