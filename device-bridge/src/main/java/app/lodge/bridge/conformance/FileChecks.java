package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.rollout.FieldPackage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files: fetched in parts to the end, refused with a false signature, refused when they arrive damaged. A
/// device that takes no files says nothing and keeps the rules.
final class FileChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("files.fetched", FileChecks::fetched),
                    Check.of("files.forged", FileChecks::forged),
                    Check.of("files.damaged", FileChecks::damaged),
                    Check.of("files.resumed", FileChecks::resumed));

    /// Parts that the device has when its link breaks.
    private static final int BEFORE_THE_CUT = 2;

    private static final int CHUNK = 64;
    private static final byte[] CONTENT =
            "Soup of the day, bread, an apple. ".repeat(10).getBytes(StandardCharsets.UTF_8);

    private FileChecks() {}

    private static void fetched(Bench bench) throws Fault, InterruptedException {
        var file = offer(bench);
        var end = serve(bench, file, CONTENT);
        if (end != null && !end.equals("installed")) {
            throw new Fault("conform.fault.file-not-installed", end);
        }
    }

    private static void forged(Bench bench) throws Fault, InterruptedException {
        var file = offer(bench);
        var signature = file.signature().clone();
        signature[0] ^= 1;
        refused(serve(bench, with(file, signature), CONTENT), "conform.fault.file-forged");
    }

    private static void damaged(Bench bench) throws Fault, InterruptedException {
        var other = CONTENT.clone();
        other[CHUNK] ^= 1;
        refused(serve(bench, offer(bench), other), "conform.fault.file-damaged");
    }

    private static void refused(@Nullable String end, String fault) throws Fault {
        if (end != null && !end.equals("failed")) {
            throw new Fault(fault, end);
        }
    }

    /// A link that breaks while a file is on its way costs what was not there yet, and no more.
    private static void resumed(Bench bench) throws Fault, InterruptedException {
        var file = offer(bench);
        var first = begun(bench, file);
        if (first == null) {
            return;
        }
        var had = Math.min(BEFORE_THE_CUT, (int) first.number("count"));
        send(bench, file, CONTENT, 0, had);
        bench.quiet();
        var mark = bench.mark();
        bench.cut();
        EventChecks.back(bench, mark);
        bench.push(Topics.FILE, file);
        var next = asks(bench, file, mark);
        if (next == null) {
            throw new Fault("conform.fault.file-stalled", bench.patience().answer().toSeconds());
        }
        if (next.number("from") < had) {
            throw new Fault("conform.fault.file-from-the-start", had, next.number("from"));
        }
        var end = serve(bench, file, CONTENT, mark, next);
        if (end != null && !end.equals("installed")) {
            throw new Fault("conform.fault.file-not-installed", end);
        }
    }

    /// Offers the file and serves what is asked for.
    ///
    /// @return the last word of the device; null if it takes no files
    private static @Nullable String serve(Bench bench, Down.File file, byte[] content)
            throws Fault, InterruptedException {
        var mark = bench.mark();
        return serve(bench, file, content, mark, begun(bench, file));
    }

    private static @Nullable Heard begun(Bench bench, Down.File file) throws InterruptedException {
        var mark = bench.mark();
        bench.push(Topics.FILE, file);
        return asks(bench, file, mark);
    }

    private static @Nullable Heard asks(Bench bench, Down.File file, long mark)
            throws InterruptedException {
        return bench.await(
                mark,
                Topics.FETCH,
                one -> one.text("id").equals(file.id()),
                bench.patience().answer());
    }

    /// @param first what the device asked for; null for nothing yet
    private static @Nullable String serve(
            Bench bench, Down.File file, byte[] content, long mark, @Nullable Heard first)
            throws Fault, InterruptedException {
        for (var fetch = first; fetch != null; ) {
            var from = (int) fetch.number("from");
            var to = Math.min(parts(content), from + (int) fetch.number("count"));
            send(bench, file, content, from, to);
            fetch = to == parts(content) ? null : asks(bench, file, fetch.number());
        }
        var patience = bench.patience().answer();
        var end = bench.await(mark, Topics.PROGRESS, one -> ended(one, file.id()), patience);
        if (end == null && first != null) {
            throw new Fault("conform.fault.file-stalled", patience.toSeconds());
        }
        return end == null ? null : end.text("state");
    }

    private static void send(Bench bench, Down.File file, byte[] content, int from, int to) {
        for (var part = from; part < to; part++) {
            var end = Math.min(content.length, (part + 1) * CHUNK);
            var data = Arrays.copyOfRange(content, part * CHUNK, end);
            bench.push(Topics.CHUNK, new Down.Chunk(file.id(), part, data));
        }
    }

    private static boolean ended(Heard progress, String id) {
        return progress.text("id").equals(id)
                && List.of("installed", "failed", "rolled-back").contains(progress.text("state"));
    }

    private static int parts(byte[] content) {
        return Math.ceilDiv(content.length, CHUNK);
    }

    private static Down.File offer(Bench bench) {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var sha256 =
                    HexFormat.of()
                            .withUpperCase()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
            var text =
                    FieldPackage.signedText(
                            FieldPackage.Kind.MESSAGE, "Menu", "1", CONTENT.length, sha256);
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return file(sha256, signature.sign(), bench.signer(raw(keys)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }

    /// The last 32 bytes of the encoded key (RFC 8410).
    private static byte[] raw(KeyPair keys) {
        var encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static Down.File file(String sha256, byte[] signature, String certificate) {
        return new Down.File(
                "file-" + UUID.randomUUID(),
                "install",
                "message",
                "Menu",
                "1",
                "",
                "",
                null,
                null,
                "text/plain;charset=utf-8",
                CONTENT.length,
                sha256,
                signature,
                certificate,
                CHUNK,
                "at-once",
                null);
    }

    private static Down.File with(Down.File file, byte[] signature) {
        return file(file.sha256(), signature, file.certificate());
    }
}
