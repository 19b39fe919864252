package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/// An application of the virtual card: keys and files. Application 0 is the card itself.
final class CardApplication {

    final int aid;
    final byte[] isoNames;
    int settings;
    final KeySlot[] keys;
    final SortedMap<Integer, CardFile> files = new TreeMap<>();

    /// @param isoNames file id and DF name as they came at creation; may be empty
    CardApplication(int aid, int settings, KeySlot[] keys, byte[] isoNames) {
        this.aid = aid;
        this.settings = settings;
        this.keys = keys.clone();
        this.isoNames = isoNames.clone();
    }

    static CardApplication made(int aid, int settings, int keyCount, boolean aes, byte[] isoNames) {
        KeySlot[] keys = new KeySlot[keyCount];
        for (int i = 0; i < keyCount; i++) {
            keys[i] = KeySlot.zero(aes);
        }
        return new CardApplication(aid, settings, keys, isoNames);
    }

    boolean aes() {
        return keys[0].aes();
    }

    KeySlot key(int number) {
        if (number < 0 || number >= keys.length) {
            throw new Refusal(Refusal.NO_SUCH_KEY);
        }
        return keys[number];
    }

    CardFile file(int number) {
        CardFile file = files.get(number);
        if (file == null) {
            throw new Refusal(Refusal.NO_FILE);
        }
        return file;
    }

    byte[] keySettings() {
        return Bytes.of(settings, keys.length | (aes() ? 0x80 : 0));
    }

    boolean freeListing() {
        return (settings & 0x02) != 0;
    }

    boolean freeCreation() {
        return (settings & 0x04) != 0;
    }

    boolean pending() {
        return files.values().stream().anyMatch(CardFile::pending);
    }

    void commit() {
        files.values().forEach(CardFile::commit);
    }

    void abort() {
        files.values().forEach(CardFile::abort);
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(aid);
        out.writeByte(settings);
        out.writeByte(isoNames.length);
        out.write(isoNames);
        out.writeByte(keys.length);
        for (KeySlot key : keys) {
            key.save(out);
        }
        out.writeByte(files.size());
        for (var entry : files.entrySet()) {
            out.writeByte(entry.getKey());
            entry.getValue().save(out);
        }
    }

    static CardApplication load(DataInputStream in, int numbers) throws IOException {
        int aid = in.readInt();
        int settings = in.readUnsignedByte();
        byte[] names = in.readNBytes(in.readUnsignedByte());
        KeySlot[] keys = new KeySlot[in.readUnsignedByte()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = KeySlot.load(in);
        }
        var application = new CardApplication(aid, settings, keys, names);
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            int number = in.readUnsignedByte();
            application.files.put(number, CardFile.load(in, numbers));
        }
        return application;
    }
}
