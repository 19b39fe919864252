package app.lodge.personalization.layouts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One side of one card as the printer gets it: three planes of 1016 × 648 pixels at 300 dpi.
///
/// @param colour 24 bit sRGB, white where K will be
/// @param k 1 bit; black pixels get resin
/// @param overlay 1 bit; black pixels get varnish
public record CardFace(BufferedImage colour, BufferedImage k, BufferedImage overlay) {

    /// Edge to edge on card printers of the Evolis Primacy class: 86.02 × 54.86 mm.
    public static final int WIDTH = 1016;

    public static final int HEIGHT = 648;
    public static final int DOTS_PER_INCH = 300;

    public CardFace {
        require(colour, BufferedImage.TYPE_3BYTE_BGR);
        require(k, BufferedImage.TYPE_BYTE_BINARY);
        require(overlay, BufferedImage.TYPE_BYTE_BINARY);
    }

    /// The planes laid over one another, as the card will look.
    public BufferedImage composed() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var target = bytes(image);
        var source = bytes(colour);
        var resin = bytes(k);
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            boolean black = isBlack(resin, pixel);
            for (int i = pixel * 3; i < pixel * 3 + 3; i++) {
                target[i] = black ? 0 : source[i];
            }
        }
        return image;
    }

    /// Whether nothing but black is printed, so that the black panel alone is enough.
    public boolean blackOnly() {
        for (byte level : bytes(colour)) {
            if (level != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    /// SHA-256 over the pixels of all three planes, upper-case hex: evidence of what was printed
    /// that shows nobody's face.
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(colour));
            digest.update(bytes(k));
            digest.update(bytes(overlay));
            return HexFormat.of().withUpperCase().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// The image's own bytes: three a pixel (blue, green, red), or eight pixels a byte (the first in
    /// the highest bit; 1,016 pixels are 127 whole bytes, so rows follow without a gap).
    static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /// @param plane bytes of a 1-bit plane, where 0 is black
    static boolean isBlack(byte[] plane, int pixel) {
        return (plane[pixel >> 3] >> (7 - (pixel & 7)) & 1) == 0;
    }

    private static void require(BufferedImage plane, int type) {
        if (plane.getWidth() != WIDTH || plane.getHeight() != HEIGHT || plane.getType() != type) {
            throw new IllegalArgumentException(
                    "A plane of %d × %d pixels, type %d, must have %d × %d, type %d"
                            .formatted(
                                    plane.getWidth(),
                                    plane.getHeight(),
                                    plane.getType(),
                                    WIDTH,
                                    HEIGHT,
                                    type));
        }
    }
}
