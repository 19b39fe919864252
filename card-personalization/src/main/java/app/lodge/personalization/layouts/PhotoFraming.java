package app.lodge.personalization.layouts;

/// Which part of a picture becomes the photograph: as much as the ratio allows, then closer and
/// moved as the clerk likes.
///
/// @param zoom percent, 100 (all that fits the ratio) to 800
/// @param right where the part lies in what room it has, percent: 0 left, 50 middle, 100 right
/// @param down likewise: 0 top, 100 bottom
public record PhotoFraming(int zoom, int right, int down) {

    public static final PhotoFraming CENTRED = new PhotoFraming(100, 50, 50);

    public PhotoFraming {
        if (zoom < 100 || zoom > 800 || right < 0 || right > 100 || down < 0 || down > 100) {
            throw new IllegalArgumentException(
                    "Zoom %d must lie in 100…800, right %d and down %d in 0…100"
                            .formatted(zoom, right, down));
        }
    }
}
