package app.lodge.personalization.classic;

import app.lodge.core.keys.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which application lives in which sector (MAD, AN10787 §3): version 1 names sectors 1 to 15,
/// version 2 also 17 to 39.
///
/// @param publisher the card publisher's sector, 0 if none
/// @param applications identifiers as written, function cluster most significant: `E103` is NDEF; by
///     sector from 1, without sector 16
public record ApplicationDirectory(int publisher, List<Integer> applications) {

    public static final int FREE = 0x0000;

    /// Holds data of the NFC Forum (AN1305).
    public static final int NDEF = 0xE103;

    private static final int FIRST_PART = 15;
    private static final int BOTH_PARTS = 38;
    private static final int SECTOR_OF_SECOND = 16;
    private static final int POLYNOMIAL = 0x1D;
    private static final int PRESET = 0xC7;

    public ApplicationDirectory {
        applications = List.copyOf(applications);
        int size = applications.size();
        if (size != FIRST_PART && size != BOTH_PARTS) {
            throw new IllegalArgumentException(
                    "A directory names 15 or 38 sectors, not %d".formatted(size));
        }
        if (publisher < 0 || publisher == SECTOR_OF_SECOND || publisher > BOTH_PARTS + 1) {
            throw new IllegalArgumentException("Publisher's sector %d".formatted(publisher));
        }
        for (int one : applications) {
            if (one < 0 || one > 0xFFFF) {
                throw new IllegalArgumentException("Application identifier %d".formatted(one));
            }
        }
    }

    /// The sector's application; a number from 1 to 39 but 16.
    public int ofSector(int sector) {
        return applications.get(sector < SECTOR_OF_SECOND ? sector - 1 : sector - 2);
    }

    /// Sectors that this application has.
    public List<Integer> sectorsOf(int application) {
        List<Integer> sectors = new ArrayList<>();
        for (int i = 0; i < applications.size(); i++) {
            if (applications.get(i) == application) {
                sectors.add(i < FIRST_PART ? i + 1 : i + 2);
            }
        }
        return List.copyOf(sectors);
    }

    /// Blocks 1 and 2 of sector 0.
    public byte[] first() {
        return part(publisher, applications.subList(0, FIRST_PART));
    }

    /// Blocks 0 to 2 of sector 16; empty with version 1.
    public byte[] second() {
        return applications.size() == FIRST_PART
                ? new byte[0]
                : part(publisher, applications.subList(FIRST_PART, BOTH_PARTS));
    }

    private static byte[] part(int info, List<Integer> applications) {
        byte[] body = new byte[1 + 2 * applications.size()];
        body[0] = (byte) info;
        for (int i = 0; i < applications.size(); i++) {
            // the application's code goes before its cluster
            body[1 + 2 * i] = (byte) (int) applications.get(i);
            body[2 + 2 * i] = (byte) (applications.get(i) >> 8);
        }
        return Bytes.join(Bytes.of(crc(body)), body);
    }

    /// @param first blocks 1 and 2 of sector 0
    /// @param second blocks 0 to 2 of sector 16, or empty
    /// @return empty if a check byte is wrong
    public static Optional<ApplicationDirectory> decode(byte[] first, byte[] second) {
        List<Integer> applications = new ArrayList<>();
        for (byte[] part : second.length == 0 ? List.of(first) : List.of(first, second)) {
            byte[] body = Arrays.copyOfRange(part, 1, part.length);
            if (crc(body) != (part[0] & 0xFF)) {
                return Optional.empty();
            }
            for (int at = 1; at < body.length; at += 2) {
                applications.add((body[at + 1] & 0xFF) << 8 | body[at] & 0xFF);
            }
        }
        int info = first[1] & 0x3F;
        boolean sound = info != SECTOR_OF_SECOND && info <= BOTH_PARTS + 1;
        return sound ? Optional.of(new ApplicationDirectory(info, applications)) : Optional.empty();
    }

    /// CRC-8 of AN10787 §3.7: x8 + x4 + x3 + x2 + 1, most significant bit first.
    static int crc(byte[] body) {
        int crc = PRESET;
        for (byte one : body) {
            crc ^= one & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1 ^ POLYNOMIAL) & 0xFF : crc << 1;
            }
        }
        return crc;
    }
}
