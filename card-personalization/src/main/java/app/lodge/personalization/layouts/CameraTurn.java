package app.lodge.personalization.layouts;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, as it noted in the picture: EXIF 2.32 section 4.6.4, tag 0112 Orientation,
/// in a JPEG's APP1 segment. What cannot be read counts as upright.
///
/// @param orientation 1 to 8
record CameraTurn(int orientation) {

    private static final int ORIENTATION_TAG = 0x0112;

    static CameraTurn of(byte[] jpeg) {
        try {
            return new CameraTurn(orientation(ByteBuffer.wrap(jpeg)));
        } catch (IndexOutOfBoundsException _) {
            return new CameraTurn(1);
        }
    }

    /// Segments: FF, marker, length of two bytes (high first, itself counted), content.
    private static int orientation(ByteBuffer file) {
        if (file.getShort(0) != (short) 0xFFD8) {
            return 1;
        }
        int at = 2;
        while ((file.get(at) & 0xFF) == 0xFF) {
            int marker = file.get(at + 1) & 0xFF;
            int length = file.getShort(at + 2) & 0xFFFF;
            if (marker == 0xE1 && length > 8 && file.getInt(at + 4) == 0x45786966) {
                return inTiff(file.slice(at + 10, length - 8));
            }
            if (marker == 0xDA || length < 2) {
                return 1;
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    BufferedImage upright(BufferedImage picture) {
        if (orientation == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= 5;
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                };
        var upright =
                new BufferedImage(
                        lying ? height : width,
                        lying ? width : height,
                        BufferedImage.TYPE_3BYTE_BGR);
        var graphics = upright.createGraphics();
        graphics.drawImage(
                picture,
                new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR),
                0,
                0);
        graphics.dispose();
        return upright;
    }
}
