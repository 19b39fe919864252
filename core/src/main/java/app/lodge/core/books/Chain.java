package app.lodge.core.books;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// The journal's hash chain, format 1.
///
/// `hash(n) = SHA-256(0x02 ‖ hash(n−1) ‖ row)`, with 32 zero bytes before the first row. `row` is: version
/// (1 byte, 1), number (8), time in microseconds since 1970 (8), kind, operator number (8), actor,
/// workstation, subject, content. Integers are big-endian; texts are UTF-8 behind their length in four
/// bytes.
public final class Chain {

    /// What stands before the first row.
    public static final byte[] START = new byte[32];

    private static final int ROW_PREFIX = 0x02;
    private static final int FORMAT = 1;

    private Chain() {}

    /// @param at cut to microseconds, as the books keep it
    public static byte[] hash(
            byte[] before,
            long number,
            Instant at,
            String kind,
            long operatorId,
            String actor,
            String workstation,
            String subject,
            String content) {
        try {
            var bytes = new ByteArrayOutputStream(256 + content.length());
            var out = new DataOutputStream(bytes);
            out.writeByte(ROW_PREFIX);
            out.write(before);
            out.writeByte(FORMAT);
            out.writeLong(number);
            out.writeLong(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
            text(out, kind);
            out.writeLong(operatorId);
            text(out, actor);
            text(out, workstation);
            text(out, subject);
            text(out, content);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
