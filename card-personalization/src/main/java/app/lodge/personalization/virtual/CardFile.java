package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of the virtual card: standard and backup data, value, linear and cyclic records. All but
/// standard files change at commit only.
final class CardFile {

    enum Kind {
        STANDARD,
        BACKUP,
        VALUE,
        LINEAR,
        CYCLIC,
        /// Holds counter and MAC of the last transaction (EV2).
        TRANSACTION_MAC
    }

    static final int NO_ISO_ID = -1;

    private static final int AES = 2;

    static final int PLAIN = 0;
    static final int MAC = 1;
    static final int FULL = 3;

    final Kind kind;
    int mode;
    int rights;

    /// STANDARD, BACKUP: size; VALUE: unused; records: size of one.
    final int size;

    /// VALUE: lower and upper limit; records: `upper` is the most records.
    final int lower;

    final int upper;
    final int limitedCredit;

    /// File id of ISO/IEC 7816-4, {@link #NO_ISO_ID} if it has none.
    int isoId = NO_ISO_ID;

    /// Of a Transaction MAC file only.
    @Nullable TransactionCounter counter;

    private byte[] data;
    private int value;

    /// What LimitedCredit may still give back: the debits of the last transaction that had any.
    private int limit;

    private List<byte[]> records = new ArrayList<>();

    private byte @Nullable [] newData;
    private @Nullable Integer newValue;
    private @Nullable List<byte[]> newRecords;
    private byte @Nullable [] openRecord;
    private boolean cleared;
    private int newDebits;
    private boolean limitUsed;

    CardFile(Kind kind, int mode, int rights, int size, int lower, int upper, int value, int lc) {
        this.kind = kind;
        this.mode = mode;
        this.rights = rights;
        this.size = size;
        this.lower = lower;
        this.upper = upper;
        this.value = value;
        this.limitedCredit = lc;
        boolean bytes = kind == Kind.STANDARD || kind == Kind.BACKUP;
        this.data = new byte[bytes ? size : 0];
    }

    static CardFile transactionMac(int mode, int rights, KeySlot key) {
        var file = new CardFile(Kind.TRANSACTION_MAC, mode, rights, 0, 0, 0, 0, 0);
        file.counter = new TransactionCounter(key);
        return file;
    }

    boolean hasRecords() {
        return kind == Kind.LINEAR || kind == Kind.CYCLIC;
    }

    byte[] read(int offset, int length) {
        byte[] data = counter == null ? this.data : counter.told();
        int wanted = length == 0 ? data.length - offset : length;
        if (offset < 0 || wanted < 0 || offset + wanted > data.length) {
            throw new Refusal(Refusal.BOUNDARY);
        }
        return Bytes.slice(data, offset, wanted);
    }

    void write(int offset, byte[] bytes) {
        if (counter != null) {
            throw new Refusal(Refusal.PERMISSION);
        }
        if (offset + bytes.length > data.length) {
            throw new Refusal(Refusal.BOUNDARY);
        }
        if (kind == Kind.STANDARD) {
            System.arraycopy(bytes, 0, data, offset, bytes.length);
            return;
        }
        byte[] target = newData == null ? data.clone() : newData;
        System.arraycopy(bytes, 0, target, offset, bytes.length);
        newData = target;
    }

    int value() {
        return value;
    }

    void change(long by) {
        long changed = (newValue == null ? value : newValue) + by;
        if (changed < lower || changed > upper) {
            throw new Refusal(Refusal.BOUNDARY);
        }
        newValue = (int) changed;
        newDebits += by < 0 ? (int) -by : 0;
    }

    /// Gives back at most what the last debits took, once.
    void giveBack(int amount) {
        if (limitedCredit == 0) {
            throw new Refusal(Refusal.PERMISSION);
        }
        if (amount > limit || limitUsed) {
            throw new Refusal(Refusal.BOUNDARY);
        }
        change(amount);
        limitUsed = true;
    }

