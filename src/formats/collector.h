// Records of a document, by zone and side, until they become zone texts. A list of changes alone
// shows whole RRsets of a zone and nothing else of it; with the zone file it applies to, both
// states are complete.
#pragma once

#include "formats/formats.h"
#include "formats/value.h"
#include "formats/zone_text.h"

#include <map>
#include <set>

namespace zonevet {

class Collector {
public:
    enum class Side : std::uint8_t { before, after };
    // What a change says of the set that a record belongs to: all of it, that one record of it comes or
    // goes, or that it is one of several sets of that name and type, of which a client gets one.
    enum class Extent : std::uint8_t { whole, one, choice };

    Collector(const Document& document, const ReadOptions& options) : document_(document), options_(options) {}

    // The place of a value, which is the data of the record as it stands there when they are equal.
    void add(Side side, const std::string& zone, std::string owner, std::uint32_t ttl, const std::string& type,
             std::string data, const Value& at, Extent extent = Extent::whole);
    // A set that goes, or is replaced, without a word about what it is now.
    void replace(const std::string& zone, const std::string& owner, const std::string& type);
    // The last record that was added is spelled like this.
    void spelled(Side side, const std::string& zone, const std::string& text);
    // What the document has of something that no zone file can hold, and its type there if that is another one.
    struct Written {
        Written(const Value& of, std::uint32_t given_ttl = 0, std::string_view called = {})
            : value(of), ttl(given_ttl), type(called)
        {
        }
        const Value& value;
        std::uint32_t ttl; // 0: none is said
        std::string_view type;
    };
    // A set that is there but whose name cannot be told: nothing of this zone may be called missing.
    void unknown(const std::string& zone, std::string_view why);
    // The same, and what is known of it: an id, a name that holds a placeholder.
    void unknown(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                 const Written& written, std::string_view why);
    // A set that is there but whose data cannot be told, or all sets of the name ("").
    void untold(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                const Written& written, std::string_view why, Extent extent = Extent::whole);
    // Addresses that the provider finds or makes itself for a record of that type.
    void untold_addresses(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                          const Written& written, std::string_view why);
    // A record whose type is a provider's own.
    void foreign(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                 const Written& written);
    // What stands beside the records of a set and decides about the answers: weights, a proxy.
    void beside(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                std::string_view called, const Value& value);
    // About the change itself, at a value.
    void remark(const std::string& zone, Origins::Remark::Kind kind, const Value& at, std::string text,
                std::string help);
    // A mistake of a state's own text, at these octets.
    void flaw(const std::string& zone, std::uint64_t from, std::uint64_t to, Mistake mistake, std::string message,
              std::string help);
    // The zone is there, and not all of it is shown.
    void partial(const std::string& zone) { zones_[zone].is_partial = true; }
    // All of the zone is there but what its provider adds, see ReadState.
    void without_apex(const std::string& zone) { zones_[zone].is_without_apex = true; }
    // The document is one file of several that hold the zone together.
    void part(const std::string& zone) { zones_[zone].is_part = true; }
    bool is_empty() const { return zones_.empty(); }

    // A list of changes: states of the sets that are named.
    std::vector<ReadZone> changes();
    // A state: all there is.
    std::vector<ReadZone> states();

private:
    struct Zone {
        std::vector<TextRecord> before, after;
        std::set<std::string> whole;  // sets of which all is said
        std::vector<TextRecord> gone; // single records that the change takes away
        std::vector<Origins::Untold> untold_before, untold_after;
        std::vector<Origins::Opaque> opaque_before, opaque_after;
        std::set<std::string> choices_before, choices_after;               // sets, and the data they have
        std::map<std::string, std::set<std::string>, std::less<>> unknown; // why -> which sets
        Spellings spelled_before, spelled_after;
        std::vector<Origins::Remark> remarks;
        struct Flaw {
            FilePlace place;
            Mistake mistake;
            std::string message, help;
        };
        std::vector<Flaw> flaws;
        bool is_partial = false, is_without_apex = false, is_part = false;
        std::size_t unnamed = 0; // sets whose names cannot be told
    };
    ReadState written(const Zone& zone, Side side, Coverage coverage) const;
    void keep(Side side, const std::string& zone, const std::string& owner, const std::string& type,
              const Written& written);
    static void keep_unseen(Zone& zone);
    static bool joins_choice(Zone& zone, Side side, TextRecord& record);
    void expect_in_zone(const std::string& owner, const std::string& zone) const;
    ReadZone applied_to_base(const std::string& name, const Zone& zone) const;
    std::vector<std::string> notes(const std::string& name, const Zone& zone) const;

    const Document& document_;
    const ReadOptions& options_;
    std::map<std::string, Zone> zones_; // by key; "": no zone is known
};

// The key of a zone that is not the only one of its name, for all functions above.
std::string zone_key(const std::string& zone, std::string_view view);

// Why a set cannot be judged; the same words in every format.
namespace why {
inline constexpr std::string_view alias = "the provider makes their answers (aliases, flattening, proxies)";
inline constexpr std::string_view later = "their values are known when the change is applied";
inline constexpr std::string_view at_deployment = "their values are known when the stack is deployed";
inline constexpr std::string_view placeholder = "they hold placeholders";
inline constexpr std::string_view not_dns = "their types are a provider's own (redirects and the like)";
inline constexpr std::string_view routing = "the provider chooses among several answers (routing, pools)";
inline constexpr std::string_view no_zone = "nothing says which zone they are in";
inline constexpr std::string_view included = "they are included from other files";
inline constexpr std::string_view elsewhere = "they are served to some clients only";
inline constexpr std::string_view timed = "they are served from or until a time";
inline constexpr std::string_view other_lines = "what is done is told in words";
inline constexpr std::string_view by_id = "they are named by an id that only the provider knows";
inline constexpr std::string_view not_read = "what they hold is in no form that is known here";
inline constexpr std::string_view of_others = "they are resources of a provider that is not known here";
inline constexpr std::string_view conditional = "a condition decides about them";
} // namespace why

// "www" + "example.com." -> "www.example.com."; "" and "@" are the zone itself.
std::string below(std::string_view name, std::string_view zone);
// With its final dot.
std::string absolute(std::string_view name);
// Text as one TXT record: quoted, in strings of 255 octets.
std::string quoted_strings(std::string_view text);
// Something that a template or a script fills in later: "${DOMAIN}", "{{ address }}".
bool has_placeholder(std::string_view text);
// A type of a provider that answers with addresses that no file shows.
bool is_alias_type(std::string_view type);
bool is_redirect_type(std::string_view type);
bool is_address_type(std::string_view type);
bool names_a_host(std::string_view type);
// "10 mail.example.com" where names are absolute with or without their final dot.
std::string with_final_dot(std::string_view type, std::string data);

} // namespace zonevet
