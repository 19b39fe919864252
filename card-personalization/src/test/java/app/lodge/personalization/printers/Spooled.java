package app.lodge.personalization.printers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the pictures out of the PostScript that the JDK's print service writes: eight bits a colour,
/// ASCII base 85 around PostScript's run lengths,
/// for each row anew.
final class Spooled {

    private static final Pattern PICTURE =
            Pattern.compile("(\\d+) (\\d+) 8\\[[^]]*]/imageSrc load false 3 colorimage\\s");

    private Spooled() {}

    static List<BufferedImage> pictures(byte[] postScript) {
        var pictures = new ArrayList<BufferedImage>();
        var text = new String(postScript, StandardCharsets.ISO_8859_1);
        var found = PICTURE.matcher(text);
        while (found.find()) {
            int width = Integer.parseInt(found.group(1));
            int height = Integer.parseInt(found.group(2));
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            int at = found.end();
            for (int y = 0; y < height; y++) {
                int end = text.indexOf("~>", at);
                row(picture, y, runs(base85(text.substring(at, end))));
                at = end + 2;
            }
            pictures.add(picture);
        }
        return pictures;
    }

    private static void row(BufferedImage picture, int y, byte[] rgb) {
        for (int x = 0; x < picture.getWidth(); x++) {
            int at = x * 3;
            picture.setRGB(
                    x, y, (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | rgb[at + 2] & 0xFF);
        }
    }

    private static byte[] base85(String text) {
        var bytes = new ByteArrayOutputStream();
        long group = 0;
        int digits = 0;
        for (char letter : text.toCharArray()) {
            if (letter == 'z' && digits == 0) {
                bytes.writeBytes(new byte[4]);
            } else if (letter > ' ') {
                group = group * 85 + (letter - '!');
                if (++digits == 5) {
                    put(bytes, group, 4);
                    group = 0;
                    digits = 0;
                }
            }
        }
        if (digits > 0) {
            int missing = 5 - digits;
            for (int i = 0; i < missing; i++) {
                group = group * 85 + 84;
            }
            put(bytes, group, 4 - missing);
        }
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, long group, int count) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (group >> 24 - 8 * i));
        }
    }

    private static byte[] runs(byte[] packed) {
        var bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < packed.length && packed[at] != (byte) 128) {
            int length = packed[at++] & 0xFF;
            if (length < 128) {
                bytes.write(packed, at, length + 1);
                at += length + 1;
            } else {
                for (int i = 0; i < 257 - length; i++) {
                    bytes.write(packed[at]);
                }
                at++;
            }
        }
        return bytes.toByteArray();
    }
}
