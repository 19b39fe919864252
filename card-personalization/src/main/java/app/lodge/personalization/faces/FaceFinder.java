package app.lodge.personalization.faces;

import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import java.awt.image.BufferedImage;

/// Looks for faces in pictures.
public interface FaceFinder {

    /// Blocks for as long as it takes, some tenths of a second; call it on a thread for that.
    ///
    /// @param picture upright
    Faces find(BufferedImage picture);

    /// The same in a picture of any size, in its own pixels: what a screen shows is enough to see by.
    default Faces in(PictureOutcome.Upright picture) {
        var small = picture.small();
        return find(small).scaled((double) picture.image().getWidth() / small.getWidth());
    }

    /// Where no faces are looked for.
    static FaceFinder none(String why) {
        return _ -> new Faces.Unavailable(why);
    }
}
