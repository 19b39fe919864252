package app.lodge.personalization.virtual.onewire;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.StationLog;
import app.lodge.personalization.ibutton.StationLog.Kind;
import app.lodge.personalization.ibutton.StationLog.LogRecord;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An adapter to try the screens with, without hardware: one key, or one station's log, that keeps what
/// was written in a file.
public final class VirtualKeys {

    /// A DS1993 to encode.
    public static final String KEY = "virtual";

    /// A DS1996 from a station, with a record that broke off.
    public static final String LOG = "virtual-log";

    private static final RomNumber KEYS_ROM =
            RomNumber.numbered(ButtonFamily.DS1993.code(), 0x0000_1234_5678L);
    private static final RomNumber LOGS_ROM =
            RomNumber.numbered(ButtonFamily.DS1996.code(), 0x02D3_A7C5L);
    private static final long STATION = 35_575;
    private static final int SAMPLES = 24;
    private static final Instant FIRST = Instant.parse("2026-10-05T06:45:00Z");

    private final Path folder;

    /// @param folder where what is written stays
    public VirtualKeys(Path folder) {
        this.folder = folder;
    }

    /// A key as it is sold.
    public static VirtualButton blank(ButtonFamily family, long serial) {
        var rom = RomNumber.numbered(family.code(), serial);
        return switch (family) {
            case DS1990A -> new VirtualButton(rom);
            case DS1992, DS1993, DS1995, DS1996 -> new MemoryButton(rom, family.capacity());
            case DS1971 -> new Ds1971Button(rom);
            case DS1972 -> new Ds1972Button(rom);
            case DS1977 -> new Ds1977Button(rom);
        };
    }

    /// @param name {@link #KEY} or {@link #LOG}
    public OneWireBus open(String name) throws DeviceException {
        boolean log = name.equals(LOG);
        var rom = log ? LOGS_ROM : KEYS_ROM;
        var family = log ? ButtonFamily.DS1996 : ButtonFamily.DS1993;
        var button = new MemoryButton(rom, family.capacity());
        var file = folder.resolve(name + "-key.bin");
        boolean kept = kept(file, button);
        var wire = new VirtualBus().lay(button);
        var bus = OneWireBus.on(new KeptLine(new VirtualKeyLine(name, wire), file, button));
        if (log && !kept) {
            sample(family, bus, button);
        }
        return bus;
    }

    private static boolean kept(Path file, MemoryButton button) {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != button.memory().length) {
                return false;
            }
            button.plant(0, bytes);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sample(ButtonFamily family, OneWireBus bus, MemoryButton button)
            throws DeviceException {
        var log = StationLog.begin(family.memory(bus, button.rom()).orElseThrow(), STATION);
        for (int n = 0; n < SAMPLES; n++) {
            var kind = n % 7 == 3 ? Kind.WITHDRAWN : n % 3 == 1 ? Kind.PAID : Kind.RELOADED;
            var at = FIRST.plus(n * 7L, ChronoUnit.HOURS).plus(n * 13L, ChronoUnit.MINUTES);
            log.append(new LogRecord(4_100L + n, at, kind, 2_524 + n % 5, 500 + 250 * (n % 9)));
        }
        byte[] broken = {0x17, 0x10, 0, 0};
        button.plant((2 + SAMPLES) * 16, broken);
    }
}
