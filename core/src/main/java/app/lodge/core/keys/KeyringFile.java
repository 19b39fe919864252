package app.lodge.core.keys;

import app.lodge.core.keys.KeyTree.Place;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keyring's file: AES-256-GCM under a key of the vault's. Numbers big-endian:
///
/// | bytes | what |
/// |---|---|
/// | 8 | `LODGEPK1` |
/// | 12 | nonce |
/// | n | cryptogram, 16-byte tag last; all before it and the site's id are the tag's AAD |
/// | 32 | SHA-256 of all before: tells a damaged file from another site's |
///
/// In clear: 1 layout; 8 generation; 1 count of answer keys, each 4 id and 32 key; 4 count of nodes,
/// each 1 level, 4 prefix, 32 key; 4 count of those erased, each 8 person, 8 second of the epoch,
/// 8 certificate.
final class KeyringFile {

    private static final byte[] MAGIC = "LODGEPK1".getBytes(StandardCharsets.US_ASCII);
    private static final byte LAYOUT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int DIGEST = 32;
    private static final int KEY = VaultContents.KEY_LENGTH;

    private final Path path;
    private final byte[] site;

    KeyringFile(Path path, String siteId) {
        this.path = path;
        this.site = siteId.getBytes(StandardCharsets.US_ASCII);
    }

    Path path() {
        return path;
    }

    /// @param key 32 bytes, wiped here
    void write(byte[] key, Keyring.Contents contents) throws VaultException {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        var header = Bytes.join(MAGIC, nonce);
        var plain = encode(contents);
        try {
            var body = Bytes.join(header, gcm(Cipher.ENCRYPT_MODE, key, nonce, header, plain));
            new ReplacedFile(path).writeOverOld(Bytes.join(body, sha256(body)));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("Enciphering found a bad tag", e);
        } catch (IOException e) {
            throw unreachable(e);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @param key 32 bytes, wiped here
    Keyring.Contents read(byte[] key) throws VaultException {
        var file = load();
        if (file.length < MAGIC.length + NONCE + DIGEST
                || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
            throw damaged("beginning");
        }
        var body = Arrays.copyOf(file, file.length - DIGEST);
        if (!MessageDigest.isEqual(sha256(body), Bytes.slice(file, body.length, DIGEST))) {
            throw damaged("checksum");
        }
        var header = Arrays.copyOf(body, MAGIC.length + NONCE);
        var nonce = Bytes.slice(body, MAGIC.length, NONCE);
        byte[] plain;
        try {
            var sealed = Bytes.slice(body, header.length, body.length - header.length);
            plain = gcm(Cipher.DECRYPT_MODE, key, nonce, header, sealed);
        } catch (AEADBadTagException e) {
            throw new VaultException(new VaultFault.Foreign(path.toString()), e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        try {
            return decode(ByteBuffer.wrap(plain));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new VaultException(
                    new VaultFault.Damaged(path.toString(), String.valueOf(e.getMessage())), e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    static byte[] encode(Keyring.Contents contents) {
        var length =
                1
                        + Long.BYTES
                        + 1
                        + contents.answers().size() * (Integer.BYTES + KEY)
                        + Integer.BYTES
                        + contents.people().size() * (1 + Integer.BYTES + KEY)
                        + Integer.BYTES
                        + contents.erased().size() * 3 * Long.BYTES;
        var out = ByteBuffer.allocate(length).put(LAYOUT).putLong(contents.generation());
        out.put((byte) contents.answers().size());
        contents.answers().forEach(answer -> put(out.putInt(answer.id()), answer.key()));
        out.putInt(contents.people().size());
        contents.people()
                .each((place, key) ->
                        put(out.put((byte) place.level()).putInt((int) place.prefix()), key));
        out.putInt(contents.erased().size());
        contents.erased()
                .forEach(one ->
                        out.putLong(one.person())
                                .putLong(one.at().getEpochSecond())
                                .putLong(one.certificate()));
        return out.array();
    }

    private static Keyring.Contents decode(ByteBuffer in) {
        if (in.get() != LAYOUT) {
            throw new IllegalArgumentException("not of layout " + LAYOUT);
        }
        var generation = in.getLong();
        var answers = new ArrayList<Keyring.AnswerKey>();
        for (int left = in.get(); left > 0; left--) {
            answers.add(new Keyring.AnswerKey(in.getInt(), take(in)));
        }
        var nodes = new HashMap<Place, HeldKey>();
        for (var left = in.getInt(); left > 0; left--) {
            nodes.put(new Place(in.get(), in.getInt() & 0xFFFF_FFFFL), take(in));
        }
        var erased = new ArrayList<ErasedPerson>();
        for (var left = in.getInt(); left > 0; left--) {
            erased.add(
                    new ErasedPerson(
                            in.getLong(), Instant.ofEpochSecond(in.getLong()), in.getLong()));
        }
        if (in.hasRemaining() || answers.isEmpty()) {
            throw new IllegalArgumentException(in.remaining() + " bytes too many");
        }
        return new Keyring.Contents(
                generation, List.copyOf(answers), new KeyTree(nodes), List.copyOf(erased));
    }

    private byte[] load() throws VaultException {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new VaultException(new VaultFault.Missing(path.toString()), e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] header, byte[] data)
            throws AEADBadTagException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            cipher.updateAAD(site);
            return cipher.doFinal(data);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private VaultException damaged(String what) {
        return new VaultException(new VaultFault.Damaged(path.toString(), what));
    }

    private VaultException unreachable(IOException e) {
        return new VaultException(
                new VaultFault.Unreachable(path.toString(), String.valueOf(e.getMessage())), e);
    }

    private static void put(ByteBuffer out, HeldKey key) {
        byte[] copy = key.copy();
        out.put(copy);
        Arrays.fill(copy, (byte) 0);
    }

    private static HeldKey take(ByteBuffer in) {
        var key = new byte[KEY];
        in.get(key);
        return HeldKey.taking(key);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
