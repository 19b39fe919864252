package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.TransactionMac;
import app.lodge.core.media.Uid;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An application of the virtual card: keys and files. Application 0 is the card itself.
final class CardApplication {

    private static final int MOST_KEYS = 0x0F;
    private static final int ISO_FILES = 0x20;

    final int aid;
    final byte[] isoNames;
    final KeySlot.Kind kind;

    /// Whether its files have ISO file ids.
    final boolean isoFiles;

    int settings;
    final KeySlot[] keys;
    final SortedMap<Integer, CardFile> files = new TreeMap<>();
    private TransactionMac.Input done = new TransactionMac.Input();

    /// @param isoNames file id and DF name as they came at creation; may be empty
    CardApplication(
            int aid,
            int settings,
            KeySlot.Kind kind,
            boolean isoFiles,
            KeySlot[] keys,
            byte[] isoNames) {
        this.aid = aid;
        this.settings = settings;
        this.kind = kind;
        this.isoFiles = isoFiles;
        this.keys = keys.clone();
        this.isoNames = isoNames.clone();
    }

    /// @param keySettings number of keys, their kind, whether files have ISO ids (KS2)
    static CardApplication made(int aid, int settings, int keySettings, byte[] isoNames) {
        var kind = KeySlot.Kind.of(keySettings);
        KeySlot[] keys = new KeySlot[keySettings & MOST_KEYS];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = KeySlot.zero(kind);
        }
        return new CardApplication(
                aid, settings, kind, (keySettings & ISO_FILES) != 0, keys, isoNames);
    }

    boolean aes() {
        return kind == KeySlot.Kind.AES;
    }

    /// The card's own application may change its kind with its key.
    private KeySlot.Kind kindNow() {
        return aid == 0 ? keys[0].kind() : kind;
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
        return Bytes.of(settings, keySettingsByte());
    }

    /// Whether it already has the file id or the DF name of these.
    boolean named(byte[] names) {
        if (isoNames.length < 2 || names.length < 2) {
            return false;
        }
        boolean sameId = Arrays.equals(isoNames, 0, 2, names, 0, 2);
        boolean sameName =
                names.length > 2
                        && Arrays.equals(isoNames, 2, isoNames.length, names, 2, names.length);
        return sameId || sameName;
    }

    private int keySettingsByte() {
        return keys.length | kindNow().bits() | (isoFiles ? ISO_FILES : 0);
    }

    boolean freeListing() {
        return (settings & 0x02) != 0;
    }

    boolean freeCreation() {
        return (settings & 0x04) != 0;
    }

    /// The Transaction MAC file's, if it has one.
    @Nullable TransactionCounter counter() {
        for (CardFile file : files.values()) {
            if (file.counter != null) {
                return file.counter;
            }
        }
        return null;
    }

    /// Notes what a command did for the transaction's MAC.
    void note(int instruction, byte[] header, byte[] data) {
        if (counter() != null) {
            done.add(instruction, header, data);
        }
    }

    boolean pending() {
        return !done.isEmpty() || files.values().stream().anyMatch(CardFile::pending);
    }

    void commit(Uid uid) {
        var counter = counter();
        if (counter != null) {
            counter.commit(done, uid);
        }
        done = new TransactionMac.Input();
        files.values().forEach(CardFile::commit);
    }

    void abort() {
        done = new TransactionMac.Input();
        files.values().forEach(CardFile::abort);
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(aid);
        out.writeByte(settings);
        out.writeByte(isoNames.length);
        out.write(isoNames);
        out.writeByte(keySettingsByte());
        for (KeySlot key : keys) {
            key.save(out);
        }
        out.writeByte(files.size());
        for (var entry : files.entrySet()) {
            out.writeByte(entry.getKey());
            entry.getValue().save(out);
        }
    }

    static CardApplication load(DataInputStream in, int format) throws IOException {
        int aid = in.readInt();
        int settings = in.readUnsignedByte();
        byte[] names = in.readNBytes(in.readUnsignedByte());
        int keySettings = in.readUnsignedByte();
        KeySlot[] keys = new KeySlot[keySettings & MOST_KEYS];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = KeySlot.load(in);
        }
        // earlier versions of Lodge kept only the number of keys here
        var kind = keys.length > 0 ? keys[0].kind() : KeySlot.Kind.of(keySettings);
        var application =
                new CardApplication(
                        aid, settings, kind, (keySettings & ISO_FILES) != 0, keys, names);
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            int number = in.readUnsignedByte();
            application.files.put(number, CardFile.load(in, format));
        }
        return application;
    }
}
