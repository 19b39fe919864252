package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.TransactionMac;
import java.util.ArrayList;
import java.util.List;

/// All file commands of the selected application inside one session, in the three communication
/// modes: standard and backup data, values, records, and the transaction around them. Backup data,
/// values and records change at {@link #commit} only, all or none; whatever ends the session before
/// it, a refusal too, undoes them.
///
/// Numbers on the wire are little-endian. Opened by {@link DesfireTalk}.
public final class DesfireFiles {

    private static final byte[] NONE = new byte[0];
    private static final int VALUE = 4;

    private static final int READER = 16;
    private static final int COUNTER = 4;

    private final SecureChannel channel;
    private TransactionMac.Input done = new TransactionMac.Input();

    DesfireFiles(SecureChannel channel) {
        this.channel = channel;
    }

    /// @param offset in bytes, as `length`
    public byte[] readData(int file, CommMode mode, int offset, int length) throws DeviceException {
        byte[] header = span(file, offset, length);
        byte[] content =
                exact(
                        Instruction.READ_DATA,
                        channel.file(Instruction.READ_DATA, mode, header, NONE, length),
                        length);
        done.add(Instruction.READ_DATA.code(), header, content);
        return content;
    }

    public void writeData(int file, CommMode mode, int offset, byte[] content)
            throws DeviceException {
        byte[] header = span(file, offset, content.length);
        channel.file(Instruction.WRITE_DATA, mode, header, content, 0);
        done.add(Instruction.WRITE_DATA.code(), header, content);
    }

    /// @return as of the last commit
    public int getValue(int file, CommMode mode) throws DeviceException {
        byte[] value =
                exact(
                        Instruction.GET_VALUE,
                        channel.file(Instruction.GET_VALUE, mode, Bytes.of(file), NONE, VALUE),
                        VALUE);
        done.add(Instruction.GET_VALUE.code(), Bytes.join(Bytes.of(file), value));
        return (int) Bytes.littleEndian(value, 0, VALUE);
    }

    /// @param amount 0 or more
    public void credit(int file, CommMode mode, int amount) throws DeviceException {
        change(Instruction.CREDIT, file, mode, amount);
    }

    /// @param amount 0 or more
    public void debit(int file, CommMode mode, int amount) throws DeviceException {
        change(Instruction.DEBIT, file, mode, amount);
    }

    /// Gives back at most what the last transaction that took something took, once.
    ///
    /// @param amount 0 or more
    public void limitedCredit(int file, CommMode mode, int amount) throws DeviceException {
        change(Instruction.LIMITED_CREDIT, file, mode, amount);
    }

    private void change(Instruction instruction, int file, CommMode mode, int amount)
            throws DeviceException {
        if (amount < 0) {
            throw new IllegalArgumentException("Amount %d is below zero".formatted(amount));
        }
        byte[] value = Bytes.littleEndian(amount, VALUE);
        channel.file(instruction, mode, Bytes.of(file), value, 0);
        done.add(instruction.code(), Bytes.join(Bytes.of(file), value));
    }

    /// Into the transaction's new record.
    public void writeRecord(int file, CommMode mode, int offset, byte[] content)
            throws DeviceException {
        byte[] header = span(file, offset, content.length);
        channel.file(Instruction.WRITE_RECORD, mode, header, content, 0);
        done.add(Instruction.WRITE_RECORD.code(), header, content);
    }

