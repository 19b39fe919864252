package app.lodge.personalization.cards;

import app.lodge.core.doors.Json;
import app.lodge.core.keys.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/// What stands on a card, as data: `lodge-id@1.json` beside this class. A plan that has been used is
/// never edited; a change is a new version.
///
/// @param chips families that the plan may be written to
/// @param cardSettings the card's own key settings once done, 0 to 255: 0B lists applications freely,
///     but makes and deletes none without the master key
/// @param application AID in six upper-case hex digits, most significant byte first
/// @param applicationSettings key settings of the application, 0 to 255
/// @param slots the application's keys, numbered from 0
/// @param file holds the ID
record EncodingPlan(
        String name,
        int version,
        List<String> chips,
        int cardSettings,
        String application,
        int applicationSettings,
        List<Slot> slots,
        IdFile file) {

    /// The AID of the card itself.
    static final String CARD = "000000";

    private static final int AES = 0x80;
    private static final int FULL = 3;

    EncodingPlan {
        chips = List.copyOf(chips);
        slots = List.copyOf(slots);
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).number() != i) {
                throw new IllegalArgumentException(
                        "Plan %s@%d: key %d stands at place %d"
                                .formatted(name, version, slots.get(i).number(), i));
            }
        }
    }

    enum Use {
        MASTER,
        READ,
        WRITE
    }

    record Slot(int number, Use use) {}

    /// A standard data file in enciphered mode.
    ///
    /// @param length bytes
    /// @param rights four key numbers: read, write, read and write, change; E free, F never
    record IdFile(int number, int length, int rights) {}

    /// The plan that ships with Lodge.
    static EncodingPlan lodgeId() {
        return shipped("lodge-id@1.json");
    }

    /// The plan of operators' cards.
    static EncodingPlan lodgeOperator() {
        return shipped("lodge-operator@1.json");
    }

    private static EncodingPlan shipped(String file) {
        try (InputStream in = EncodingPlan.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + file);
            }
            return Json.read(in.readAllBytes(), EncodingPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `lodge-id@1`
    String title() {
        return name + "@" + version;
    }

    int slotFor(Use use) {
        return slots.stream()
                .filter(slot -> slot.use() == use)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title() + " has no key " + use))
                .number();
    }

    /// The AID as it goes over the wire: least significant byte first.
    static byte[] wire(String aid) {
        byte[] written = HexFormat.of().parseHex(aid);
        return Bytes.of(written[2], written[1], written[0]);
    }

    /// GetKeySettings' answer of a finished application.
    byte[] keySettings() {
        return Bytes.of(applicationSettings, slots.size() | AES);
    }

    /// Parameters of CreateApplication.
    byte[] creation() {
        return Bytes.join(wire(application), keySettings());
    }

    /// Parameters of CreateStdDataFile.
    byte[] fileCreation() {
        return Bytes.join(Bytes.of(file.number()), Bytes.slice(fileSettings(), 1, 6));
    }

    /// GetFileSettings' answer of a finished file.
    byte[] fileSettings() {
        return Bytes.join(
                Bytes.of(0, FULL),
                Bytes.littleEndian(file.rights(), 2),
                Bytes.littleEndian(file.length(), 3));
    }

    /// File number, offset 0 and length: the header of ReadData and WriteData.
    byte[] wholeFile() {
        return Bytes.join(
                Bytes.of(file.number()), new byte[3], Bytes.littleEndian(file.length(), 3));
    }
}
