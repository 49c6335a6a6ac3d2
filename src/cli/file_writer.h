// A file that the user asked for: whole, or as it was before.
#pragma once

#include <string>
#include <string_view>

struct stat;

namespace zonevet {

class FileWriter {
public:
    enum class Existing { replaced, refused };

    // Throws a Failure, as all of this does, when there can be no such file; `refused`: or when there is one.
    FileWriter(std::string path, Existing existing);
    // What was not finished is taken away.
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    void write(std::string_view text);
    void finish();

private:
    void open(const std::string& path, int flags);
    void open_beside();
    bool takes_place_of(const struct stat& old) const;
    void flush();
    void give_up();
    [[noreturn]] void fail(int error) const;

    std::string path_;
    std::string unfinished_; // what is removed unless it is finished; empty: the file is written where it is
    std::string buffer_;
    int descriptor_ = -1;
};

} // namespace zonevet
