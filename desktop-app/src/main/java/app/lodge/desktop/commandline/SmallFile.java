package app.lodge.desktop.commandline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
