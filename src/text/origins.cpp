// A place of a written text is looked for among the pieces by halving.
#include "text/origins.h"

#include <algorithm>

namespace zonevet {

namespace {

// The piece that holds all of the place, or null.
const Origins::Piece* piece_around(const std::vector<Origins::Piece>& pieces, const Span& span)
{
    auto after = std::upper_bound(pieces.begin(), pieces.end(), span.begin,
                                  [](std::uint64_t at, const Origins::Piece& piece) { return at < piece.begin; });
    if (after == pieces.begin())
        return nullptr;
    const Origins::Piece& piece = *std::prev(after);
    return span.end <= piece.end ? &piece : nullptr;
}

} // namespace

bool Origins::is_exact(const Span& span) const
{
    return piece_around(exact, span) != nullptr;
}

Span Origins::back(const Span& span) const
{
    if (const Piece* piece = piece_around(exact, span))
        return {piece->file, piece->from + (span.begin - piece->begin), piece->from + (span.end - piece->begin)};
    if (const Piece* piece = piece_around(records, {span.source, span.begin, span.begin}))
        return {piece->file, piece->from, piece->to};
    return {0, 0, 0};
}

} // namespace zonevet
