import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/// Verifying an exported journal of a million rows with the auditor's program, against bare SHA-256 over the same
/// bytes. The journal is written here by its format, a seal every `ROWS / 100`: payments of 1,000 accounts at 10 points.
final class JournalBenchmark {

    private static final int ACCOUNTS = 1_000;
    private static final long START = 1_795_334_400_000_000L; // 2026-11-22T08:00:00Z
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PrivateKey key;
    private final byte[] publicKey;
    private final MessageDigest sha = MessageDigest.getInstance("SHA-256");
    private final byte[][] full = new byte[40][];
    private final long[] balances = new long[ACCOUNTS + 11];
    private byte[] hash = new byte[32];
    private byte[] lastSeal = new byte[32];
    private long leaves;
    private long rows;
    private long seals;

    private JournalBenchmark() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = pair.getPrivate();
        publicKey = Arrays.copyOfRange(pair.getPublic().getEncoded(), 12, 44);
    }

    public static void main(String[] words) throws Exception {
        var count = words.length > 0 ? Integer.parseInt(words[0]) : 1_000_000;
        var file = Files.createTempFile("journal", ".lodge");
        try {
            try (var out = Files.newOutputStream(file)) {
                new JournalBenchmark().write(out, count);
            }
            var threads = ManagementFactory.getThreadMXBean();
            var best = Long.MAX_VALUE;
            var bare = Long.MAX_VALUE;
            var processor = Long.MAX_VALUE;
            var bareProcessor = Long.MAX_VALUE;
            for (var i = 0; i < 3; i++) {
                var from = System.nanoTime();
                var used = threads.getCurrentThreadCpuTime();
                var said = new ByteArrayOutputStream();
                var status = LodgeVerify.run(new String[] {file.toString()}, System.in, new PrintStream(said));
                best = Math.min(best, System.nanoTime() - from);
                processor = Math.min(processor, threads.getCurrentThreadCpuTime() - used);
                if (status != 0) {
                    throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
                }
                from = System.nanoTime();
                used = threads.getCurrentThreadCpuTime();
                hashOnly(file);
                bare = Math.min(bare, System.nanoTime() - from);
                bareProcessor = Math.min(bareProcessor, threads.getCurrentThreadCpuTime() - used);
            }
            System.out.printf(
                    "journal: %,d rows, %,d MB verified in %.2f s (%.2f s of a processor), bare SHA-256 over the same bytes"
                            + " %.2f s (%.2f s), ratio %.1f%n",
                    count, Files.size(file) >> 20, best / 1e9, processor / 1e9, bare / 1e9, bareProcessor / 1e9,
                    (double) processor / bareProcessor);
        } finally {
            Files.delete(file);
        }
    }

    private static void hashOnly(Path file) throws IOException, GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[1 << 18];
        try (var in = Files.newInputStream(file)) {
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        }
        sha.digest();
    }

    private void write(OutputStream target, int count) throws Exception {
        var out = new java.io.BufferedOutputStream(target, 1 << 18);
        var header = "lodge-journal\t1\tsite-bench\t" + HEX.formatHex(publicKey);
        line(out, header + "\t" + HEX.formatHex(sha.digest(header.getBytes(StandardCharsets.UTF_8))));
        for (var i = 1; i <= ACCOUNTS + 10; i++) {
            row(out, "account.opened", "account:" + i,
                    "{\"currency\":\"EUR\",\"kind\":\"" + (i <= ACCOUNTS ? "PERSON" : "REVENUE") + "\"}");
        }
        for (var posting = 1; rows < count; posting++) {
            var payer = 1 + posting % ACCOUNTS;
            var point = ACCOUNTS + 1 + posting % 10;
            balances[payer] -= 450;
            row(out, "posting.booked", "account:" + payer,
                    ("{\"businessDate\":\"2026-11-22\",\"entries\":[{\"account\":%d,\"amount\":-450,\"balanceAfter\":%d,\"currency\":\"EUR\"},"
                            + "{\"account\":%d,\"amount\":450,\"currency\":\"EUR\"}],\"forced\":true,\"key\":\"%d\",\"kind\":\"PAYMENT\","
                            + "\"late\":false,\"occurredAt\":\"2026-11-22T08:00:00Z\",\"origin\":\"device:1\",\"posting\":%d}")
                            .formatted(payer, balances[payer], point, posting, posting));
            if (rows % (count / 100) == 0) {
                seal(out);
            }
        }
        if (leaves > 0) {
            seal(out);
        }
        var end = bytes(4);
        end.write(rows);
        end.write(seals);
        end.write(lastSeal);
        end.write(START);
        end.write(publicKey);
        line(out, "end\t" + rows + "\t" + seals + "\t" + time(START) + "\t" + HEX.formatHex(sign(end.bytes())));
        out.flush();
    }

    private void row(OutputStream out, String kind, String subject, String content) throws Exception {
        var micros = START + ++rows * 1_000;
        var bytes = new Bytes();
        bytes.out.writeByte(2);
        bytes.write(hash);
        bytes.out.writeByte(1);
        bytes.write(rows);
        bytes.write(micros);
        bytes.write(kind);
        bytes.write(-1L);
        bytes.write("till-1");
        bytes.write("till-1");
        bytes.write(subject);
        bytes.write(content);
        hash = sha.digest(bytes.bytes());
        sha.update((byte) 0);
        var root = sha.digest(hash);
        var level = 0;
        for (var bit = leaves++; (bit & 1) == 1; bit >>= 1) {
            root = node(full[level++], root);
        }
        full[level] = root;
        line(out, String.join("\t", "row", "" + rows, time(micros), kind, "-1", "till-1", "till-1", subject, content,
                HEX.formatHex(hash)));
    }

    private void seal(OutputStream out) throws Exception {
        byte[] root = null;
        for (var level = 0; level < full.length; level++) {
            if ((leaves >> level & 1) == 1) {
                root = root == null ? full[level] : node(full[level], root);
            }
        }
        var first = rows - leaves + 1;
        leaves = 0;
        var message = bytes(3);
        message.write(++seals);
        message.write(first);
        message.write(rows);
        message.write(root);
        message.write(lastSeal);
        message.write(START);
        message.write(publicKey);
        message.out.writeInt(0);
        var previous = lastSeal;
        lastSeal = sha.digest(message.bytes());
        line(out, String.join("\t", "seal", "" + seals, "" + first, "" + rows, HEX.formatHex(root),
                HEX.formatHex(previous), time(START), HEX.formatHex(publicKey), "-", HEX.formatHex(lastSeal),
                HEX.formatHex(sign(message.bytes())), "-"));
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private byte[] sign(byte[] message) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    private static String time(long micros) {
        var rest = micros - START;
        var seconds = 8 * 3600 + rest / 1_000_000;
        return "2026-11-22T%02d:%02d:%02d.%06dZ".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, rest % 1_000_000);
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private static Bytes bytes(int prefix) throws IOException {
        var bytes = new Bytes();
        bytes.out.writeByte(prefix);
        bytes.out.writeByte(1);
        bytes.write("site-bench");
        return bytes;
    }

    private static final class Bytes {
        final ByteArrayOutputStream all = new ByteArrayOutputStream(512);
        final DataOutputStream out = new DataOutputStream(all);

        void write(long value) throws IOException {
            out.writeLong(value);
        }

        void write(byte[] value) throws IOException {
            out.write(value);
        }

        void write(String value) throws IOException {
            var utf8 = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }

        byte[] bytes() {
            return all.toByteArray();
        }
    }
}
