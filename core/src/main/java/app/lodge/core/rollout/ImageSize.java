package app.lodge.core.rollout;

import java.nio.ByteBuffer;
import java.util.Optional;

/// How large a picture is, as its own header says, without unfolding it: a small file may hold a picture that
/// no device has room for.
///
/// @param width in pixels, likewise `height`
record ImageSize(int width, int height) {

    /// Of the longer and of the shorter side: the screen of a kiosk, upright or not.
    static final int LONGEST = 1_920;

    static final int SHORTEST = 1_200;

    private static final int PNG_WIDTH_AT = 16;
    private static final int SOF_FIRST = 0xC0;
    private static final int SOF_LAST = 0xCF;
    private static final int SCAN = 0xDA;

    boolean fits() {
        return width > 0
                && height > 0
                && Math.max(width, height) <= LONGEST
                && Math.min(width, height) <= SHORTEST;
    }

    /// Of PNG, whose first chunk is IHDR (ISO/IEC 15948 11.2.1); empty if it breaks off.
    static Optional<ImageSize> ofPng(byte[] content) {
        var header = ByteBuffer.wrap(content);
        return content.length < PNG_WIDTH_AT + 8
                ? Optional.empty()
                : Optional.of(
                        new ImageSize(
                                header.getInt(PNG_WIDTH_AT), header.getInt(PNG_WIDTH_AT + 4)));
    }

    /// Of JPEG: the first frame header (ITU-T T.81 B.2.2); empty if there is none before the picture.
    static Optional<ImageSize> ofJpeg(byte[] content) {
        var at = 2;
        while (at + 9 <= content.length && (content[at] & 0xFF) == 0xFF) {
            var marker = content[at + 1] & 0xFF;
            if (isFrame(marker)) {
                return Optional.of(new ImageSize(number(content, at + 7), number(content, at + 5)));
            }
            if (marker == SCAN) {
                return Optional.empty();
            }
            at += marker == 0xFF ? 1 : 2 + Math.max(2, number(content, at + 2));
        }
        return Optional.empty();
    }

    /// Huffman tables, extensions and arithmetic conditioning stand between the frames' numbers.
    private static boolean isFrame(int marker) {
        return marker >= SOF_FIRST
                && marker <= SOF_LAST
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static int number(byte[] content, int at) {
        return ByteBuffer.wrap(content).getShort(at) & 0xFFFF;
    }
}