    /// @param newest how many of the newest to leave out
    /// @param count records; there must be as many
    /// @param size of one, bytes
    /// @return oldest first
    public List<byte[]> readRecords(int file, CommMode mode, int newest, int count, int size)
            throws DeviceException {
        byte[] all =
                exact(
                        Instruction.READ_RECORDS,
                        channel.file(
                                Instruction.READ_RECORDS,
                                mode,
                                span(file, newest, count),
                                NONE,
                                count * size),
                        count * size);
        done.add(Instruction.READ_RECORDS.code(), span(file, newest, count), all);
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at < all.length; at += size) {
            records.add(Bytes.slice(all, at, size));
        }
        return records;
    }

    public void clearRecords(int file) throws DeviceException {
        channel.managed(Instruction.CLEAR_RECORDS, Bytes.of(file));
        done.add(Instruction.CLEAR_RECORDS.code(), Bytes.of(file));
    }

    /// Makes everything pending true at once.
    public void commit() throws DeviceException {
        channel.managed(Instruction.COMMIT_TRANSACTION);
        done = new TransactionMac.Input();
    }

    /// What a card with a Transaction MAC says of a transaction.
    ///
    /// @param counter counts the application's transactions from 1
    /// @param value eight bytes that only the vault can check
    /// @param input what was read and changed, as the card saw it
    public record Proof(long counter, byte[] value, byte[] input) {}

    /// As {@link #commit}, with the card's own word for it; the application must have a Transaction MAC
    /// file.
    public Proof commitWithProof() throws DeviceException {
        byte[] told =
                exact(
                        Instruction.COMMIT_TRANSACTION,
                        channel.managed(Instruction.COMMIT_TRANSACTION, Bytes.of(1)),
                        COUNTER + TransactionMac.LENGTH);
        var proof =
                new Proof(
                        Bytes.littleEndian(told, 0, COUNTER),
                        Bytes.slice(told, COUNTER, TransactionMac.LENGTH),
                        done.bytes());
        done = new TransactionMac.Input();
        return proof;
    }

    /// Names this reader in the transaction's proof.
    ///
    /// @param reader 16 bytes
    /// @return who made the transaction before, enciphered for the vault
    public byte[] nameReader(byte[] reader) throws DeviceException {
        if (reader.length != READER) {
            throw new IllegalArgumentException("A reader's id has 16 bytes, not " + reader.length);
        }
        byte[] before =
                exact(
                        Instruction.COMMIT_READER,
                        channel.managed(Instruction.COMMIT_READER, reader),
                        READER);
        done.add(Instruction.COMMIT_READER.code(), Bytes.join(reader, before));
        return before;
    }

    public void abort() throws DeviceException {
        channel.managed(Instruction.ABORT_TRANSACTION);
        done = new TransactionMac.Input();
    }

    /// @return numbers of the application's files
    public List<Integer> fileNumbers() throws DeviceException {
        byte[] numbers = channel.managed(Instruction.GET_FILE_IDS);
        List<Integer> files = new ArrayList<>();
        for (byte number : numbers) {
            files.add(number & 0xFF);
        }
        return files;
    }

    /// As the card answers: type, mode, rights, and what the type has.
    public byte[] fileSettings(int file) throws DeviceException {
        return channel.managed(Instruction.GET_FILE_SETTINGS, Bytes.of(file));
    }

    /// How many records a file of records holds just now.
    public int recordCount(int file) throws DeviceException {
        byte[] settings = fileSettings(file);
        if (settings.length < 13) {
            throw new DeviceException(
                    new DeviceFault.CardRefused(Instruction.GET_FILE_SETTINGS.title(), 0));
        }
        return (int) Bytes.littleEndian(settings, 10, 3);
    }

    /// @param size bytes
    public void createStandard(int file, CommMode mode, FileRights rights, int size)
            throws DeviceException {
        channel.managed(
                Instruction.CREATE_STANDARD_FILE,
                head(file, mode, rights),
                Bytes.littleEndian(size, 3));
    }

    /// @param size bytes
    public void createBackup(int file, CommMode mode, FileRights rights, int size)
            throws DeviceException {
        channel.managed(
                Instruction.CREATE_BACKUP_FILE,
                head(file, mode, rights),
                Bytes.littleEndian(size, 3));
    }

    /// @param limits lower, upper and first value, in this order
    public void createValue(int file, CommMode mode, FileRights rights, ValueLimits limits)
            throws DeviceException {
        channel.managed(
                Instruction.CREATE_VALUE_FILE,
                head(file, mode, rights),
                Bytes.littleEndian(limits.lower() & 0xFFFF_FFFFL, VALUE),
                Bytes.littleEndian(limits.upper() & 0xFFFF_FFFFL, VALUE),
                Bytes.littleEndian(limits.first() & 0xFFFF_FFFFL, VALUE),
                Bytes.of(limits.limitedCredit() == LimitedCredit.ALLOWED ? 1 : 0));
    }

    /// Whether limited credit is possible at all.
    public enum LimitedCredit {
        ALLOWED,
        NONE
    }

    /// @param first what the value begins with
    public record ValueLimits(int lower, int upper, int first, LimitedCredit limitedCredit) {}

    /// @param size of one record, bytes
    /// @param most records; a card refuses one more
    public void createLinear(int file, CommMode mode, FileRights rights, int size, int most)
            throws DeviceException {
        channel.managed(
                Instruction.CREATE_LINEAR_RECORD_FILE,
                head(file, mode, rights),
                Bytes.littleEndian(size, 3),
                Bytes.littleEndian(most, 3));
    }

    /// @param size of one record, bytes
    /// @param kept records that stay readable; the card needs room for one more
    public void createCyclic(int file, CommMode mode, FileRights rights, int size, int kept)
            throws DeviceException {
        channel.managed(
                Instruction.CREATE_CYCLIC_RECORD_FILE,
                head(file, mode, rights),
                Bytes.littleEndian(size, 3),
                Bytes.littleEndian(kept + 1L, 3));
    }

    private static byte[] head(int file, CommMode mode, FileRights rights) {
        return Bytes.join(Bytes.of(file, mode.code()), Bytes.littleEndian(rights.code(), 2));
    }

    private static byte[] span(int file, int from, int length) {
        return Bytes.join(
                Bytes.of(file), Bytes.littleEndian(from, 3), Bytes.littleEndian(length, 3));
    }

    private static byte[] exact(Instruction instruction, byte[] answer, int length)
            throws DeviceException {
        if (answer.length != length) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        return answer;
    }
}
