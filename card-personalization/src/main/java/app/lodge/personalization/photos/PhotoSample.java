package app.lodge.personalization.photos;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import app.lodge.personalization.layouts.PhotoFraming;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// A picture reduced so far that what is wrong with a part of it is found at once, also while a hand
/// moves the part (ID-11). What it finds are remarks: a person decides, nothing is blocked.
///
/// Nothing is measured by the colour of a skin: exposure counts over the whole cut. Faces are looked
/// for elsewhere.
public final class PhotoSample {

    /// 35 mm at 300 dots per inch.
    private static final int SHARP_WIDTH = 413;

    private static final int DARKEST_LIGHT = 120;
    private static final int CLIPPED = 250;
    private static final int MOST_CLIPPED_PERCENT = 30;
    private static final int LEAST_RANGE = 60;
    private static final int LEAST_SHARPNESS = 45;

    private final BufferedImage small;
    private final int wholeWidth;

    private PhotoSample(BufferedImage small, int wholeWidth) {
        this.small = small;
        this.wholeWidth = wholeWidth;
    }

    public static PhotoSample of(PictureOutcome.Upright picture) {
        return new PhotoSample(picture.small(), picture.image().getWidth());
    }

    /// What is remarkable about this part, the weightiest first; empty for a good photograph. Of what
    /// too much or too little light explains, only the light is told.
    ///
    /// @param framing in the whole picture's pixels
    public List<Problem> remarks(PhotoFraming framing) {
        var grey =
                Grey.of(
                        small,
                        reduced(framing.x()),
                        reduced(framing.y()),
                        reduced(framing.width()),
                        reduced(framing.height()));
        var remarks = new ArrayList<Problem>();
        if (Sideways.is(small)) {
            remarks.add(remark("photos.remark-sideways"));
        }
        if (framing.width() < SHARP_WIDTH) {
            remarks.add(remark("photos.remark-small", framing.width(), SHARP_WIDTH));
        }
        if (grey.percentile(95) < DARKEST_LIGHT) {
            remarks.add(remark("photos.remark-dark"));
        } else if (grey.middleShareFrom(CLIPPED) > MOST_CLIPPED_PERCENT) {
            remarks.add(remark("photos.remark-bright"));
        } else if (grey.range() < LEAST_RANGE) {
            remarks.add(remark("photos.remark-contrast"));
        } else if (grey.sharpness() < LEAST_SHARPNESS) {
            remarks.add(remark("photos.remark-blurred"));
        }
        if (grey.unevenBackground()) {
            remarks.add(remark("photos.remark-background"));
        }
        return List.copyOf(remarks);
    }

    private int reduced(int pixels) {
        return (int) ((long) pixels * small.getWidth() / wholeWidth);
    }

    private static Problem remark(String key, Object... arguments) {
        return Problem.of("photo", "", key, arguments);
    }
}
