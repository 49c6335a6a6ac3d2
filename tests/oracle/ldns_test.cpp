// What others make of the same text. Every record of records.txt must have the wire form that ldns
// gives it, and come back from its own printed form unchanged. The vectors of the shared corpus
// (test data of BIND, NSD and PowerDNS with the verdicts of three servers) must be accepted and
// refused where all three servers agree.
#include "../support/record_words.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <ldns/ldns.h>
#include <map>
#include <memory>
#include <sstream>

using namespace zonevet;
using namespace zonevet::test;

namespace {

// As in the corpus: "origin TTL class" are given, the text is what stands in the file.
struct Outcome {
    bool read = false; // the text could be taken apart by the small splitter
    bool accepted = false;
    std::string message; // of the first mistake
    std::string wire;    // of the last record
    Type type = Type::none;
};

bool is_class(std::string_view text)
{
    return text == "IN" || text == "in" || text == "CLASS1";
}

Outcome read_text(std::string_view text, std::string_view origin_text)
{
    static const auto buffer = std::make_unique<RdataBuffer>();
    Outcome outcome;
    std::vector<Entry> entries;
    OwnedName origin;
    if (!split_entries(text, entries) || !to_name(origin_text, origin))
        return outcome;
    for (const Entry& entry : entries) {
        std::span<const Word> words = entry.words;
        if (words[0].text == "$ORIGIN" && words.size() == 2) {
            to_name(words[1].text, origin, origin.view());
            continue;
        }
        if (words[0].text == "$TTL")
            continue;
        if (words[0].text.starts_with("$") || entry.blank_owner)
            return outcome; // the layer of the master file
    }
    outcome.read = true;
    for (const Entry& entry : entries) {
        std::span<const Word> words = entry.words;
        if (words[0].text.starts_with("$"))
            continue;
        char owner[256];
        std::size_t length = 0;
        if (parse_name(words[0].text, origin.view(), owner, length).error != NameError::none) {
            outcome.message = "the owner is no name";
            return outcome;
        }
        std::size_t i = 1;
        std::uint64_t ttl = 0;
        for (int k = 0; k < 2 && i < words.size(); ++k)
            if (is_class(words[i].text) || parse_period(words[i].text, ttl) == PeriodError::none)
                ++i;
        if (ttl > 2147483647) {
            outcome.message = "the TTL is too large";
            return outcome;
        }
        Type type = i < words.size() ? type_from_text(words[i].text) : Type::none;
        if (type == Type::none) {
            outcome.message = "no type";
            return outcome;
        }
        RdataError error;
        if (!parse_rdata(type, words.subspan(i + 1), origin.view(), *buffer, error)) {
            outcome.message = error.message;
            return outcome;
        }
        outcome.type = type;
        outcome.wire = buffer->view();
    }
    outcome.accepted = true;
    return outcome;
}

// The data that ldns makes of one record.
bool ldns_data(const std::string& line, std::string& wire)
{
    ldns_rr* record = nullptr;
    if (ldns_rr_new_frm_str(&record, line.c_str(), 3600, nullptr, nullptr) != LDNS_STATUS_OK)
        return false;
    ldns_buffer* buffer = ldns_buffer_new(70000);
    bool good = ldns_rr_rdata2buffer_wire(buffer, record) == LDNS_STATUS_OK;
    wire.assign(reinterpret_cast<const char*>(ldns_buffer_begin(buffer)), ldns_buffer_position(buffer));
    ldns_buffer_free(buffer);
    ldns_rr_free(record);
    return good;
}

// Types whose names may be compressed in a message (RFC 3597 4); some vectors are cut from one.
bool is_compressed(Type type)
{
    return type <= Type::MX && type != Type::A;
}

std::string undo_escapes(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        switch (text[++i]) {
        case 'n':
            result += '\n';
            break;
        case 't':
            result += '\t';
            break;
        case 'r':
            result += '\r';
            break;
        case 'x':
            result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
            break;
        default:
            result += text[i];
        }
    }
    return result;
}

} // namespace

