// Turns the entries of one source into records: resolves owners, $ORIGIN, $TTL, classes, $GENERATE,
// reads the data of every type, and names every mistake on the way. It never stops and never throws
// because of what a file holds. What to do with records, problems and $INCLUDE is the sink's business.
#pragma once

#include "dns/name.h"
#include "dns/rdata.h"
#include "dns/types.h"
#include "syntax/lexer.h"
#include "syntax/problem.h"
#include "syntax/words.h"
#include "text/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct ReadRecord {
    Name owner;
    bool owner_written = true; // false: taken from the record before
    bool same_owner = false;   // certainly the owner of the last record that was not generated
    bool ttl_written = false;
    bool ttl_known = true;    // false: a placeholder gives it
    bool serial_known = true; // of an SOA record, the same
    bool generated = false;
    bool plain = false;   // the names it states are made of letters, digits, inner hyphens
    bool relative = true; // a word of the data does not end with a dot
    std::uint32_t ttl = 0;
    Type type = Type::none;
    std::string_view rdata;  // valid during the call
    std::uint64_t entry = 0; // offset of its entry in the source
};

// A "; zonevet:" comment.
struct ControlComment {
    Span span;
    bool own_line = false;
    // The entry it stands in, or for an own-line comment the next entry that is not a comment; nothing
    // when the text ends before one.
    Position covers;
};

struct IncludeRequest {
    std::string_view path;
    std::optional<Name> origin; // nothing: the current one
    Span path_span, entry_span;
};

// What an entry may take from those before it. A chunk of a file can be read alone when the state at
// its first entry is known.
struct ReaderState {
    OwnedName origin;
    OwnedName owner;
    bool has_owner = false;
    bool has_default_ttl = false; // $TTL was seen, or an SOA without any TTL gave its minimum
    bool has_last_ttl = false;    // a record stated one
    std::uint32_t default_ttl = 0, last_ttl = 0;
    std::uint64_t generated = 0;    // records that $GENERATE made so far
    std::optional<Span> wanted_ttl; // the first record that found no TTL at all
    bool wanted_ttl_told = false, inherited_ttl_told = false;
    enum class Trap : std::uint8_t { none, after_origin, after_include, in_include, after_comment };
    Trap trap = Trap::none;
    std::optional<Span> trap_span;  // the directive or comment
    std::optional<Span> unused_ttl; // a $TTL that no record took yet
    bool template_told = false;     // a placeholder was reported for this file
    bool owner_in_file = false;     // this file has stated an owner
    bool blank_before_owner_told = false;
    std::optional<Span> origin_of_include, ttl_of_include; // an $INCLUDE whose file changed it
    // Declared placeholders stand for these.
    bool owner_unknown = false, origin_unknown = false, default_ttl_unknown = false, last_ttl_unknown = false;
};

class RecordSink {
public:
    virtual void record(const ReadRecord& record) = 0;
    // An entry that holds a record, or several, but could not be read; its owner when that is known.
    virtual void unreadable(const Name* owner) = 0;
    virtual void problem(Problem problem) = 0;
    virtual void comment(const ControlComment& comment) = 0;
    // Reads the file into the same sink, with `state` as its start; may change the TTL in it.
    virtual void include(const IncludeRequest& request, ReaderState& state) = 0;

protected:
    ~RecordSink() = default;
};

struct ReaderLimits {
    std::uint64_t max_generated = 1'000'000;     // by one $GENERATE
    std::uint64_t max_all_generated = 2'000'000; // by all of one zone
};

class Reader {
public:
    Reader(const Source& source, std::uint32_t source_number, ReaderState state, RecordSink& sink,
           const ReaderLimits& limits);

    // Reads [begin, end), which must be entry boundaries. Gives back what the next part starts with.
    ReaderState read(std::uint64_t begin, std::uint64_t end);

private:
    void entry();
    void frame();
    bool not_a_record();
    void directive();
    void origin_directive();
    void ttl_directive();
    void include_directive();
    void generate_directive();
    void record();
    const Head& head();
    bool owner(const Head& head, ReadRecord& out);
    bool repeats_origin(const Word& word);
    bool unknown_owner(const Head& head);
    bool unknown_data(const Head& head, std::span<const Word>& words, ReadRecord& out);
    bool unknown_content();
    Problem blank_owner_trap() const;
    void note_commented_record();
    void judge_unit(const Word& word, std::uint64_t seconds);
    bool ttl(const Head& head, ReadRecord& out);
    bool head_mistakes(const Head& head);
    std::string_view type_meant(std::string_view text, std::size_t at) const;
    void data_mistake(const Head& head, const RdataError& error, bool soft);
    bool origin_plain();
    void name_facts(const Head& head, ReadRecord& out);
    void text_observations(const Head& head);
    void comment_observations();
    bool odd_blank();
    void flush_comments(bool at_entry);
    bool templated(const Word& failed);
    bool templated_owner(const Head& head);
    bool templated_target(Type type, std::span<const Word> words);
    // What is sound but not read alike by all servers (src/portability).
    void tell_case(std::string_view key, Mistake mistake, Span span, std::string message, std::string help);
    void blank_line();
    void group_places(const Head& head);
    bool opens_group(std::size_t from, std::size_t to) const;
    void ttl_units(const Word& word, bool in_record);
    void portability(const Head& head);
    void texts(const Head& head);
    void data_form(const Head& head);
    void names_in_data(const Head& head);
    void after_include(const Head& head, const ReadRecord& record);
    void include_forms(const Word& path, const Word* origin);
    void generate_forms(const Word& owner, const Word& data);

    Span span_of(std::string_view text) const;
    Span span_of(const Word& word) const { return span_of(outer_text(word, source_.text())); }
    Span words_span(std::size_t first, std::size_t last) const;
    Problem make(Mistake mistake, Span span, std::string message) const;
    void tell(Problem problem);
    std::uint64_t entry_offset() const
    {
        return static_cast<std::uint64_t>(entry_.text.data() - source_.text().data());
    }

    const Source& source_;
    std::uint32_t number_;
    ReaderState state_;
    RecordSink& sink_;
    const ReaderLimits& limits_;

    EntryText entry_;
    bool told_gdnsd_ = false;
    bool broken_ = false; // a mistake of this entry was told already
    RdataBuffer data_;
    RdataError error_;
    std::vector<RdataError> notes_;
    std::vector<Word> with_serial_;
    const char* origin_wire_ = nullptr; // of the origin that origin_plain_ is about
    bool origin_plain_ = false, owner_plain_ = false;
    Head head_; // of the record before, and its text behind the owner
    std::string_view head_text_;
    bool head_blank_ = false;
    std::string_view owner_text_; // as written, for records that repeat it
    char owner_wire_[256];
    std::size_t owner_size_ = 0;
    std::vector<ControlComment> waiting_; // own-line comments before the next entry
    bool told_carriage_return_ = false, told_generate_ = false;
    bool told_conflict_ = false, told_foreign_comment_ = false;
};

} // namespace zonevet
