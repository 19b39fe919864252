package app.lodge.personalization.ipp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One request as it goes over the wire: its attributes in the order that they are put.
final class IppRequest {

    private static final int VERSION = 0x0200;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /// @param uri of the printer; empty where a print server itself is asked
    IppRequest(int operation, int id, String uri) {
        write(() -> {
            out.writeShort(VERSION);
            out.writeShort(operation);
            out.writeInt(id);
            out.writeByte(IppTag.OPERATION);
        });
        put(IppTag.CHARSET, "attributes-charset", "utf-8");
        put(IppTag.LANGUAGE, "attributes-natural-language", "en");
        if (!uri.isEmpty()) {
            put(IppTag.URI, "printer-uri", uri);
        }
    }

    IppRequest put(int tag, String name, String value) {
        return put(tag, name, value.getBytes(StandardCharsets.UTF_8));
    }

    IppRequest put(int tag, String name, int value) {
        return put(
                tag,
                name,
                new byte[] {
                    (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
                });
    }

    IppRequest keywords(String name, List<String> values) {
        boolean first = true;
        for (var value : values) {
            put(IppTag.KEYWORD, first ? name : "", value);
            first = false;
        }
        return this;
    }

    IppRequest group(int delimiter) {
        write(() -> out.writeByte(delimiter));
        return this;
    }

    /// The paper's size, in hundredths of a millimetre.
    IppRequest media(int width, int height) {
        put(IppTag.BEGIN_COLLECTION, "media-col", "");
        put(IppTag.MEMBER, "", "media-size");
        put(IppTag.BEGIN_COLLECTION, "", "");
        put(IppTag.MEMBER, "", "x-dimension");
        put(IppTag.INTEGER, "", width);
        put(IppTag.MEMBER, "", "y-dimension");
        put(IppTag.INTEGER, "", height);
        put(IppTag.END_COLLECTION, "", "");
        return put(IppTag.END_COLLECTION, "", "");
    }

    /// @param document what follows the attributes; may be empty
    byte[] with(byte[] document) {
        group(IppTag.END);
        write(() -> out.write(document));
        return bytes.toByteArray();
    }

    private IppRequest put(int tag, String name, byte[] value) {
        write(() -> {
            var spelled = name.getBytes(StandardCharsets.UTF_8);
            out.writeByte(tag);
            out.writeShort(spelled.length);
            out.write(spelled);
            out.writeShort(value.length);
            out.write(value);
        });
        return this;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
