package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a virtual card remembers without power.
final class CardMemory {

    /// The last byte counts the formats of kept cards.
    private static final int MAGIC = 0x4C44_4300;

    static final int WITH_TRANSACTION_MAC = 2;
    private static final int FIRST_FORMAT = 1;
    private static final int CARD_SETTINGS = 0x0F;

    final Uid uid;
    CardApplication card;

    /// Set once, never cleared.
    boolean formatDisabled;

    /// Shows another number after each reset; set once, never cleared.
    boolean randomUid;

    final SortedMap<Integer, CardApplication> applications = new TreeMap<>();

    private CardMemory(Uid uid, CardApplication card) {
        this.uid = uid;
        this.card = card;
    }

    /// As from the factory: DES master key of zeros, everything free.
    static CardMemory factory(Uid uid) {
        return new CardMemory(uid, CardApplication.made(0, CARD_SETTINGS, 1, new byte[0]));
    }

    /// AID, file id and DF name of each application that has them.
    List<byte[]> names() {
        return applications.values().stream()
                .filter(application -> application.isoNames.length > 0)
                .map(application ->
                        Bytes.join(Bytes.littleEndian(application.aid, 3), application.isoNames))
                .toList();
    }

    void format() {
        applications.clear();
    }

    byte[] save() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC | WITH_TRANSACTION_MAC);
            out.writeByte(uid.bytes().length);
            out.write(uid.bytes());
            card.save(out);
            out.writeByte(applications.size());
            for (CardApplication application : applications.values()) {
                application.save(out);
            }
            out.writeBoolean(formatDisabled);
            out.writeBoolean(randomUid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static CardMemory load(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readInt() ^ MAGIC;
            if (format < FIRST_FORMAT || format > WITH_TRANSACTION_MAC) {
                throw new IllegalArgumentException("These bytes are no virtual card");
            }
            Uid uid = Uid.of(in.readNBytes(in.readUnsignedByte()));
            var memory = new CardMemory(uid, CardApplication.load(in, format));
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                CardApplication application = CardApplication.load(in, format);
                memory.applications.put(application.aid, application);
            }
            // cards that were kept before this was known end here
            memory.formatDisabled = in.available() > 0 && in.readBoolean();
            memory.randomUid = in.available() > 0 && in.readBoolean();
            return memory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void saveTo(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, save());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
