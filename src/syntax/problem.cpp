#include "syntax/problem.h"

namespace zonevet {

void Problems::add(Problem problem)
{
    auto kind = static_cast<std::size_t>(problem.mistake);
    if (kept_[kind] == kept_of_a_kind) {
        ++dropped_[kind];
        return;
    }
    ++kept_[kind];
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
