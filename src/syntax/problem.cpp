// Of each kind of mistake the first are kept, all are counted.
#include "syntax/problem.h"

namespace zonevet {

namespace {

constexpr std::size_t longest_message = 2000, kept_of_its_end = 200;
constexpr std::size_t longest_fix = 65'536;

// A message may quote a word of the zone, and a word may be as long as its file.
void shorten(std::string& text)
{
    if (text.size() <= longest_message)
        return;
    auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; }; // a letter
    std::size_t head = longest_message - kept_of_its_end, tail = text.size() - kept_of_its_end;
    while (head > 0 && continues(head))
        --head;
    while (tail < text.size() && continues(tail))
        ++tail;
    text = text.substr(0, head) + "\u2026" + text.substr(tail);
}

} // namespace

void Problems::add(Problem problem)
{
    auto kind = static_cast<std::size_t>(problem.mistake);
    if (kept_[kind] == kept_of_a_kind) {
        ++dropped_[kind];
        return;
    }
    ++kept_[kind];
    for (std::string* text : {&problem.message, &problem.label, &problem.help, &problem.related_text})
        shorten(*text);
    if (problem.fix && problem.fix->size() > longest_fix)
        problem.fix.reset();
    list_.push_back(std::move(problem));
}

void Problems::append(Problems&& later)
{
    for (Problem& problem : later.list_)
        add(std::move(problem));
    for (std::size_t kind = 0; kind < dropped_.size(); ++kind)
        dropped_[kind] += later.dropped_[kind];
}

} // namespace zonevet
