package app.lodge.core.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Looks for byte runs of somebody's data in files, in every way that programs write text: five
/// encodings, hex, and base64 at each of its three phases.
public final class TracesOf {

    private static final int SHORTEST = 5;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private final Map<String, byte[]> needles = new LinkedHashMap<>();

    public TracesOf text(String text) {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.ISO_8859_1,
                        Charset.forName("windows-1250"))) {
            if (charset.newEncoder().canEncode(text)) {
                bytes(text + " in " + charset, text.getBytes(charset));
            }
        }
        needles.put(text + " in JSON escapes", escaped(text).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public TracesOf bytes(String what, byte[] bytes) {
        needles.put(what, bytes);
        var hex = HexFormat.of().formatHex(bytes);
        needles.put(what + " as hex", hex.getBytes(StandardCharsets.US_ASCII));
        needles.put(
                what + " as HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        for (var phase = 0; phase < 3; phase++) {
            var shifted = new byte[phase + bytes.length];
            System.arraycopy(bytes, 0, shifted, phase, bytes.length);
            var all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // the first and last digits share bits with what stands beside
            var inner =
                    all.substring(
                            phase == 0 ? 0 : phase + 1,
                            all.length() - (shifted.length % 3 == 0 ? 0 : 1));
            if (inner.length() >= 2 * SHORTEST) {
                needles.put(
                        what + " as base64/" + phase, inner.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return this;
    }

    /// Every file under a folder, zips and gzips opened; `file: what` for each find.
    public List<String> under(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                in(folder.relativize(file).toString(), Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    public List<String> in(String name, byte[] content) throws IOException {
        var found = new ArrayList<String>();
        in(name, content, found);
        return found;
    }

    private void in(String name, byte[] content, List<String> found) throws IOException {
        for (var needle : needles.entrySet()) {
            if (needle.getValue().length >= SHORTEST && holds(content, needle.getValue())) {
                found.add(name + ": " + needle.getKey());
            }
        }
        if (startsWith(content, ZIP)) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    in(name + "!" + entry.getName(), zip.readAllBytes(), found);
                }
            }
        } else if (startsWith(content, GZIP)) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
                in(name + "!", gzip.readAllBytes(), found);
            }
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length
                && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /// Boyer-Moore-Horspool: some of these files are large.
    static boolean holds(byte[] content, byte[] needle) {
        var last = needle.length - 1;
        var skip = new int[256];
        Arrays.fill(skip, needle.length);
        for (var i = 0; i < last; i++) {
            skip[needle[i] & 0xFF] = last - i;
        }
        for (var at = 0; at + needle.length <= content.length; ) {
            var i = last;
            while (i >= 0 && content[at + i] == needle[i]) {
                i--;
            }
            if (i < 0) {
                return true;
            }
            at += skip[content[at + last] & 0xFF];
        }
        return false;
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.chars()
                .forEach(c ->
                        out.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return out.toString();
    }
}
