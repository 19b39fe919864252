package app.lodge.personalization.layouts;

import java.awt.image.BufferedImage;
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
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, isBlack(k, x, y) ? 0xFF000000 : colour.getRGB(x, y));
            }
        }
        return image;
    }

    /// Whether nothing but black is printed, so that the black panel alone is enough.
    public boolean blackOnly() {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if ((colour.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }

    /// SHA-256 over the pixels of all three planes, upper-case hex: evidence of what was printed
    /// that shows nobody's face.
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var plane : new BufferedImage[] {colour, k, overlay}) {
                var row = new byte[WIDTH * 3];
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        int rgb = plane.getRGB(x, y);
                        row[x * 3] = (byte) (rgb >> 16);
                        row[x * 3 + 1] = (byte) (rgb >> 8);
                        row[x * 3 + 2] = (byte) rgb;
                    }
                    digest.update(row);
                }
            }
            return HexFormat.of().withUpperCase().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static boolean isBlack(BufferedImage plane, int x, int y) {
        return (plane.getRGB(x, y) & 0xFFFFFF) == 0;
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
