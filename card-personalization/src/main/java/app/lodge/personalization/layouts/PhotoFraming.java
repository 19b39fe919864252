package app.lodge.personalization.layouts;

import java.awt.Rectangle;

/// Which part of an upright picture becomes the photograph, in the picture's pixels; its ratio is the
/// card's 35 to 45 (ID-11).
///
/// @param x of the left upper corner before the part is turned around its own middle, `y` likewise
/// @param width the height follows from the ratio
/// @param tilt how far the part is turned clockwise, in half degrees; a head that leans as far stands
///     straight on the photograph
public record PhotoFraming(int x, int y, int width, int tilt) {

    /// The narrowest part that still prints sharply.
    public static final int SMALLEST_WIDTH = 140;

    /// Half degrees to either side: whoever leans further is better photographed again.
    public static final int MOST_TILT = 30;

    private static final int RATIO_WIDTH = PhotoCrop.RATIO_WIDTH;
    private static final int RATIO_HEIGHT = PhotoCrop.RATIO_HEIGHT;

    public PhotoFraming {
        if (Math.abs(tilt) > MOST_TILT) {
            throw new IllegalArgumentException(
                    "A tilt of %d half degrees is outside ±%d".formatted(tilt, MOST_TILT));
        }
    }

    public PhotoFraming(int x, int y, int width) {
        this(x, y, width, 0);
    }

    /// The largest part, centred, a little above the middle as faces are.
    public static PhotoFraming largest(int pictureWidth, int pictureHeight) {
        int width = widest(pictureWidth, pictureHeight);
        return new PhotoFraming(
                (pictureWidth - width) / 2, (pictureHeight - height(width)) / 3, width);
    }

    public int height() {
        return height(width);
    }

    /// The angle that `tilt` stands for.
    public double radians() {
        return Math.toRadians(tilt / 2.0);
    }

    /// The same part moved or sized so that it lies inside the picture with all its corners, and is
    /// large enough, where the picture is.
    public PhotoFraming within(int pictureWidth, int pictureHeight) {
        int widest = widest(pictureWidth, pictureHeight, tilt);
        int fitted = Math.clamp(width, Math.min(SMALLEST_WIDTH, widest), widest);
        int height = height(fitted);
        double cos = Math.cos(radians());
        double sin = Math.sin(Math.abs(radians()));
        int beside = over(fitted * cos + height * sin - fitted);
        int above = over(fitted * sin + height * cos - height);
        return new PhotoFraming(
                Math.clamp(x, beside, Math.max(beside, pictureWidth - fitted - beside)),
                Math.clamp(y, above, Math.max(above, pictureHeight - height - above)),
                fitted,
                tilt);
    }

    /// By how much the turned part reaches beyond its own box at either side.
    private static int over(double more) {
        return (int) Math.ceil(more / 2 - 1e-9);
    }

    public PhotoFraming moved(int right, int down) {
        return new PhotoFraming(x + right, y + down, width, tilt);
    }

    /// Wider or narrower around its own middle.
    public PhotoFraming widened(int by) {
        return new PhotoFraming(x - by / 2, y - height(by) / 2, width + by, tilt);
    }

    /// Turned clockwise around its own middle, as far as that goes.
    public PhotoFraming turned(int halfDegrees) {
        return new PhotoFraming(
                x, y, width, Math.clamp(tilt + (long) halfDegrees, -MOST_TILT, MOST_TILT));
    }

    Rectangle part() {
        return new Rectangle(x, y, width, height());
    }

    private static int widest(int pictureWidth, int pictureHeight) {
        long byHeight = (long) pictureHeight * RATIO_WIDTH / RATIO_HEIGHT;
        return Math.max(1, (int) Math.min(pictureWidth, byHeight));
    }

    private static int widest(int pictureWidth, int pictureHeight, int tilt) {
        if (tilt == 0) {
            return widest(pictureWidth, pictureHeight);
        }
        double cos = Math.cos(Math.toRadians(tilt / 2.0));
        double sin = Math.sin(Math.toRadians(Math.abs(tilt) / 2.0));
        double ratio = (double) RATIO_HEIGHT / RATIO_WIDTH;
        double widest =
                Math.min(pictureWidth / (cos + ratio * sin), pictureHeight / (sin + ratio * cos));
        return Math.max(1, (int) widest);
    }

    private static int height(int width) {
        return (int) ((long) width * RATIO_HEIGHT / RATIO_WIDTH);
    }
}
