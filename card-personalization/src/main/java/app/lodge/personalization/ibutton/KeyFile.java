package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.ibutton.ButtonFiles.Entry;
import app.lodge.personalization.onewire.RomNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Lodge's file on a contact key (`docs/ibutton.md`, KEY-25): two files of one page, `LODG.0` and
/// `LODG.1`, that are written in turn. A writing that breaks off spoils the older one only; the newest
/// whole one counts. A DS1971 has one page and so one generation: torn, it says so and is written anew.
public final class KeyFile {

    private static final int MAGIC = 0x4C;
    private static final int LAYOUT = 1;
    private static final int SEAL = 8;
    private static final int CONTENT = 16;
    private static final int SEALED = 3 + CONTENT;
    private static final int LENGTH = SEALED + SEAL;
    private static final String NAME = "LODG";

    private final ButtonMemory memory;
    private final RomNumber rom;
    private final KeySeal seal;
    private final ButtonFiles files;

    public KeyFile(ButtonMemory memory, RomNumber rom, KeySeal seal) {
        this.memory = memory;
        this.rom = rom;
        this.seal = seal;
        this.files = new ButtonFiles(memory);
    }

    /// Changes nothing.
    public KeyContents look() throws DeviceException {
        var generations = new ArrayList<Generation>();
        for (int page : pages()) {
            generations.add(generation(page));
        }
        var newest = newest(generations);
        if (newest.isPresent()) {
            boolean torn = generations.stream().anyMatch(each -> each.state == State.BROKEN);
            return new KeyContents.Lodge(newest.get().record(), newest.get().version(), torn);
        }
        if (generations.stream().anyMatch(each -> each.state == State.FORGED)) {
            return new KeyContents.Forged();
        }
        return withoutRecord(generations);
    }

    private KeyContents withoutRecord(List<Generation> generations) throws DeviceException {
        if (!single()) {
            var listed = files.list();
            if (listed.isPresent()) {
                var others = others();
                if (!others.isEmpty()) {
                    return new KeyContents.Others(others);
                }
                return listed.get().isEmpty() ? new KeyContents.Blank() : new KeyContents.Torn();
            }
            if (StationLog.begunOn(memory)) {
                return new KeyContents.Log();
            }
            if (!emptyFrom(lastOwn() + 1)) {
                return new KeyContents.Data();
            }
        }
        boolean nothing =
                generations.stream().allMatch(each -> each.state == State.EMPTY)
                        && (single() || empty(memory.readPage(0)));
        return nothing ? new KeyContents.Blank() : new KeyContents.Torn();
    }

    /// Writes the record as the newest and reads it back. What was there before stays good until the
    /// new one is whole.
    ///
    /// @return as it stands on the key, with its generation
    /// @throws DeviceException with CardRefused if something of somebody else's stands on the key; with
    ///     CardRemoved, VerifyMismatch
    public KeyRecord write(KeyRecord wanted) throws DeviceException {
        switch (look()) {
            case KeyContents.Others _, KeyContents.Data _, KeyContents.Log _ -> throw inUse();
            case KeyContents.NumberOnly _ ->
                    throw new DeviceException(new DeviceFault.UnknownCard(rom.hex()));
            case KeyContents.Blank _,
                    KeyContents.Lodge _,
                    KeyContents.Torn _,
                    KeyContents.Forged _ -> {
                // Ours to write.
            }
        }
        return store(wanted);
    }

    /// Writes whatever stands there: what is on the key is lost.
    public KeyRecord overwrite(KeyRecord wanted) throws DeviceException {
        if (!single()) {
            files.format();
        }
        return store(wanted);
    }

    private KeyRecord store(KeyRecord wanted) throws DeviceException {
        var generations = new ArrayList<Generation>();
        for (int page : pages()) {
            generations.add(generation(page));
        }
        boolean naming = !single() && !named();
        if (naming && !others().isEmpty()) {
            throw inUse();
        }
        var newest = newest(generations);
        var record = newest.map(each -> wanted.following(each.record())).orElse(wanted);
        int page =
                generations.stream()
                        .filter(each -> newest.isEmpty() || each.page != newest.get().page())
                        .findFirst()
                        .orElse(generations.getFirst())
                        .page;
        memory.write(page, packed(page, record));
        if (naming) {
            files.name(entries());
        }
        if (look() instanceof KeyContents.Lodge(var stands, var _, var _)
                && stands.equals(record)) {
            return stands;
        }
        throw new DeviceException(new DeviceFault.VerifyMismatch(NAME));
    }

