package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireCrc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A station's log in a DS1996 (KEY-22, KEY-23): what it wrote to keys, one record of 16 bytes each,
/// written once and never again, so that a writing that breaks off costs that record and no other. Page
/// 0 names the station. The record's place is part of its checksum.
public final class StationLog {

    private static final int MAGIC = 0x53;
    private static final int LAYOUT = 1;
    private static final int HEADER = 6;
    private static final int RECORD = 16;
    private static final int COUNTED = 14;
    private static final int LARGEST_AMOUNT = 0xFF_FFFF;

    /// Records begin after the header's page.
    private final int first;

    private final ButtonMemory memory;

    private StationLog(ButtonMemory memory) {
        this.memory = memory;
        this.first = memory.pageSize() / RECORD;
    }

    /// What a station did with a key.
    public enum Kind {
        /// A waiting amount was written to the key.
        RELOADED,
        /// A waiting amount was withdrawn before it was on the key.
        WITHDRAWN,
        /// Something was paid from the key.
        PAID
    }

    /// @param transaction the installation's number of it (KEY-28), 1 to 4294967294
    /// @param at to the second
    /// @param keyNumber 1 to 65535
    /// @param minor amount in minor units, 0 to 16777215
    public record LogRecord(long transaction, Instant at, Kind kind, int keyNumber, int minor) {

        public LogRecord {
            if (transaction < 1
                    || transaction > 0xFFFF_FFFEL
                    || keyNumber < 1
                    || keyNumber > KeyRecord.LARGEST_NUMBER
                    || minor < 0
                    || minor > LARGEST_AMOUNT) {
                throw new IllegalArgumentException(
                        "No log holds transaction %d, key %d, amount %d"
                                .formatted(transaction, keyNumber, minor));
            }
        }
    }

    /// All that the log says.
    ///
    /// @param station 0 to 4294967295
    /// @param capacity records that fit
    /// @param used places that were written, whole or not
    /// @param records in the order in which they were written
    /// @param torn places of records that do not hold together, counted from 1
    public record ReadOut(
            long station, int capacity, int used, List<LogRecord> records, List<Integer> torn) {

        public ReadOut {
            records = List.copyOf(records);
            torn = List.copyOf(torn);
        }

        /// 0 to 100, rounded up: one record is not nothing.
        public int percentFull() {
            return capacity == 0 ? 100 : (used * 100 + capacity - 1) / capacity;
        }
    }

    static boolean begunOn(ButtonMemory memory) throws DeviceException {
        return header(memory).isPresent();
    }

    /// @return empty if the key holds no log
    public static Optional<StationLog> on(ButtonMemory memory) throws DeviceException {
        return begunOn(memory) ? Optional.of(new StationLog(memory)) : Optional.empty();
    }

    /// Makes an empty log; whatever the key held is lost.
    public static StationLog begin(ButtonMemory memory, long station) throws DeviceException {
        var blank = new byte[memory.pageSize()];
        Arrays.fill(blank, (byte) 0xFF);
        for (int page = memory.pages() - 1; page > 0; page--) {
            if (!Arrays.equals(memory.readPage(page), blank)) {
                memory.write(page, blank);
            }
        }
        var header = Bytes.join(Bytes.of(MAGIC, LAYOUT), Bytes.littleEndian(station, 4));
        memory.write(0, new PagePacket(header, 0).bytes(0));
        return new StationLog(memory);
    }

    private static Optional<byte[]> header(ButtonMemory memory) throws DeviceException {
        return PagePacket.of(0, memory.readPage(0))
                .map(PagePacket::data)
                .filter(data -> data.length == HEADER && data[0] == MAGIC && data[1] == LAYOUT);
    }

    /// How many records fit.
    public int capacity() {
        return memory.capacity() / RECORD - first;
    }

    /// Everything, also around what was torn.
    public ReadOut readOut() throws DeviceException {
        long station = Bytes.littleEndian(header(memory).orElseThrow(() -> torn()), 2, 4);
        byte[] all = memory.read(0, memory.capacity());
        var records = new ArrayList<LogRecord>();
        var torn = new ArrayList<Integer>();
        int used = 0;
        for (int place = 0; place < capacity(); place++) {
            byte[] bytes = Bytes.slice(all, (first + place) * RECORD, RECORD);
            if (blank(bytes)) {
                continue;
            }
            used++;
            var record = record(place, bytes);
            record.ifPresent(records::add);
            if (record.isEmpty()) {
                torn.add(place + 1);
            }
        }
        return new ReadOut(station, capacity(), used, records, torn);
    }

    /// Writes a record after the last place that was ever begun.
    ///
    /// @return its place, counted from 1
    /// @throws DeviceException with CardRefused if the log is full
    public int append(LogRecord record) throws DeviceException {
        byte[] all = memory.read(0, memory.capacity());
        int place = capacity();
        while (place > 0 && blank(Bytes.slice(all, (first + place - 1) * RECORD, RECORD))) {
            place--;
        }
        if (place == capacity()) {
            throw new DeviceException(new DeviceFault.CardRefused("LogFull", 0));
        }
        int at = (first + place) * RECORD;
        int page = at / memory.pageSize();
        int from = page * memory.pageSize();
        byte[] whole = Bytes.slice(all, from, memory.pageSize());
        System.arraycopy(bytes(place, record), 0, whole, at - from, RECORD);
        memory.write(page, whole);
        return place + 1;
    }

    private static byte[] bytes(int place, LogRecord record) {
        var counted =
                Bytes.join(
                        Bytes.littleEndian(record.transaction(), 4),
                        Bytes.littleEndian(record.at().getEpochSecond(), 4),
                        Bytes.littleEndian(record.keyNumber(), 2),
                        Bytes.littleEndian(record.minor(), 3),
                        Bytes.of(record.kind().ordinal() + 1));
        return Bytes.join(counted, OneWireCrc.inverted(OneWireCrc.crc16(place + 1, counted)));
    }

    private static Optional<LogRecord> record(int place, byte[] bytes) {
        byte[] counted = Arrays.copyOf(bytes, COUNTED);
        var crc = OneWireCrc.inverted(OneWireCrc.crc16(place + 1, counted));
        int kind = (counted[COUNTED - 1] & 0xFF) - 1;
        long transaction = Bytes.littleEndian(counted, 0, 4);
        int key = (int) Bytes.littleEndian(counted, 8, 2);
        boolean whole =
                Arrays.equals(crc, Bytes.slice(bytes, COUNTED, 2))
                        && kind >= 0
                        && kind < Kind.values().length
                        && transaction > 0
                        && key > 0;
        if (!whole) {
            return Optional.empty();
        }
        return Optional.of(
                new LogRecord(
                        transaction,
                        Instant.ofEpochSecond(Bytes.littleEndian(counted, 4, 4)),
                        Kind.values()[kind],
                        key,
                        (int) Bytes.littleEndian(counted, 10, 3)));
    }

    private static boolean blank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static DeviceException torn() {
        return new DeviceException(new DeviceFault.VerifyMismatch("LogHeader"));
    }
}
