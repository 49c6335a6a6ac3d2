// Comments behind records, which the zone does not keep.
#pragma once

#include "text/source.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace zonevet::rules {

// The next ";" of each file at or behind an offset. Files without comments are looked through once.
class Comments {
public:
    explicit Comments(const Sources& sources) : sources_(sources) {}

    // The comment on the first line of the entry.
    std::optional<Span> behind(Position entry)
    {
        if (next_ == nullptr || entry.source() != source_) {
            source_ = entry.source();
            next_ = &all_[source_];
        }
        std::string_view text = sources_[source_].text();
        if (entry.offset() < next_->from || entry.offset() > next_->at)
            *next_ = {entry.offset(), std::min(text.find(';', entry.offset()), text.size())};
        if (next_->at >= text.size() ||
            text.substr(entry.offset(), next_->at - entry.offset()).find('\n') != std::string_view::npos)
            return {};
        return Span{source_, next_->at, std::min(text.find('\n', next_->at), text.size())};
    }

private:
    // No ";" in [from, at).
    struct Next {
        std::uint64_t from = 1, at = 0;
    };

    const Sources& sources_;
    std::map<std::uint32_t, Next> all_;
    std::uint32_t source_ = 0;
    Next* next_ = nullptr; // of source_
};

} // namespace zonevet::rules
