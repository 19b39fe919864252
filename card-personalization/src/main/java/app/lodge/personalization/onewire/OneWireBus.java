package app.lodge.personalization.onewire;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The bus behind one adapter: who is on it, and talking to one of them (Book of iButton Standards §5,
/// KEY-25). Not for several threads at once: one bus is one job's.
public final class OneWireBus implements AutoCloseable {

    private static final int SEARCH_ROM = 0xF0;
    private static final int MATCH_ROM = 0x55;
    private static final int OVERDRIVE_MATCH_ROM = 0x69;

    /// The chip in USB adapters that says which adapter it is.
    private static final int ADAPTERS_OWN_FAMILY = 0x81;

    private static final int ROM_BITS = 64;
    private static final int PASSES = 3;
    private static final int MOST = 256;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Ds2480b chip;
    private final SerialLine line;
    private Optional<RomNumber> overdriven = Optional.empty();

    private OneWireBus(Ds2480b chip, SerialLine line) {
        this.chip = chip;
        this.line = line;
    }

    /// @throws DeviceException with NoReader if the port does not open, with NoAnswer if no DS2480B is
    ///     behind it
    public static OneWireBus open(String port) throws DeviceException {
        return on(PortLine.open(port));
    }

    /// @param line closed with the bus
    public static OneWireBus on(SerialLine line) throws DeviceException {
        return new OneWireBus(Ds2480b.on(line), line);
    }

    public String name() {
        return chip.name();
    }

    /// Serial side of the adapter; 9600 after opening.
    public void lineRate(LineRate rate) throws DeviceException {
        chip.lineRate(rate);
    }

    /// Every key on the bus, in the order of the search; a key that comes or goes meanwhile may be
    /// missing.
    ///
    /// @throws DeviceException with ShortCircuit if the contacts touch
    public List<RomNumber> search() throws DeviceException {
        regular();
        var found = new ArrayList<RomNumber>();
        var path = new SearchPath();
        while (found.size() < MOST) {
            if (!present()) {
                return List.of();
            }
            var rom = pass(path);
            if (rom.isEmpty()) {
                return List.copyOf(found);
            }
            if (rom.get().family() != ADAPTERS_OWN_FAMILY && !found.contains(rom.get())) {
                found.add(rom.get());
            }
            if (path.last()) {
                return List.copyOf(found);
            }
            path = path.next();
        }
        return List.copyOf(found);
    }

    /// One way down the tree; noise is outlived by going again.
    private Optional<RomNumber> pass(SearchPath path) throws DeviceException {
        for (int attempt = 0; attempt < PASSES; attempt++) {
            if (attempt > 0 && !present()) {
                return Optional.empty();
            }
            chip.touch(Bytes.of(SEARCH_ROM));
            path.take(chip.searchPass(path.wanted()));
            var rom = RomNumber.of(path.rom());
            if (rom.isPresent()) {
                return rom;
            }
        }
        return Optional.empty();
    }

    /// Waits for keys.
    ///
    /// @throws DeviceException with NoCard if none came
    public List<RomNumber> await(Duration wait) throws DeviceException {
        long deadline = System.nanoTime() + wait.toNanos();
        do {
            var found = search();
            if (!found.isEmpty()) {
                return found;
            }
            line.settle(BETWEEN_LOOKS);
        } while (System.nanoTime() < deadline);
        throw new DeviceException(new DeviceFault.NoCard(name(), wait));
    }

    /// Speaks to one key at about ten times the speed from here on, as long as it answers so.
    ///
    /// @return whether it did; if not, everything stays as it was
    public boolean overdrive(RomNumber rom) throws DeviceException {
        regular();
        if (!present()) {
            throw removed();
        }
        chip.touch(Bytes.of(OVERDRIVE_MATCH_ROM));
        chip.busSpeed(BusSpeed.OVERDRIVE);
        chip.touch(rom.bytes());
        overdriven = Optional.of(rom);
        if (present()) {
            return true;
        }
        regular();
        return false;
    }

    private void regular() throws DeviceException {
        overdriven = Optional.empty();
        if (chip.busSpeed() != BusSpeed.FLEXIBLE) {
            chip.busSpeed(BusSpeed.FLEXIBLE);
        }
    }

    /// Resets the bus and addresses one key: what follows is for it alone.
    ///
    /// @throws DeviceException with CardRemoved, ShortCircuit
    public void select(RomNumber rom) throws DeviceException {
        boolean other = overdriven.isPresent() && !overdriven.get().equals(rom);
        if (other) {
            regular();
        }
        if (!present()) {
            throw removed();
        }
        chip.touch(Bytes.join(Bytes.of(MATCH_ROM), rom.bytes()));
    }

    /// @return whether anybody is on the bus
    private boolean present() throws DeviceException {
        return switch (chip.reset()) {
            case PRESENT, ALARM -> true;
            case NOBODY -> false;
            case SHORT -> throw new DeviceException(new DeviceFault.ShortCircuit(name()));
        };
    }

    /// @return what was heard while the bytes went out
    public byte[] touch(byte[] bytes) throws DeviceException {
        return chip.touch(bytes);
    }

    public byte[] read(int count) throws DeviceException {
        var ones = new byte[count];
        Arrays.fill(ones, (byte) 0xFF);
        return chip.touch(ones);
    }

    /// Sends the last byte of a command whose work costs the part more power than the bus gives.
    public int touchAndFeed(int value) throws DeviceException {
        return chip.touchAndFeed(value);
    }

    public DeviceException removed() {
        return new DeviceException(new DeviceFault.CardRemoved(name()));
    }

    @Override
    public void close() {
        chip.close();
    }

    /// The tree of ROM numbers as far as it was walked.
    private static final class SearchPath {

        private final boolean[] wanted = new boolean[ROM_BITS];
        private final boolean[] taken = new boolean[ROM_BITS];
        private final boolean[] conflict = new boolean[ROM_BITS];

        byte[] wanted() {
            var sixteen = new byte[ROM_BITS / 4];
            for (int n = 0; n < ROM_BITS; n++) {
                if (wanted[n]) {
                    sixteen[n / 4] |= (byte) (2 << 2 * (n % 4));
                }
            }
            return sixteen;
        }

        void take(byte[] heard) {
            for (int n = 0; n < ROM_BITS; n++) {
                int pair = heard[n / 4] >>> 2 * (n % 4);
                conflict[n] = (pair & 1) != 0;
                taken[n] = (pair & 2) != 0;
            }
        }

        byte[] rom() {
            var rom = new byte[RomNumber.LENGTH];
            for (int n = 0; n < ROM_BITS; n++) {
                if (taken[n]) {
                    rom[n / 8] |= (byte) (1 << n % 8);
                }
            }
            return rom;
        }

        boolean last() {
            return fork() < 0;
        }

        /// The last place where keys differed and the branch of the zeros was taken.
        private int fork() {
            for (int n = ROM_BITS - 1; n >= 0; n--) {
                if (conflict[n] && !taken[n]) {
                    return n;
                }
            }
            return -1;
        }

        SearchPath next() {
            var next = new SearchPath();
            int fork = fork();
            System.arraycopy(taken, 0, next.wanted, 0, fork);
            next.wanted[fork] = true;
            return next;
        }
    }
}
