package app.lodge.bridge.virtual;

import app.lodge.bridge.osdp.VirtualReaderEnd;
import app.lodge.core.doors.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A door's reader without hardware, driven by lines of text, one JSON line back for each:
///
/// ```
/// tap <uid>                lay a card on it
/// press <keys>             digits, * and #
/// input <n> on|off         contact of the door, exit button …
/// tamper on|off            open its housing
/// power on|off             its supply fails | is back
/// mute on|off              cut the wire without closing the line
/// status                   what it has seen and shown since the last time
/// quit
/// ```
public final class VirtualReader implements AutoCloseable {

    private final VirtualReaderEnd end;
    private final List<String> shown = new CopyOnWriteArrayList<>();

    private VirtualReader(Path state, int port, int address) throws IOException {
        Files.createDirectories(state);
        end =
                VirtualReaderEnd.listen(
                        port, address, new KeyFile(state.resolve("reader-key")), new Shown(shown));
    }

    /// @param state folder in which the reader keeps its key, as a real one does in itself
    /// @param port 0 for any that is free
    public static VirtualReader start(Path state, int port, int address) throws IOException {
        return new VirtualReader(state, port, address);
    }

    public int port() {
        return end.port();
    }

    /// Runs until `quit` or the end of the input.
    public void run(BufferedReader commands, Appendable answers) {
        try {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var words = line.strip().split("\\s+");
                if (words[0].isEmpty()) {
                    continue;
                }
                var result = new TreeMap<String, Object>(obey(words));
                result.put("command", words[0]);
                answers.append(Json.canonical(result)).append('\n');
                if (answers instanceof java.io.Flushable flushable) {
                    flushable.flush();
                }
                if (words[0].equals("quit")) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> obey(String[] words) {
        var on = words.length > 1 && words[words.length - 1].equals("on");
        try {
            switch (words[0] + words.length) {
                case "tap2" -> end.tap(HexFormat.of().parseHex(words[1]));
                case "press2" -> end.press(words[1]);
                case "input3" -> end.input(Integer.parseInt(words[1]), on);
                case "tamper2" -> end.tamper(on);
                case "power2" -> end.powerFailing(!on);
                case "mute2" -> end.mute(on);
                case "status1" -> {
                    var seen = List.copyOf(shown);
                    shown.clear();
                    return Map.of("ok", true, "secure", end.secure(), "shown", seen);
                }
                case "quit1" -> {
                    return Map.of("ok", true);
                }
                default -> {
                    return wrong("tap, press, input, tamper, power, mute, status or quit");
                }
            }
            return Map.of("ok", true);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> wrong(String usage) {
        return Map.of("ok", false, "result", "usage", "why", usage);
    }

    @Override
    public void close() {
        end.close();
    }

    private record Shown(List<String> shown) implements VirtualReaderEnd.Output {
        @Override
        public void strike(int output, int tenths) {
            shown.add("strike %d for %d ms".formatted(output, tenths * 100));
        }

        @Override
        public void light(String colour) {
            shown.add("light " + colour.toLowerCase(java.util.Locale.ROOT));
        }

        @Override
        public void beeps(int count) {
            shown.add("beeps " + count);
        }
    }

    private record KeyFile(Path file) implements VirtualReaderEnd.OwnKey {
        @Override
        public Optional<byte[]> load() {
            try {
                return Files.exists(file)
                        ? Optional.of(Files.readAllBytes(file))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void store(byte[] key) {
            try {
                Files.write(file, key);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString("rw-------"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
