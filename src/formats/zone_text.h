// A state of a zone while a format is read: records with the places they come from. Written out as
// a zone file, so that one reader, one model and all rules serve every format.
#pragma once

#include "dns/mistake.h"
#include "dns/name.h"
#include "dns/types.h"
#include "text/origins.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// A place in one of the files of a change.
struct FilePlace {
    std::uint32_t file = 0;
    std::uint64_t from = 0, to = 0;
};

// One record as text: what the format says, which need not be valid.
struct TextRecord {
    std::string owner; // absolute, with its final dot
    std::uint32_t ttl = 0;
    std::string type;
    std::string data;      // presentation form
    FilePlace place;       // of the record, or of its value
    bool verbatim = false; // `data` stands at the place exactly as it is
};

class ZoneText {
public:
    explicit ZoneText(std::vector<Origins::File> files) { origins_->files = std::move(files); }

    void add(const TextRecord& record);
    void hide(const Origins::Untold& set) { origins_->untold.push_back(set); }
    void keep(const Origins::Opaque& record) { origins_->opaque.push_back(record); }
    // A mistake of the document at this place.
    void flaw(const FilePlace& place, Mistake mistake, std::string message, std::string help);
    // A comment that stands for one of the document.
    void comment(const FilePlace& place, std::string_view words);
    void remark(const Origins::Remark& remark) { origins_->remarks.push_back(remark); }

    std::shared_ptr<const Bytes> bytes() const { return std::make_shared<Bytes>(text_); }
    std::shared_ptr<const Origins> origins() const { return origins_; }

private:
    std::string text_;
    std::shared_ptr<Origins> origins_ = std::make_shared<Origins>();
};

} // namespace zonevet
