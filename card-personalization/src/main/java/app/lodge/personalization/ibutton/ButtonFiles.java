package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The file structure that 1-Wire programs share (TMEX; Book of iButton Standards §7, Maxim application
/// note 114): a directory from page 0, a map of used pages, files as chains of page packets. Files of
/// the root directory are read and written; directories below it are listed and left alone.
///
/// A file is written to pages that nobody uses, then the directory's one page names them: torn off in
/// between, the old file is still the one that counts.
public final class ButtonFiles {

    private static final int ROOT = 0;
    private static final int DIRECTORY = 0x7F;

    /// Pages whose map fits the directory's control bytes.
    private static final int LOCAL_PAGES = 32;

    /// Page numbers are one byte.
    private static final int MOST_PAGES = 256;

    private final ButtonMemory memory;
    private final int pages;
    private final int perPage;

    public ButtonFiles(ButtonMemory memory) {
        this.memory = memory;
        this.pages = Math.min(memory.pages(), MOST_PAGES);
        this.perPage = memory.pageSize() - PagePacket.OVERHEAD;
    }

    /// A line of the directory.
    ///
    /// @param name up to four capital letters or digits
    /// @param extension 0 to 99; 127 for a directory
    /// @param start its first page
    /// @param pages how many
    public record Entry(String name, int extension, boolean readOnly, int start, int pages) {

        public boolean directory() {
            return extension == DIRECTORY;
        }

        /// `CARD.0`; a directory's name bare.
        public String title() {
            return directory() ? name : name + "." + extension;
        }

        private byte[] bytes() {
            var padded = String.format(Locale.ROOT, "%-4s", name);
            return Bytes.join(
                    padded.getBytes(StandardCharsets.US_ASCII),
                    Bytes.of(extension | (readOnly ? ButtonDirectory.READ_ONLY : 0), start, pages));
        }
    }

    /// Where files begin on a key that was just formatted: after directory and map.
    public int firstFree() {
        return 1 + mapPages();
    }

    private int mapPages() {
        return pages <= LOCAL_PAGES ? 0 : ((pages + 7) / 8 + perPage - 1) / perPage;
    }

    /// @return empty if there is no directory that holds together
    public Optional<List<Entry>> list() throws DeviceException {
        return directory().map(ButtonDirectory::entries);
    }

    /// Makes an empty directory; whatever stood there is lost. The map comes first, so that a directory
    /// never points to none.
    public void format() throws DeviceException {
        var used = new BitSet(pages);
        used.set(0, firstFree());
        write(new ButtonDirectory(control(used), List.of(), List.of(ROOT)), used);
    }

    /// @return empty if there is no such file, or no directory
    /// @throws DeviceException with VerifyMismatch naming the file if it was torn
    public Optional<byte[]> read(String title) throws DeviceException {
        var directory = directory();
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        for (var entry : directory.get().entries()) {
            if (!entry.directory() && entry.title().equals(title)) {
                return Optional.of(chain(entry.start()).orElseThrow(() -> torn(title)).data());
            }
        }
        return Optional.empty();
    }

    /// Makes or replaces a file of the root directory.
    ///
    /// @param title up to four capital letters or digits, a dot, 0 to 99
    /// @throws DeviceException with CardRefused if the key is full or has no directory
    public void write(String title, byte[] data) throws DeviceException {
        var named = named(title);
        var directory = directory().orElseThrow(() -> refused("FindDirectory"));
        var used = used(directory);
        int needed = Math.max(1, (data.length + perPage - 1) / perPage);
        var free = free(used, needed);
        store(data, free);
        var entries = new ArrayList<Entry>();
        for (var entry : directory.entries()) {
            if (entry.title().equals(title)) {
                release(entry, used);
            } else {
                entries.add(entry);
            }
        }
        free.forEach(used::set);
        entries.add(
                new Entry(named.name(), named.extension(), false, free.getFirst(), free.size()));
        write(new ButtonDirectory(control(used), entries, directory.chain()), used);
    }

    /// Takes a file of the root directory away, so that its pages are free.
    public void remove(String title) throws DeviceException {
        var directory = directory().orElseThrow(() -> refused("FindDirectory"));
        var used = used(directory);
        var entries = new ArrayList<Entry>();
        for (var entry : directory.entries()) {
            if (entry.title().equals(title)) {
                release(entry, used);
            } else {
                entries.add(entry);
            }
        }
        write(new ButtonDirectory(control(used), entries, directory.chain()), used);
    }

    /// Puts a file of one page at a page of its own; for files that are later rewritten in place.
    void name(List<Entry> entries) throws DeviceException {
        var used = new BitSet(pages);
        used.set(0, firstFree());
        entries.forEach(entry -> used.set(entry.start(), entry.start() + entry.pages()));
        write(new ButtonDirectory(control(used), entries, List.of(ROOT)), used);
    }

    private static Entry named(String title) {
        if (!title.matches("[A-Z0-9]{1,4}\\.[0-9]{1,2}")) {
            throw new IllegalArgumentException(
                    "File '%s' is not named like CARD.0".formatted(title));
        }
        int dot = title.indexOf('.');
        int extension = Integer.parseInt(title.substring(dot + 1));
        return new Entry(title.substring(0, dot), extension, false, 0, 0);
    }

    private List<Integer> free(BitSet used, int needed) throws DeviceException {
        var free = new ArrayList<Integer>();
        for (int page = 1; page < pages && free.size() < needed; page++) {
            if (!used.get(page)) {
                free.add(page);
            }
        }
        if (free.size() < needed) {
            throw refused("AllocatePages");
        }
        return free;
    }

    private void store(byte[] data, List<Integer> free) throws DeviceException {
        for (int i = free.size() - 1; i >= 0; i--) {
            int from = i * perPage;
            byte[] part = Bytes.slice(data, from, Math.min(perPage, data.length - from));
            int next = i + 1 < free.size() ? free.get(i + 1) : 0;
            memory.write(free.get(i), new PagePacket(part, next).bytes(free.get(i)));
        }
    }

    private void release(Entry entry, BitSet used) throws DeviceException {
        chain(entry.start()).ifPresent(chain -> chain.pages().forEach(used::clear));
    }

    private record Chain(byte[] data, List<Integer> pages) {}

    private Optional<ButtonDirectory> directory() throws DeviceException {
        var chain = chain(ROOT);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        return ButtonDirectory.of(chain.get().data(), chain.get().pages());
    }

    private Optional<Chain> chain(int start) throws DeviceException {
        var data = new ByteArrayOutputStream();
        var chained = new ArrayList<Integer>();
        int page = start;
        do {
            if (page >= pages || chained.contains(page)) {
                return Optional.empty();
            }
            var packet = PagePacket.of(page, memory.readPage(page));
            if (packet.isEmpty()) {
                return Optional.empty();
            }
            chained.add(page);
            data.writeBytes(packet.get().data());
            page = packet.get().next();
        } while (page != 0);
        return Optional.of(new Chain(data.toByteArray(), List.copyOf(chained)));
    }

    /// Pages that somebody has: by the map, and by what the directory names in case the map is behind.
    private BitSet used(ButtonDirectory directory) throws DeviceException {
        var used = new BitSet(pages);
        if (directory.localMap()) {
            used.or(BitSet.valueOf(Bytes.slice(directory.control(), 3, 4)));
        } else {
            chain(directory.mapStart()).ifPresent(map -> used.or(BitSet.valueOf(map.data())));
        }
        used.set(0, firstFree());
        directory.chain().forEach(used::set);
        for (var entry : directory.entries()) {
            chain(entry.start()).ifPresent(chain -> chain.pages().forEach(used::set));
        }
        return used;
    }

    private byte[] control(BitSet used) {
        if (pages <= LOCAL_PAGES) {
            byte[] map = Arrays.copyOf(used.toByteArray(), 4);
            return Bytes.join(Bytes.of(ButtonDirectory.MARK, 0, ButtonDirectory.LOCAL_MAP), map);
        }
        return Bytes.of(ButtonDirectory.MARK, 0, 0, 0, 0, 1, mapPages());
    }

    private void write(ButtonDirectory directory, BitSet used) throws DeviceException {
        if (pages > LOCAL_PAGES) {
            var map = Arrays.copyOf(used.toByteArray(), (pages + 7) / 8);
            var where = new ArrayList<Integer>();
            for (int page = 1; page <= mapPages(); page++) {
                where.add(page);
            }
            store(map, where);
        }
        var data = new ByteArrayOutputStream();
        data.writeBytes(directory.control());
        directory.entries().forEach(entry -> data.writeBytes(entry.bytes()));
        var where = new ArrayList<>(directory.chain());
        int needed = Math.max(1, (data.size() + perPage - 1) / perPage);
        while (where.size() > needed) {
            where.removeLast();
        }
        if (where.size() < needed) {
            where.addAll(free(used, needed - where.size()));
            where.forEach(used::set);
            write(new ButtonDirectory(control(used), directory.entries(), where), used);
            return;
        }
        store(data.toByteArray(), where);
    }

    private static DeviceException torn(String title) {
        return new DeviceException(new DeviceFault.VerifyMismatch(title));
    }

    private static DeviceException refused(String command) {
        return new DeviceException(new DeviceFault.CardRefused(command, 0));
    }
}
