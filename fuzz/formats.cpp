// As a document in every format: read or refused, and what is read leads back into the document.
#include "formats/formats.h"

#include "base/failure.h"
#include "fuzz/targets.h"

namespace zonevet::fuzz {

namespace {

void require_inside(const std::optional<ReadState>& state, std::size_t size)
{
    if (!state || !state->origins)
        return;
    for (const std::vector<Origins::Piece>* list : {&state->origins->records, &state->origins->exact})
        for (const Origins::Piece& piece : *list)
            require(piece.begin <= piece.end && piece.end <= state->text->view().size() && piece.from <= piece.to &&
                    piece.to <= size);
}

} // namespace

void formats(std::string_view text)
{
    Document document{"zones/example.com.yaml", std::make_shared<Bytes>(std::string(text))};
    recognize_format(document.path, text);
    ReadOptions options;
    options.origin = "example.com";
    for (const ChangeFormat& format : change_formats()) {
        try {
            for (const ReadZone& zone : format.read(document, options)) {
                require_inside(zone.before, text.size());
                require_inside(zone.after, text.size());
            }
        } catch (const Failure&) {
        }
    }
}

} // namespace zonevet::fuzz
