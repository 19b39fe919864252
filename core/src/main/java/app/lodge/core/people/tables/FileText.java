package app.lodge.core.people.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A text file's text: UTF-8 or UTF-16 by its mark, UTF-8 if it is valid as that, else Windows-1252.
final class FileText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private FileText() {}

    static String of(String name, byte[] content) throws UnreadableException {
        var text = decoded(name, content);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                throw new UnreadableException(
                        "file",
                        name,
                        "import.not-text",
                        "U+%04X".formatted((int) c),
                        lineOf(text, i));
            }
        }
        return text;
    }

    private static String decoded(String name, byte[] content) throws UnreadableException {
        try {
            if (marked(content, 0xEF, 0xBB, 0xBF)) {
                return strict(StandardCharsets.UTF_8, content, 3);
            }
            if (marked(content, 0xFF, 0xFE)) {
                return strict(StandardCharsets.UTF_16LE, content, 2);
            }
            if (marked(content, 0xFE, 0xFF)) {
                return strict(StandardCharsets.UTF_16BE, content, 2);
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableException("file", name, "import.encoding-broken");
        }
        try {
            return strict(StandardCharsets.UTF_8, content, 0);
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS_1252);
        }
    }

    private static String strict(Charset charset, byte[] content, int from)
            throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content, from, content.length - from))
                .toString();
    }

    private static boolean marked(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static long lineOf(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
