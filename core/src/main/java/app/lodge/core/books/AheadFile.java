package app.lodge.core.books;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The write-ahead log's file: groups one after another, each enciphered and authenticated by itself.
///
/// A group is: length of what follows (4 bytes, big-endian), AES-256-GCM of its {@link Told} with the
/// number of the group as nonce (12 bytes) and the tag at the end. The key belongs to one log: HMAC-SHA-256
/// of its number under the books' password. So a torn group, and what is left in the file of a log before,
/// do not authenticate, and end the log. A new log is written over the old one, because a file that does
/// not grow is flushed sooner.
final class AheadFile {

    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;
    private static final int LENGTH = 4;

    /// As far ahead as the file is made longer.
    private static final int ROOM = 1 << 20;

    private final FileChannel channel;
    private final byte[] password;
    private SecretKeySpec key;
    private long groups;
    private long end;

    /// @param password of the books
    AheadFile(FileChannel channel, String password) {
        this.channel = channel;
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.key = keyOf(0);
    }

    long groups() {
        return groups;
    }

    long size() {
        return end;
    }

    /// Starts a new log over the old one; nothing needs to be on the disk before its first group.
    void begin(long log) {
        key = keyOf(log);
        groups = 0;
        end = 0;
    }

    /// Returns once the group is on the disk.
    void append(List<Told> group) throws IOException {
        var plain = new ByteArrayOutputStream(1 << 16);
        Told.write(new DataOutputStream(plain), group);
        var sealed = crypt(Cipher.ENCRYPT_MODE, groups + 1, plain.toByteArray());
        var bytes = ByteBuffer.allocate(LENGTH + sealed.length);
        bytes.putInt(sealed.length).put(sealed).flip();
        if (end + bytes.limit() > channel.size()) {
            write(ByteBuffer.allocate(1), end + bytes.limit() + ROOM);
        }
        write(bytes, end);
        channel.force(false);
        end += LENGTH + sealed.length;
        groups++;
    }

    /// The groups of a log, to its end or to where it is torn.
    List<List<Told>> read(long log) throws IOException {
        begin(log);
        var found = new ArrayList<List<Told>>();
        while (true) {
            var group = readGroup();
            if (group == null) {
                return found;
            }
            found.add(group);
        }
    }

    private @Nullable List<Told> readGroup() throws IOException {
        var length = ByteBuffer.allocate(LENGTH);
        if (!readFully(length, end)) {
            return null;
        }
        var size = length.getInt(0);
        if (size < TAG_BITS / 8 || end + LENGTH + size > channel.size()) {
            return null;
        }
        var sealed = ByteBuffer.allocate(size);
        if (!readFully(sealed, end + LENGTH)) {
            return null;
        }
        byte[] plain;
        try {
            plain = cipher(Cipher.DECRYPT_MODE, groups + 1).doFinal(sealed.array());
        } catch (GeneralSecurityException torn) {
            return null;
        }
        end += LENGTH + size;
        groups++;
        return Told.read(new DataInputStream(new ByteArrayInputStream(plain)));
    }

    /// @param whole whether the log is of no more use
    void close(boolean whole) throws IOException {
        try (channel) {
            if (whole) {
                channel.truncate(0);
            }
        }
    }

    private boolean readFully(ByteBuffer target, long at) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, at + target.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        var position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    private byte[] crypt(int mode, long group, byte[] bytes) {
        try {
            return cipher(mode, group).doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encipher with AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, long group) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                key,
                new GCMParameterSpec(
                        TAG_BITS, ByteBuffer.allocate(NONCE).putLong(4, group).array()));
        return cipher;
    }

    private SecretKeySpec keyOf(long log) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password, "HmacSHA256"));
            mac.update("lodge write-ahead log ".getBytes(StandardCharsets.US_ASCII));
            return new SecretKeySpec(
                    mac.doFinal(ByteBuffer.allocate(8).putLong(log).array()), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256", e);
        }
    }
}
