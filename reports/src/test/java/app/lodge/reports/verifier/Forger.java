package app.lodge.reports.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Somebody who owns the database and its computer, knows the format by heart, and lacks one thing: the
/// site's signing key. Written from `docs/journal-format.md`, without a line of Lodge.
final class Forger {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private final byte[] key = Arrays.copyOfRange(pair.getPublic().getEncoded(), 12, 44);
    private String site = "";

    Forger() throws GeneralSecurityException {}

    /// One seal as it is, signed with the forger's key under the site's name.
    byte[] signedAgain(byte[] line) throws Exception {
        var field = fields(line);
        field[10] = HEX.formatHex(sign(HEX.parseHex(field[9])));
        return joined(field);
    }

    /// The rows as they stand, hashed, sealed and signed anew from the first to the last.
    byte[] rebuilt(List<byte[]> lines) throws Exception {
        var out = new ByteArrayOutputStream();
        var hash = new byte[32];
        var previous = new byte[32];
        var leaves = new ArrayList<byte[]>();
        long row = 0;
        long seal = 0;
        for (var line : lines) {
            var field = fields(line);
            switch (field[0]) {
                case "lodge-journal" -> {
                    site = field[2];
                    field[3] = HEX.formatHex(key);
                    field[4] =
                            HEX.formatHex(
                                    sha(
                                            String.join("\t", Arrays.copyOf(field, 4))
                                                    .getBytes(StandardCharsets.UTF_8)));
                }
                case "row" -> {
                    row = Long.parseLong(field[1]);
                    hash = rowHash(hash, field);
                    leaves.add(sha(new byte[] {0}, hash));
                    field[9] = HEX.formatHex(hash);
                }
                case "seal" -> {
                    seal = Long.parseLong(field[1]);
                    var message = sealMessage(field, root(leaves), previous);
                    leaves.clear();
                    previous = sha(message);
                    field[9] = HEX.formatHex(previous);
                    field[10] = HEX.formatHex(sign(message));
                }
                default ->
                        field[4] = HEX.formatHex(sign(endMessage(row, seal, previous, field[3])));
            }
            out.writeBytes(joined(field));
        }
        return out.toByteArray();
    }

    private static byte[] rowHash(byte[] before, String[] field) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(2);
        out.write(before);
        out.writeByte(1);
        out.writeLong(Long.parseLong(field[1]));
        out.writeLong(micros(field[2]));
        text(out, field[3]);
        out.writeLong(Long.parseLong(field[4]));
        for (var i = 5; i <= 8; i++) {
            text(out, field[i]);
        }
        return sha(bytes.toByteArray());
    }

    private byte[] sealMessage(String[] field, byte[] root, byte[] previous) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(3);
        out.writeByte(1);
        text(out, site);
        for (var i = 1; i <= 3; i++) {
            out.writeLong(Long.parseLong(field[i]));
        }
        out.write(root);
        out.write(previous);
        out.writeLong(micros(field[6]));
        out.write(key);
        out.writeInt(0);
        field[4] = HEX.formatHex(root);
        field[5] = HEX.formatHex(previous);
        field[7] = HEX.formatHex(key);
        field[8] = "-";
        field[11] = "-";
        return bytes.toByteArray();
    }

    private byte[] endMessage(long rows, long seals, byte[] lastSeal, String time)
            throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(4);
        out.writeByte(1);
        text(out, site);
        out.writeLong(rows);
        out.writeLong(seals);
        out.write(lastSeal);
        out.writeLong(micros(time));
        out.write(key);
        return bytes.toByteArray();
    }

    private static byte[] root(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return sha(
                new byte[] {1},
                root(leaves.subList(0, split)),
                root(leaves.subList(split, leaves.size())));
    }

    private byte[] sign(byte[] message) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static byte[] sha(byte[]... parts) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static void text(DataOutputStream out, String field) throws IOException {
        var text = new StringBuilder();
        for (var i = 0; i < field.length(); i++) {
            var letter = field.charAt(i);
            text.append(
                    letter != '\\'
                            ? letter
                            : "\\\t\n\r".charAt("\\tnr".indexOf(field.charAt(++i))));
        }
        var utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static long micros(String time) {
        var at = Instant.parse(time);
        return at.getEpochSecond() * 1_000_000 + at.get(ChronoField.MICRO_OF_SECOND);
    }

    private static String[] fields(byte[] line) {
        return new String(line, 0, line.length - 1, StandardCharsets.UTF_8).split("\t", -1);
    }

    private static byte[] joined(String[] fields) {
        return (String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
