package app.lodge.personalization.layouts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Both sides of one card.
///
/// @param back null for a card with one printed side
public record CardFaces(CardFace front, @Nullable CardFace back) {

    public List<CardFace> sides() {
        return back == null ? List.of(front) : List.of(front, back);
    }
}
