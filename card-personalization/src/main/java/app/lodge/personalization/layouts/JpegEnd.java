package app.lodge.personalization.layouts;

import java.nio.ByteBuffer;

/// Whether a JPEG is there to its end (ISO/IEC 10918-1 annex B): after the first scan's header comes an
/// EOI marker, FF D9. Decoders draw grey where a torn file ends, and call it a picture.
final class JpegEnd {

    private static final int SCAN = 0xDA;
    private static final byte END = (byte) 0xD9;

    private JpegEnd() {}

    static boolean missing(byte[] jpeg) {
        try {
            for (int at = scan(ByteBuffer.wrap(jpeg)); at < jpeg.length - 1; at++) {
                if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == END) {
                    return false;
                }
            }
            return true;
        } catch (IndexOutOfBoundsException _) {
            return true;
        }
    }

    /// Segments: FF, marker, length of two bytes (high first, itself counted), content. Any number of
    /// FF may stand before a marker.
    private static int scan(ByteBuffer file) {
        int at = 2;
        while (true) {
            int marker = file.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int next = at + 2 + Math.max(2, file.getShort(at + 2) & 0xFFFF);
            if (marker == SCAN) {
                return next;
            }
            at = next;
        }
    }
}
