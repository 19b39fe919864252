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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Looks for byte runs of somebody's data in files, in every way that programs write text: five
/// encodings, hex, and base64 at each of its three phases.
public final class TracesOf {

    private static final int SHORTEST = 5;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    /// What is looked for, by its first two bytes.
    private final Needle[][] starts = new Needle[1 << 16][];

    private record Needle(String what, byte[] bytes) {}

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
        needle(text + " in JSON escapes", escaped(text).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public TracesOf bytes(String what, byte[] bytes) {
        needle(what, bytes);
        var hex = HexFormat.of().formatHex(bytes);
        needle(what + " as hex", hex.getBytes(StandardCharsets.US_ASCII));
        needle(what + " as HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
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
                needle(what + " as base64/" + phase, inner.getBytes(StandardCharsets.US_ASCII));
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
        held(content).forEach(what -> found.add(name + ": " + what));
        if (startsWith(content, 0, ZIP)) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    in(name + "!" + entry.getName(), zip.readAllBytes(), found);
                }
            }
        } else if (startsWith(content, 0, GZIP)) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
                in(name + "!", gzip.readAllBytes(), found);
            }
        }
    }

    private static boolean startsWith(byte[] content, int at, byte[] run) {
        var end = at + run.length;
        return end <= content.length && Arrays.equals(content, at, end, run, 0, run.length);
    }

    private void needle(String what, byte[] bytes) {
        if (bytes.length < SHORTEST) {
            return;
        }
        var start = start(bytes, 0);
        var before = starts[start] == null ? new Needle[0] : starts[start];
        starts[start] = Arrays.copyOf(before, before.length + 1);
        starts[start][before.length] = new Needle(what, bytes);
    }

    /// All needles in one pass: there are hundreds of them, and some of these files are large.
    private Set<String> held(byte[] content) {
        var held = new LinkedHashSet<String>();
        for (var at = 0; at + SHORTEST <= content.length; at++) {
            var here = starts[start(content, at)];
            if (here != null) {
                for (var needle : here) {
                    if (startsWith(content, at, needle.bytes())) {
                        held.add(needle.what());
                    }
                }
            }
        }
        return held;
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.chars()
                .forEach(c ->
                        out.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return out.toString();
    }
}
