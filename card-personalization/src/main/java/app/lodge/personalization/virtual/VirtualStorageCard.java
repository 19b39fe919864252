package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.ultralight.UltralightType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// A card without an own APDU set on a reader like the ACR122U: pseudo-APDUs of PC/SC part 3 §3.2.2,
/// and the PN532's own commands behind `FF 00 00 00` (ACR122U API §3 and §4).
public final class VirtualStorageCard implements VirtualCard {

    private static final byte[] DONE = Bytes.of(0x90, 0x00);
    private static final byte[] FAILED = Bytes.of(0x63, 0x00);
    private static final byte[] UNKNOWN = Bytes.of(0x6A, 0x81);
    private static final String FIRMWARE = "ACR122U214";
    private static final int KEY = 6;
    private static final int NEVER = -1;
    private static final int SLOTS = 2;

    private final StorageChip chip;
    private final Pn532 coupler;
    private final byte[][] keys = new byte[SLOTS][KEY];

    private int tearIn = NEVER;
    private Tear tear = Tear.BEFORE;
    private int served;

    /// When in a command the card leaves the reader.
    public enum Tear {
        /// It is not carried out.
        BEFORE,
        /// A block that it writes is left half written.
        WITHIN,
        /// It is carried out, and its answer lost.
        AFTER
    }

    private VirtualStorageCard(StorageChip chip) {
        this.chip = chip;
        this.coupler = new Pn532(chip);
    }

    /// A MIFARE Classic card as the factory ships it.
    ///
    /// @param uid four bytes
    public static VirtualStorageCard classic(ClassicSize size, Uid uid) {
        return new VirtualStorageCard(new ClassicChip(size, uid));
    }

    /// A card of the Ultralight family as the factory ships it.
    ///
    /// @param uid seven bytes
    public static VirtualStorageCard ultralight(UltralightType type, Uid uid) {
        return ultralight(type, uid, new byte[0]);
    }

    /// The same with what its maker signed of its number.
    ///
    /// @param signature 32 bytes
    public static VirtualStorageCard ultralight(UltralightType type, Uid uid, byte[] signature) {
        return new VirtualStorageCard(
                new UltralightChip(type, uid, signature, new Random(uid.hashCode())));
    }

    @Override
    public Uid uid() {
        return chip.uid();
    }

    @Override
    public byte[] atr() {
        byte[] body =
                Bytes.of(
                        0x8F,
                        0x80,
                        0x01,
                        0x80,
                        0x4F,
                        0x0C,
                        0xA0,
                        0x00,
                        0x00,
                        0x03,
                        0x06,
                        0x03,
                        chip.storageName() >> 8,
                        chip.storageName() & 0xFF,
                        0,
                        0,
                        0,
                        0);
        int check = 0;
        for (byte one : body) {
            check ^= one;
        }
        return Bytes.join(Bytes.of(0x3B), body, Bytes.of(check));
    }

    @Override
    public synchronized void reset() {
        chip.reset();
    }

    /// APDUs that reached the reader since it was made.
    public synchronized int served() {
        return served;
    }

    /// The card leaves the reader in APDU number `count` from now (from 0).
    public synchronized void tear(int count, Tear how) {
        tearIn = count;
        tear = how;
    }

    /// Takes back a tear that has not come.
    public synchronized void holdStill() {
        tearIn = NEVER;
    }

    @Override
    public synchronized byte[] transmit(byte[] apdu) {
        served++;
        if (tearIn == 0) {
            tearIn = NEVER;
            chip.tearing(tear == Tear.WITHIN);
            if (tear != Tear.BEFORE) {
                answered(apdu);
            }
            chip.tearing(false);
            chip.reset();
            return new byte[0];
        }
        if (tearIn > 0) {
            tearIn--;
        }
        return answered(apdu);
    }

    private byte[] answered(byte[] apdu) {
        if (apdu.length < 4 || apdu[0] != (byte) 0xFF) {
            return Bytes.of(0x6E, 0x00);
        }
        int length = apdu.length > 5 ? Math.min(apdu[4] & 0xFF, apdu.length - 5) : 0;
        byte[] data = Bytes.slice(apdu, 5 - (apdu.length < 5 ? 1 : 0), length);
        int block = apdu[3] & 0xFF;
        return switch (apdu[1] & 0xFF) {
            case 0xCA -> Bytes.join(chip.uid().bytes(), DONE);
            case 0x82 -> loadKey(block, data);
            case 0x86 -> authenticate(data);
            case 0xB0 -> read(block, apdu[apdu.length - 1] & 0xFF);
            case 0xD6 -> write(block, data);
            case 0xD7 -> value(block, data);
            case 0x00 ->
                    apdu[2] == 0x48
                            ? FIRMWARE.getBytes(StandardCharsets.US_ASCII)
                            : Bytes.join(coupler.direct(data), DONE);
            default -> UNKNOWN;
        };
    }

    private byte[] loadKey(int slot, byte[] key) {
        if (slot >= SLOTS || key.length != KEY) {
            return FAILED;
        }
        keys[slot] = key;
        return DONE;
    }

    private byte[] authenticate(byte[] data) {
        if (data.length != 5 || (data[4] & 0xFF) >= SLOTS) {
            return FAILED;
        }
        chip.reset();
        return status(chip.exchange(Bytes.join(Bytes.of(data[3], data[2]), keys[data[4]])));
    }

    private byte[] read(int block, int length) {
        Optional<byte[]> answer = chip.exchange(Bytes.of(0x30, block));
        return answer.map(
                        bytes -> {
                            int wanted =
                                    length == 0 ? bytes.length : Math.min(length, bytes.length);
                            return Bytes.join(Arrays.copyOf(bytes, wanted), DONE);
                        })
                .orElse(FAILED);
    }

    /// Value commands as ACS' readers have them: set, raise, lower, copy, and transfer at once.
    private byte[] value(int block, byte[] data) {
        boolean copies = data.length == 2 && data[0] == 3;
        if (!copies && data.length != 5) {
            return FAILED;
        }
        byte[] little = copies ? new byte[4] : Bytes.of(data[4], data[3], data[2], data[1]);
        int command = copies ? 0xC2 : data[0] == 1 ? 0xC1 : 0xC0;
        var loaded = chip.exchange(Bytes.join(Bytes.of(command, block), little));
        int target = copies ? data[1] & 0xFF : block;
        return status(loaded.flatMap(_ -> chip.exchange(Bytes.of(0xB0, target))));
    }

    private byte[] write(int block, byte[] data) {
        if (data.length != chip.unit()) {
            return Bytes.of(0x67, 0x00);
        }
        int command = chip.unit() == UltralightType.PAGE ? 0xA2 : 0xA0;
        return status(chip.exchange(Bytes.join(Bytes.of(command, block), data)));
    }

    private static byte[] status(Optional<byte[]> answer) {
        return answer.isPresent() ? DONE : FAILED;
    }
}