TEST_CASE("the records of records.txt have the wire form of ldns", "[oracle]")
{
    std::ifstream file(TESTS_DIR "/oracle/records.txt");
    REQUIRE(file);
    std::map<Type, int> per_type;
    std::string line;
    auto buffer = std::make_unique<RdataBuffer>();
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == ';')
            continue;
        INFO(line);
        std::vector<Entry> entries;
        REQUIRE(split_entries(line, entries));
        REQUIRE(entries.size() == 1);
        Outcome outcome = read_text(line, ".");
        CHECK(outcome.message == "");
        REQUIRE(outcome.accepted);
        ++per_type[outcome.type];
        if (entries[0].comment.find("not ldns") == std::string_view::npos) {
            std::string expected;
            bool understood = ldns_data(line, expected);
            CHECK(understood);
            if (understood)
                CHECK(hex(outcome.wire) == hex(expected));
        }
        CHECK(rdata_valid(outcome.type, outcome.wire));
        std::string printed = rdata_text(outcome.type, outcome.wire);
        INFO(printed);
        std::vector<Word> words = record_words(printed);
        RdataError error;
        bool again = parse_rdata(outcome.type, words, Name(), *buffer, error);
        CHECK(error.message == "");
        REQUIRE(again);
        CHECK(hex(buffer->view()) == hex(outcome.wire));
        CHECK(rdata_text(outcome.type, buffer->view()) == printed);
        std::string generic = fmt::format("\\# {} {}", outcome.wire.size(), hex(outcome.wire));
        words = record_words(generic);
        CHECK(parse_rdata(outcome.type, words, Name(), *buffer, error));
        CHECK(hex(buffer->view()) == hex(outcome.wire));
    }
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
        INFO(spec->mnemonic);
        if (spec->data)
            CHECK(per_type[spec->type] >= 3);
    }
}

TEST_CASE("vectors of others are judged as all three servers judge them", "[oracle][corpus]")
{
    const char* from_environment = std::getenv("ZONEVET_SHARED");
    std::string folder = from_environment ? from_environment : SHARED_DIR;
    std::ifstream file(folder + "/corpus/VECTORS.tsv");
    if (!file) {
        WARN("no corpus in " + folder + ": the vectors were not run");
        return;
    }
    // Rows where we differ on purpose, and why.
    const std::map<std::string, std::string> known = {
#include "vectors_known.inc"
    };
    std::string line;
    std::getline(file, line);
    int run = 0;
    int skipped = 0;
    int agreed = 0;
    int on_purpose = 0;
    int split_votes = 0;
    int wires = 0;
    std::map<std::string, std::string> first_of_pair;
    std::string list;
    while (std::getline(file, line)) {
        std::vector<std::string> cells;
        std::stringstream stream(line);
        for (std::string cell; std::getline(stream, cell, '\t');)
            cells.push_back(cell);
        if (cells.size() < 12)
            continue;
        std::string text = undo_escapes(cells[2]);
        std::string origin = cells[1].ends_with('.') ? cells[1] : cells[1] + ".";
        Outcome outcome = read_text(text, origin);
        if (!outcome.read) {
            ++skipped;
            continue;
        }
        ++run;
        auto accepts = [&](std::size_t i) { return cells[i].starts_with("accept"); };
        bool named = accepts(9);
        // Wire forms that the sources of the vectors give, or that one of their rows has readable
        // and the next in generic form.
        if (outcome.accepted) {
            std::string pair = cells[5];
            if (std::size_t at = pair.find("_generic"); at != std::string::npos)
                pair.erase(at, 8);
            std::string expected;
            if (pair.starts_with("wire=") && !is_compressed(outcome.type))
                expected = pair.substr(5, pair.find_first_not_of("0123456789abcdef", 5) - 5);
            else if (pair.ends_with("_text"))
                expected = first_of_pair.emplace(pair, hex(outcome.wire)).first->second;
            if (!expected.empty() && !known.contains(cells[0])) {
                ++wires;
                bool cut = expected.size() >= 380; // long ones are not there to their end
                std::string ours = hex(outcome.wire);
                if (expected != (cut ? ours.substr(0, expected.size()) : ours))
                    list += fmt::format("\n  {}: wire form {}, and not {}\n    {}", cells[0], hex(outcome.wire),
                                        expected, cells[2].substr(0, 200));
            }
        }
        if (named != accepts(10) || named != accepts(11)) {
            ++split_votes;
            continue;
        }
        if (named == outcome.accepted) {
            ++agreed;
            continue;
        }
        if (known.contains(cells[0])) {
            ++on_purpose;
            continue;
        }
        list += fmt::format("\n  {}: all three {}, we {}: {}\n    {}", cells[0], named ? "accept" : "refuse",
                            outcome.accepted ? "accept" : "refuse", outcome.message, cells[2].substr(0, 200));
    }
    INFO(list);
    WARN(fmt::format("{} vectors: {} read, {} need the master-file layer; the servers are of one mind "
                     "on {}: {} agree, {} differ on purpose; {} wire forms compared",
                     run + skipped, run, skipped, run - split_votes, agreed, on_purpose, wires));
    CHECK(list.empty());
}
