// Where the lines of a text come from that was written for another one: a change given as JSON,
// YAML or nsupdate commands is judged as the zone file it means, and every place leads back to what
// a person wrote.
#pragma once

#include "text/source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

enum class Mistake : std::uint8_t; // dns/mistake.h

struct Origins {
    struct File {
        std::string path;
        std::shared_ptr<const Bytes> bytes;
    };
    // Octets [begin, end) of the text stand for [from, to) of a file. Pieces of records may hold
    // smaller exact ones, in which each octet stands for one.
    struct Piece {
        std::uint64_t begin = 0, end = 0;
        std::uint32_t file = 0;
        std::uint64_t from = 0, to = 0;
    };
    // Something about the change itself that no record shows.
    struct Remark {
        enum class Kind : std::uint8_t {
            no_effect, // one command does nothing
            refused,   // more than one command does nothing
            gap,       // records are gone for a moment
            clash      // records are created while they exist
        };
        std::uint32_t file = 0;
        std::uint64_t from = 0, to = 0;
        Kind kind = Kind::no_effect;
        std::string text, help;
    };
    // Records that are served although no file shows them, because a provider makes them or a value is
    // not known yet: those of one type at a name, or whatever else the name has when `type` is empty.
    struct Untold {
        std::string owner, type;
        friend bool operator==(const Untold&, const Untold&) = default;
    };
    // A record, or what a document says beside one, that no zone file can hold: a provider's alias, a value that is
    // known later, the weights of a pool. It is kept as it stands there, so that a change of it is one.
    struct Opaque {
        std::string owner, type; // as the format calls it: "ALIAS"
        std::string value;
        std::uint32_t ttl = 0;  // 0: none is said
        bool is_beside = false; // what stands beside records of that type, and is no record itself
        std::uint32_t file = 0;
        std::uint64_t from = 0, to = 0;
        bool says_same(const Opaque& other) const
        {
            return owner == other.owner && type == other.type && value == other.value && ttl == other.ttl &&
                   is_beside == other.is_beside;
        }
    };
    std::vector<File> files;
    std::vector<Piece> records, exact; // sorted by begin
    std::vector<Remark> remarks;
    std::vector<Untold> untold;
    std::vector<Opaque> opaque;
    // A mistake of the document that is none of a zone file, at the octets of the text that stand for it.
    struct Flaw {
        std::uint64_t begin = 0, end = 0;
        Mistake mistake{};
        std::string message, help;
    };
    std::vector<Flaw> flaws; // sorted by begin

    // The place in a file for a place in the text: `Span::source` is the index of the file.
    Span back(const Span& span) const;
    // Each octet of the place is one of the file, so that a fix can be applied there.
    bool is_exact(const Span& span) const;
};

} // namespace zonevet
