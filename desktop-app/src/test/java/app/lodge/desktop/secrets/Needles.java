package app.lodge.desktop.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A search for secrets in files of any size, in every form in which a program may have them: bytes, hex,
/// base64, characters of one or two bytes in either order. A piece of a secret counts as the secret.
final class Needles {

    /// Bytes of a key that are enough to know it by.
    private static final int PIECE = 12;

    private static final int AT_ONCE = 4 << 20;
    private static final int LONGEST = 1024;

    private final Map<Integer, List<Needle>> byBeginning = new java.util.HashMap<>();

    /// Which pairs of bytes some needle begins with.
    private final boolean[] pairs = new boolean[1 << 16];

    private record Needle(String name, byte[] form) {}

    void key(String name, byte[] key) {
        for (var piece :
                key.length <= PIECE
                        ? List.of(key)
                        : List.of(
                                Arrays.copyOf(key, PIECE),
                                Arrays.copyOfRange(key, key.length - PIECE, key.length))) {
            form(name + " as bytes", piece);
            text(name + " in hex", HexFormat.of().formatHex(piece));
            text(name + " in hex", HexFormat.of().withUpperCase().formatHex(piece));
        }
        // of a whole number of threes, so that what follows cannot change it
        int whole = key.length / 3 * 3;
        text(name + " in base64", Base64.getEncoder().encodeToString(Arrays.copyOf(key, whole)));
        text(name + " in base64", Base64.getUrlEncoder().encodeToString(Arrays.copyOf(key, whole)));
    }

    void text(String name, String text) {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16LE)) {
            form(name + " as " + charset, text.getBytes(charset));
        }
    }

    /// What was typed: as it is, and in hex and base64.
    void word(String name, String word) {
        text(name, word);
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        text(name + " in hex", HexFormat.of().formatHex(bytes));
        text(
                name + " in base64",
                Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length / 3 * 3)));
    }

    private void form(String name, byte[] form) {
        if (form.length > LONGEST) {
            throw new IllegalArgumentException(name + " is too long to look for");
        }
        pairs[(form[0] & 0xFF) << 8 | form[1] & 0xFF] = true;
        byBeginning
                .computeIfAbsent(beginning(form[0], form[1], form[2]), _ -> new ArrayList<>())
                .add(new Needle(name, form));
    }

    private static int beginning(byte first, byte second, byte third) {
        return (first & 0xFF) << 16 | (second & 0xFF) << 8 | third & 0xFF;
    }

    /// @return names of what was found
    Set<String> in(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return in(content);
        }
    }

    Set<String> in(byte[] hay) {
        try {
            return in(new ByteArrayInputStream(hay));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Piece by piece, with so much of the piece before that no needle falls between two.
    private Set<String> in(InputStream content) throws IOException {
        var found = new TreeSet<String>();
        var piece = new byte[AT_ONCE];
        int kept = 0;
        for (int read = content.readNBytes(piece, 0, AT_ONCE);
                read > 0;
                read = content.readNBytes(piece, kept, AT_ONCE - kept)) {
            search(piece, kept + read, found);
            int whole = kept + read;
            kept = Math.min(LONGEST, whole);
            System.arraycopy(piece, whole - kept, piece, 0, kept);
        }
        return found;
    }

    private void search(byte[] hay, int length, Set<String> found) {
        for (int at = 0; at < length - 2; at++) {
            // Almost no place gets past this: two bytes, in a table that stays in the processor's
            // cache.
            if (!pairs[(hay[at] & 0xFF) << 8 | hay[at + 1] & 0xFF]) {
                continue;
            }
            var needles = byBeginning.get(beginning(hay[at], hay[at + 1], hay[at + 2]));
            if (needles != null) {
                for (var needle : needles) {
                    int end = at + needle.form().length;
                    if (end <= length
                            && Arrays.equals(
                                    hay, at, end, needle.form(), 0, needle.form().length)) {
                        found.add(needle.name());
                    }
                }
            }
        }
    }

    /// @return file → what was found in it, for every file below a folder
    Set<String> below(Path folder, Set<Path> but) throws IOException {
        var found = new TreeSet<String>();
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> !but.contains(file)).toList();
        }
        for (var file : files) {
            for (var name : in(file)) {
                found.add(folder.relativize(file) + ": " + name);
            }
        }
        return found;
    }
}
