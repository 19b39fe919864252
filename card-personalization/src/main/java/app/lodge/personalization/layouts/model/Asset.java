package app.lodge.personalization.layouts.model;

/// A picture that travels inside its layout, so that a published revision never changes its looks.
public sealed interface Asset {

    /// A drawing, SVG 1.1 without scripts and outside references.
    record Drawing(String svg) implements Asset {}

    /// PNG or JPEG.
    record Pixels(byte[] file) implements Asset {
        public Pixels {
            file = file.clone();
        }

        @Override
        public byte[] file() {
            return file.clone();
        }
    }
}
