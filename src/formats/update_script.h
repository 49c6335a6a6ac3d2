// One script of updates: its lines, and the states of the zones before and after it. Private to the
// reader of nsupdate scripts.
#pragma once

#include "base/ascii.h"
#include "formats/readers.h"
#include "formats/update_state.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zonevet::update_script {

// A word of a line.
struct Token {
    std::string text;
    bool quoted = false, escaped = false;
    std::uint64_t from = 0, to = 0;
};

// The first word of a line that nsupdate or knsupdate knows, in lower case.
bool is_command(const std::string& word);

class Script {
public:
    Script(const Document& document, const ReadOptions& options, bool is_knot)
        : document_(document), options_(options), knot_(is_knot)
    {
        files_.push_back({document.path, document.bytes});
        std::string_view text = document.bytes->view();
        for_each_line(text, [&](std::string_view line, std::uint64_t) {
            std::vector<Token> tokens = split(line, 0);
            knot_ = knot_ || (!tokens.empty() && in_lower_case(tokens[0].text) == "origin");
        });
        origin_text_ = options.origin;
        if (options.base) {
            files_.push_back({options.base->path, options.base->bytes});
            base_zone_ = options.base_zone;
        }
    }

    std::vector<ReadZone> run();

private:
    struct Update {
        enum class Kind : std::uint8_t { add, remove_name, remove_set, remove_record } kind = Kind::add;
        OwnedName owner;
        Type type = Type::none;
        UpdateState::Stored record;
        FilePlace place;
    };
    struct Prerequisite {
        std::string kind; // "yxrrset"
        OwnedName owner;
        Type type = Type::none;
        std::optional<std::string> rdata;
        FilePlace place;
    };
    struct Changed {
        std::optional<UpdateState> before;
        UpdateState after;
        bool known = false;         // the base is its zone
        std::set<std::string> gone; // sets that a batch deleted
        std::vector<Origins::Remark> remarks;
        std::vector<Origins::Opaque> unseen; // what is deleted of a zone that nobody gave
    };

    struct SyntaxFailure {
        FilePlace place;
        std::string message;
    };

    template <class Use> static void for_each_line(std::string_view text, Use&& use)
    {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = std::min(text.find('\n', at), text.size());
            std::string_view line = text.substr(at, end - at);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            use(line, at);
            at = end + 1;
        }
    }
    std::vector<Token> split(std::string_view line, std::uint64_t offset) const;
    [[noreturn]] void fail(const Token& at, std::string_view message) const;
    void line(std::vector<Token> tokens, FilePlace place);
    void update(const std::vector<Token>& tokens, std::size_t at, FilePlace place);
    void prerequisite(const std::vector<Token>& tokens, std::size_t at, FilePlace place);
    void send();
    void read_lines();
    void stop(const SyntaxFailure& failure);
    std::vector<ReadZone> written();
    Changed& zone();
    OwnedName name_of(const Token& token, Name origin) const;
    std::string rdata_of(Type type, const std::vector<Token>& tokens, std::size_t at) const;
    static Origins::Opaque unseen(const Update& update);
    std::string failed(const Prerequisite& prerequisite, const UpdateState& state) const;
    Name origin() const { return knot_ ? origin_.view() : Name(); }

    const Document& document_;
    const ReadOptions& options_;
    std::vector<Origins::File> files_;
    bool knot_, ended_ = false;
    std::vector<Origins::Opaque> placeholders_; // commands that hold them
    std::string origin_text_, zone_text_, base_zone_;
    std::string last_zone_; // of the batch before
    OwnedName origin_;
    std::optional<std::uint32_t> default_ttl_;
    std::vector<Update> updates_;
    std::vector<Prerequisite> prerequisites_;
    std::map<std::string, Changed> zones_;
};

} // namespace zonevet::update_script