    private boolean single() {
        return memory.pages() == 1;
    }

    private List<Integer> pages() {
        return single() ? List.of(0) : List.of(files.firstFree(), files.firstFree() + 1);
    }

    private int lastOwn() {
        return pages().getLast();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (int page : pages()) {
            entries.add(new Entry(NAME, page - files.firstFree(), false, page, 1));
        }
        return entries;
    }

    private List<String> others() throws DeviceException {
        return files.list().orElse(List.of()).stream()
                .filter(entry -> !entry.name().equals(NAME))
                .map(Entry::title)
                .toList();
    }

    private static DeviceException inUse() {
        return new DeviceException(new DeviceFault.CardRefused("KeyInUse", 0));
    }

    private boolean named() throws DeviceException {
        return files.list().map(listed -> listed.containsAll(entries())).orElse(false);
    }

    private enum State {
        EMPTY,
        BROKEN,
        FORGED,
        GOOD
    }

    private record Sealed(int page, KeyRecord record, int version) {}

    /// What one of the two pages holds.
    private record Generation(int page, State state, Optional<Sealed> sealed) {}

    private static Optional<Sealed> newest(List<Generation> generations) {
        return generations.stream()
                .flatMap(each -> each.sealed.stream())
                .reduce((a, b) -> b.record().newerThan(a.record()) ? b : a);
    }

    private Generation generation(int page) throws DeviceException {
        byte[] bytes = memory.readPage(page);
        if (empty(bytes)) {
            return new Generation(page, State.EMPTY, Optional.empty());
        }
        var data = unpacked(page, bytes);
        if (data.isEmpty() || data.get()[0] != MAGIC || data.get()[1] != LAYOUT) {
            return new Generation(page, State.BROKEN, Optional.empty());
        }
        byte[] whole = data.get();
        int version = whole[2] & 0xFF;
        byte[] sealed = Arrays.copyOf(whole, SEALED);
        boolean ours =
                version > 0
                        && Arrays.equals(
                                seal.over(rom, version, sealed), Bytes.slice(whole, SEALED, SEAL));
        if (!ours) {
            return new Generation(page, State.FORGED, Optional.empty());
        }
        return new Generation(
                page,
                State.GOOD,
                Optional.of(
                        new Sealed(
                                page,
                                new KeyRecord(
                                        (int) Bytes.littleEndian(whole, 3, 2),
                                        (int) Bytes.littleEndian(whole, 5, 2),
                                        (int) Bytes.littleEndian(whole, 7, 4),
                                        (int) Bytes.littleEndian(whole, 11, 4),
                                        (int) Bytes.littleEndian(whole, 15, 4)),
                                version)));
    }

    private static Optional<byte[]> unpacked(int page, byte[] bytes) {
        return PagePacket.of(page, bytes)
                .map(PagePacket::data)
                .filter(data -> data.length == LENGTH);
    }

    private byte[] packed(int page, KeyRecord record) {
        int version = seal.version();
        var sealed = Bytes.join(Bytes.of(MAGIC, LAYOUT, version), record.bytes());
        var data = Bytes.join(sealed, seal.over(rom, version, sealed));
        return new PagePacket(data, 0).bytes(page);
    }

    private boolean emptyFrom(int page) throws DeviceException {
        int from = page * memory.pageSize();
        return from >= memory.capacity() || empty(memory.read(from, memory.capacity() - from));
    }

    private static boolean empty(byte[] bytes) {
        byte first = bytes[0];
        if (first != 0 && first != (byte) 0xFF) {
            return false;
        }
        for (byte each : bytes) {
            if (each != first) {
                return false;
            }
        }
        return true;
    }
}