    /// Several writes within one transaction go to the same new record.
    void writeRecord(int offset, byte[] bytes) {
        if (offset + bytes.length > size) {
            throw new Refusal(Refusal.BOUNDARY);
        }
        if (cleared) {
            throw new Refusal(Refusal.PERMISSION);
        }
        byte[] record = openRecord;
        if (record == null) {
            record = new byte[size];
            List<byte[]> next = new ArrayList<>(newRecords == null ? records : newRecords);
            int most = kind == Kind.CYCLIC ? upper - 1 : upper;
            if (next.size() >= most) {
                if (kind == Kind.LINEAR) {
                    throw new Refusal(Refusal.BOUNDARY);
                }
                next.removeFirst();
            }
            next.add(record);
            newRecords = next;
            openRecord = record;
        }
        System.arraycopy(bytes, 0, record, offset, bytes.length);
    }

    void clear() {
        newRecords = new ArrayList<>();
        openRecord = null;
        cleared = true;
    }

    /// @param from 0 is the newest
    /// @param count 0 means all from the oldest on
    byte[] readRecords(int from, int count) {
        int last = records.size() - from;
        int first = count == 0 ? 0 : last - count;
        if (first < 0 || last <= 0 || first >= last) {
            throw new Refusal(Refusal.BOUNDARY);
        }
        return Bytes.join(records.subList(first, last).toArray(byte[][]::new));
    }

    boolean pending() {
        return newData != null || newValue != null || newRecords != null;
    }

    void commit() {
        data = newData == null ? data : newData;
        value = newValue == null ? value : newValue;
        records = newRecords == null ? records : newRecords;
        if (newDebits > 0) {
            limit = newDebits;
        } else if (limitUsed) {
            limit = 0;
        }
        abort();
    }

    void abort() {
        newData = null;
        newValue = null;
        newRecords = null;
        openRecord = null;
        cleared = false;
        newDebits = 0;
        limitUsed = false;
        if (counter != null) {
            counter.abort();
        }
    }

    byte[] settings() {
        byte[] head = Bytes.join(Bytes.of(kind.ordinal(), mode), Bytes.littleEndian(rights, 2));
        return switch (kind) {
            case STANDARD, BACKUP -> Bytes.join(head, Bytes.littleEndian(size, 3));
            case VALUE ->
                    Bytes.join(
                            head,
                            Bytes.littleEndian(lower, 4),
                            Bytes.littleEndian(upper, 4),
                            Bytes.littleEndian(limit, 4),
                            Bytes.of(limitedCredit));
            case TRANSACTION_MAC ->
                    Bytes.join(head, Bytes.of(AES, counter == null ? 0 : counter.keyVersion()));
            case LINEAR, CYCLIC ->
                    Bytes.join(
                            head,
                            Bytes.littleEndian(size, 3),
                            Bytes.littleEndian(upper, 3),
                            Bytes.littleEndian(records.size(), 3));
        };
    }

    void save(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        for (int number : new int[] {mode, rights, size, lower, upper, value, limitedCredit}) {
            out.writeInt(number);
        }
        out.write(data);
        out.writeInt(records.size());
        for (byte[] record : records) {
            out.write(record);
        }
        out.writeInt(isoId);
        out.writeInt(limit);
        if (counter != null) {
            counter.save(out);
        }
    }

    /// @param format what {@link CardMemory} begins with
    static CardFile load(DataInputStream in, int format) throws IOException {
        Kind kind = Kind.values()[in.readUnsignedByte()];
        int[] n = new int[7];
        for (int i = 0; i < n.length; i++) {
            n[i] = in.readInt();
        }
        var file = new CardFile(kind, n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
        file.data = Arrays.copyOf(in.readNBytes(file.data.length), file.data.length);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            file.records.add(in.readNBytes(file.size));
        }
        if (format >= CardMemory.WITH_TRANSACTION_MAC) {
            file.isoId = in.readInt();
            file.limit = in.readInt();
        }
        if (kind == Kind.TRANSACTION_MAC) {
            file.counter = TransactionCounter.load(in);
        }
        return file;
    }
}
