package app.lodge.desktop.commandline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A file with a secret in its first line. A pipe will do too, which has no size before it is read:
/// never more is read than such a file may hold.
final class SmallFile {

    private SmallFile() {}

    /// @return empty if the file cannot be read, is larger, or is no text in UTF-8
    static Optional<String> text(Path file, int atMost) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(atMost + 1);
            return bytes.length > atMost ? Optional.empty() : Optional.of(utf8(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// A secret without the white space around it, or its first line alone; never a text in memory.
    ///
    /// @return empty if the file cannot be read, is larger, or is no text in UTF-8; the caller wipes it
    static Optional<char[]> secret(Path file, int atMost, boolean firstLine) {
        byte[] bytes = {};
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(atMost + 1);
            if (bytes.length > atMost) {
                return Optional.empty();
            }
            var read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int from = 0;
            int to = read.limit();
            for (int i = 0; firstLine && i < to; i++) {
                if (read.get(i) == '\n' || read.get(i) == '\r') {
                    to = i;
                }
            }
            while (!firstLine && from < to && Character.isWhitespace(read.get(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(read.get(to - 1))) {
                to--;
            }
            var secret = new char[to - from];
            read.get(from, secret);
            Arrays.fill(read.array(), '\0');
            return Optional.of(secret);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
