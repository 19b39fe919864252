package app.lodge.bridge.osdp;

import app.lodge.core.keys.BlockCipher;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// The secure channel between a panel and one reader, seen from either end (IEC 60839-11-5, annex D):
/// session keys from the reader's base key and two random numbers, a chain of MACs, enciphered data.
///
/// Each frame's MAC is the start of the next one's, so a frame that is lost, altered, repeated or put in
/// between ends the channel.
final class SecureChannel {

    static final int CHALLENGE = 0x11;
    static final int CRYPTOGRAM = 0x12;
    static final int SERVER_CRYPTOGRAM = 0x13;
    static final int INITIAL_MAC = 0x14;
    static final int COMMAND_MAC = 0x15;
    static final int REPLY_MAC = 0x16;
    static final int COMMAND_SECRET = 0x17;
    static final int REPLY_SECRET = 0x18;

    static final int KEY_LENGTH = 16;
    static final int RANDOM_LENGTH = 8;

    private static final int BLOCK = 16;
    private static final byte[] ZERO = new byte[BLOCK];

    private final BlockCipher enc;
    private final BlockCipher mac1;
    private final BlockCipher mac2;
    private final byte[] randomA;
    private final byte[] randomB;
    private byte[] commandMac = new byte[BLOCK];
    private byte[] replyMac = new byte[BLOCK];

    /// @param baseKey SCBK, 16 bytes
    /// @param randomA the panel's number, 8 bytes
    /// @param randomB the reader's number, 8 bytes
    SecureChannel(byte[] baseKey, byte[] randomA, byte[] randomB) {
        var base = BlockCipher.aes(baseKey);
        enc = session(base, 0x82, randomA);
        mac1 = session(base, 0x01, randomA);
        mac2 = session(base, 0x02, randomA);
        this.randomA = randomA.clone();
        this.randomB = randomB.clone();
        replyMac = initialMac();
    }

    /// The key that every reader in install mode knows, SCBK-D. Not a secret: a reader must not stay on it.
    static byte[] defaultKey() {
        var key = new byte[KEY_LENGTH];
        for (var i = 0; i < KEY_LENGTH; i++) {
            key[i] = (byte) (0x30 + i);
        }
        return key;
    }

    private static BlockCipher session(BlockCipher base, int purpose, byte[] randomA) {
        var block = new byte[BLOCK];
        block[0] = 0x01;
        block[1] = (byte) purpose;
        System.arraycopy(randomA, 0, block, 2, 6);
        return BlockCipher.aes(base.encrypt(ZERO, block));
    }

    byte[] clientCryptogram() {
        return enc.encrypt(ZERO, joined(randomA, randomB));
    }

    byte[] serverCryptogram() {
        return enc.encrypt(ZERO, joined(randomB, randomA));
    }

    byte[] initialMac() {
        return mac2.encrypt(ZERO, mac1.encrypt(ZERO, serverCryptogram()));
    }

    static boolean same(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(expected, given);
    }

    /// Enciphers the data, if there are any, adds the security block and the MAC, and moves the chain on.
    Packet protect(Packet plain) {
        var secret = plain.data().length > 0;
        var type =
                plain.reply()
                        ? secret ? REPLY_SECRET : REPLY_MAC
                        : secret ? COMMAND_SECRET : COMMAND_MAC;
        var data =
                secret
                        ? enc.encrypt(inverted(before(plain.reply())), padded(plain.data(), true))
                        : plain.data();
        var unsigned = with(plain, new byte[] {(byte) type}, data, new byte[Packet.MAC_LENGTH]);
        var mac = mac(unsigned);
        moveOn(plain.reply(), mac);
        return with(unsigned, unsigned.security(), data, Arrays.copyOf(mac, Packet.MAC_LENGTH));
    }

    /// Checks the MAC, moves the chain on and deciphers. The block's type says whether there is anything to
    /// decipher: some readers send status in clear under a MAC.
    ///
    /// @return empty if the MAC or the padding is not right: the channel is at its end
    Optional<Packet> open(Packet packet) {
        if (!packet.authenticated()) {
            return Optional.empty();
        }
        var iv = inverted(before(packet.reply()));
        var mac = mac(packet);
        if (!same(Arrays.copyOf(mac, Packet.MAC_LENGTH), packet.mac())) {
            return Optional.empty();
        }
        moveOn(packet.reply(), mac);
        var data = packet.data();
        if (packet.securityType() >= COMMAND_SECRET && data.length > 0) {
            if (data.length % BLOCK != 0) {
                return Optional.empty();
            }
            data = unpadded(enc.decrypt(iv, data));
            if (data.length == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(with(packet, new byte[0], data, new byte[0]));
    }

    private byte[] mac(Packet packet) {
        var message = padded(packet.headAndBody(), false);
        var iv = before(packet.reply());
        var last = message.length - BLOCK;
        if (last > 0) {
            var chain = mac1.encrypt(iv, Arrays.copyOf(message, last));
            iv = Arrays.copyOfRange(chain, last - BLOCK, last);
        }
        return mac2.encrypt(iv, Arrays.copyOfRange(message, last, message.length));
    }

    /// The MAC that went the other way last.
    private byte[] before(boolean reply) {
        return reply ? commandMac : replyMac;
    }

    private void moveOn(boolean reply, byte[] mac) {
        if (reply) {
            replyMac = mac;
        } else {
            commandMac = mac;
        }
    }

    /// @param always pad also a message that fills its blocks, as data are and MACs are not
    private static byte[] padded(byte[] message, boolean always) {
        if (!always && message.length % BLOCK == 0) {
            return message;
        }
        var padded = Arrays.copyOf(message, (message.length / BLOCK + 1) * BLOCK);
        padded[message.length] = (byte) 0x80;
        return padded;
    }

    /// Empty if it was never padded.
    private static byte[] unpadded(byte[] padded) {
        var end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        return padded[end] == (byte) 0x80 ? Arrays.copyOf(padded, end) : new byte[0];
    }

    private static byte[] inverted(byte[] block) {
        var inverted = new byte[block.length];
        for (var i = 0; i < block.length; i++) {
            inverted[i] = (byte) ~block[i];
        }
        return inverted;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Packet with(Packet packet, byte[] security, byte[] data, byte[] mac) {
        return new Packet(
                packet.address(),
                packet.reply(),
                packet.sequence(),
                packet.crc(),
                security,
                packet.code(),
                data,
                mac);
    }

    @Override
    public String toString() {
        return "SecureChannel[***]";
    }
}
