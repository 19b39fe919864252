package app.lodge.personalization.virtual.onewire;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.util.Arrays;

/// A serial port that is not there: the end that an emulator holds (Linux). The other end has a name
/// that any program opens.
public final class PseudoTerminal implements AutoCloseable {

    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NAME_LENGTH = 64;
    private static final int TERMIOS_LENGTH = 60;
    private static final int CONTROL_FLAGS = 8;
    private static final int SPEED_BITS = 0x100F;
    private static final short READABLE = 1;
    private static final int POLL_MILLIS = 100;

    /// The C library's part that this takes.
    interface Terminal extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        int ptsname_r(int fd, byte[] name, NativeLong length);

        int open(String path, int flags);

        int close(int fd);

        NativeLong read(int fd, byte[] bytes, NativeLong length);

        NativeLong write(int fd, byte[] bytes, NativeLong length);

        int tcgetattr(int fd, Memory termios);

        int tcsetattr(int fd, int when, Memory termios);

        void cfmakeraw(Memory termios);

        int poll(Memory descriptors, NativeLong count, int millis);
    }

    private final Terminal system;
    private final int master;

    /// Kept open: without anybody at the other end the master would read errors.
    private final int slave;

    private final String name;

    private PseudoTerminal(Terminal system, int master, int slave, String name) {
        this.system = system;
        this.master = master;
        this.slave = slave;
        this.name = name;
    }

    /// @throws IOException if this system has none
    public static PseudoTerminal open() throws IOException {
        Terminal system;
        try {
            system = Native.load("c", Terminal.class);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("This system has no pseudo-terminals", e);
        }
        int master = system.posix_openpt(READ_WRITE | NO_CONTROLLING_TERMINAL);
        var name = new byte[NAME_LENGTH];
        boolean made =
                master >= 0
                        && system.grantpt(master) == 0
                        && system.unlockpt(master) == 0
                        && system.ptsname_r(master, name, new NativeLong(NAME_LENGTH)) == 0;
        if (!made) {
            throw new IOException("No pseudo-terminal could be made");
        }
        var path = Native.toString(name);
        int slave = system.open(path, READ_WRITE | NO_CONTROLLING_TERMINAL);
        if (slave < 0) {
            system.close(master);
            throw new IOException("%s does not open".formatted(path));
        }
        var terminal = new PseudoTerminal(system, master, slave, path);
        terminal.raw();
        return terminal;
    }

    private void raw() {
        try (var termios = new Memory(TERMIOS_LENGTH)) {
            system.tcgetattr(slave, termios);
            system.cfmakeraw(termios);
            system.tcsetattr(slave, 0, termios);
        }
    }

    /// `/dev/pts/7`.
    public String name() {
        return name;
    }

    /// What the other end set, or 0 if it is none of those that the chip has.
    int bitsPerSecond() {
        try (var termios = new Memory(TERMIOS_LENGTH)) {
            system.tcgetattr(master, termios);
            return switch (termios.getInt(CONTROL_FLAGS) & SPEED_BITS) {
                case 0x000D -> 9600;
                case 0x000E -> 19_200;
                case 0x1001 -> 57_600;
                case 0x1002 -> 115_200;
                default -> 0;
            };
        }
    }

    /// @return what came in within a tenth of a second, empty if nothing
    byte[] read() throws IOException {
        try (var waiting = new Memory(8)) {
            waiting.setInt(0, master);
            waiting.setShort(4, READABLE);
            waiting.setShort(6, (short) 0);
            if (system.poll(waiting, new NativeLong(1), POLL_MILLIS) <= 0) {
                return new byte[0];
            }
        }
        var bytes = new byte[1024];
        int got = system.read(master, bytes, new NativeLong(bytes.length)).intValue();
        if (got < 0) {
            throw new IOException("%s is gone".formatted(name));
        }
        return Arrays.copyOf(bytes, got);
    }

    public void write(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            var rest = Arrays.copyOfRange(bytes, at, bytes.length);
            int done = system.write(master, rest, new NativeLong(rest.length)).intValue();
            if (done <= 0) {
                throw new IOException("%s is gone".formatted(name));
            }
            at += done;
        }
    }

    @Override
    public void close() {
        system.close(slave);
        system.close(master);
    }
}
