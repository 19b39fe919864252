package app.lodge.desktop.secrets;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
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

    private final Map<Integer, List<Needle>> byBeginning = new java.util.HashMap<>();

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
        byBeginning
                .computeIfAbsent(beginning(form[0], form[1], form[2]), _ -> new ArrayList<>())
                .add(new Needle(name, form));
    }

    private static int beginning(byte first, byte second, byte third) {
        return (first & 0xFF) << 16 | (second & 0xFF) << 8 | third & 0xFF;
    }

    Set<String> in(byte[] hay) {
        return in(java.nio.ByteBuffer.wrap(hay));
    }

    /// @return names of what was found
    Set<String> in(Path file) throws IOException {
        var found = new TreeSet<String>();
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            long step = 256L << 20;
            for (long from = 0; from < size; from += step) {
                MappedByteBuffer part =
                        channel.map(
                                FileChannel.MapMode.READ_ONLY,
                                from,
                                Math.min(size - from, step + 1024));
                found.addAll(in(part));
            }
        }
        return found;
    }

    private Set<String> in(java.nio.ByteBuffer hay) {
        var found = new TreeSet<String>();
        var begins = new boolean[1 << 24];
        byBeginning.keySet().forEach(each -> begins[each] = true);
        int end = hay.limit() - 2;
        int window = end <= 0 ? 0 : (hay.get(0) & 0xFF) << 8 | hay.get(1) & 0xFF;
        for (int at = 0; at < end; at++) {
            window = (window << 8 | hay.get(at + 2) & 0xFF) & 0xFFFFFF;
            if (begins[window]) {
                for (var needle : byBeginning.get(window)) {
                    if (lies(hay, at, needle.form())) {
                        found.add(needle.name());
                    }
                }
            }
        }
        return found;
    }

    private static boolean lies(java.nio.ByteBuffer hay, int at, byte[] form) {
        if (at + form.length > hay.limit()) {
            return false;
        }
        for (int i = 3; i < form.length; i++) {
            if (hay.get(at + i) != form[i]) {
                return false;
            }
        }
        return true;
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
