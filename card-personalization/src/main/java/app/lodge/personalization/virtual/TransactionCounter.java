package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.TransactionMac;
import app.lodge.core.media.Uid;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What a Transaction MAC file counts: transactions of its application, the MAC of the last one, and
/// the reader that made it.
final class TransactionCounter {

    private static final int READER = 16;

    private final KeySlot key;
    private long counter;
    private byte[] value = new byte[TransactionMac.LENGTH];
    private byte[] reader = new byte[READER];
    private byte @Nullable [] newReader;

    TransactionCounter(KeySlot key) {
        this.key = key;
    }

    int keyVersion() {
        return key.version();
    }

    /// As ReadData and CommitTransaction tell it.
    byte[] told() {
        return Bytes.join(Bytes.littleEndian(counter, 4), value);
    }

    /// A reader names itself; who was here before is told to those that have the key.
    byte[] name(byte[] id, Uid uid) {
        newReader = id.clone();
        return mac(uid).sealReader(reader);
    }

    boolean named() {
        return newReader != null;
    }

    void commit(TransactionMac.Input input, Uid uid) {
        value = mac(uid).value(input);
        counter++;
        reader = newReader == null ? reader : newReader;
        newReader = null;
    }

    void abort() {
        newReader = null;
    }

    private TransactionMac mac(Uid uid) {
        return new TransactionMac(key.value(), counter + 1, uid);
    }

    void save(DataOutputStream out) throws IOException {
        key.save(out);
        out.writeLong(counter);
        out.write(value);
        out.write(reader);
    }

    static TransactionCounter load(DataInputStream in) throws IOException {
        var it = new TransactionCounter(KeySlot.load(in));
        it.counter = in.readLong();
        it.value = in.readNBytes(TransactionMac.LENGTH);
        it.reader = in.readNBytes(READER);
        return it;
    }
}
