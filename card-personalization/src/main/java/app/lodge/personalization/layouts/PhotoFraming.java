package app.lodge.personalization.layouts;

import java.awt.Rectangle;

/// Which part of an upright picture becomes the photograph, in the picture's pixels; its ratio is the
/// card's 35 to 45 (ID-11).
///
/// @param x of the left upper corner, `y` likewise
/// @param width the height follows from the ratio
public record PhotoFraming(int x, int y, int width) {

    /// The narrowest part that still prints sharply.
    public static final int SMALLEST_WIDTH = 140;

    private static final int RATIO_WIDTH = PhotoCrop.RATIO_WIDTH;
    private static final int RATIO_HEIGHT = PhotoCrop.RATIO_HEIGHT;

    /// The largest part, centred, a little above the middle as faces are.
    public static PhotoFraming largest(int pictureWidth, int pictureHeight) {
        int width = widest(pictureWidth, pictureHeight);
        return new PhotoFraming(
                (pictureWidth - width) / 2, (pictureHeight - height(width)) / 3, width);
    }

    public int height() {
        return height(width);
    }

    /// The same part moved or sized so that it lies inside the picture and is large enough, where the
    /// picture is.
    public PhotoFraming within(int pictureWidth, int pictureHeight) {
        int widest = widest(pictureWidth, pictureHeight);
        int fitted = Math.clamp(width, Math.min(SMALLEST_WIDTH, widest), widest);
        return new PhotoFraming(
                Math.clamp(x, 0, pictureWidth - fitted),
                Math.clamp(y, 0, Math.max(0, pictureHeight - height(fitted))),
                fitted);
    }

    public PhotoFraming moved(int right, int down) {
        return new PhotoFraming(x + right, y + down, width);
    }

    /// Wider or narrower around its own middle.
    public PhotoFraming widened(int by) {
        return new PhotoFraming(x - by / 2, y - height(by) / 2, width + by);
    }

    Rectangle part() {
        return new Rectangle(x, y, width, height());
    }

    private static int widest(int pictureWidth, int pictureHeight) {
        long byHeight = (long) pictureHeight * RATIO_WIDTH / RATIO_HEIGHT;
        return Math.max(1, (int) Math.min(pictureWidth, byHeight));
    }

    private static int height(int width) {
        return (int) ((long) width * RATIO_HEIGHT / RATIO_WIDTH);
    }
}
