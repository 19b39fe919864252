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

    /// A group that is larger does not have its memory kept.
    private static final int KEPT = 1 << 18;

    private final FileChannel channel;
    private final byte[] password;
    private final Cipher cipher;
    private Plain plain = new Plain();
    private byte[] sealed = new byte[1 << 16];
    private SecretKeySpec key;
    private long groups;
    private long end;

    /// @param password of the books
    AheadFile(FileChannel channel, String password) {
        this.channel = channel;
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.cipher = cipher();
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
        plain.reset();
        Told.write(new DataOutputStream(plain), group);
        var length = plain.size() + TAG_BITS / 8;
        if (sealed.length < LENGTH + length) {
            sealed = new byte[LENGTH + length];
        }
        ByteBuffer.wrap(sealed).putInt(length);
        plain.seal(groups + 1);
        if (end + LENGTH + length > channel.size()) {
            write(ByteBuffer.allocate(1), end + LENGTH + length + ROOM);
        }
        write(ByteBuffer.wrap(sealed, 0, LENGTH + length), end);
        channel.force(false);
        end += LENGTH + length;
        groups++;
        if (sealed.length > KEPT) {
            plain = new Plain();
            sealed = new byte[1 << 16];
        }
    }

    /// What a group is before it is enciphered, without a copy of it.
    private final class Plain extends ByteArrayOutputStream {

        Plain() {
            super(1 << 16);
        }

        void seal(long group) {
            try {
                cipher.init(Cipher.ENCRYPT_MODE, key, nonce(group));
                cipher.doFinal(buf, 0, count, sealed, LENGTH);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java cannot encipher with AES-GCM", e);
            }
        }
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
        var found = ByteBuffer.allocate(size);
        if (!readFully(found, end + LENGTH)) {
            return null;
        }
        byte[] opened;
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(groups + 1));
            opened = cipher.doFinal(found.array());
        } catch (GeneralSecurityException torn) {
            return null;
        }
        end += LENGTH + size;
        groups++;
        return Told.read(new DataInputStream(new ByteArrayInputStream(opened)));
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

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encipher with AES-GCM", e);
        }
    }

    private static GCMParameterSpec nonce(long group) {
        return new GCMParameterSpec(
                TAG_BITS, ByteBuffer.allocate(NONCE).putLong(NONCE - Long.BYTES, group).array());
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
