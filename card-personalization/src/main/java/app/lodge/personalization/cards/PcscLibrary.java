package app.lodge.personalization.cards;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The system's PC/SC library itself: pcsc-lite on Linux, winscard on Windows, CryptoTokenKit's on
/// macOS. Java's own binding keeps one connection for the life of the program and is deaf for ever once
/// the service was restarted; here each {@link PcscContext} has its own.
///
/// The three differ in the size of their numbers: 8 bytes for all on 64-bit Linux; 4 on macOS; 4 on
/// Windows but for handles, which are as long as pointers.
final class PcscLibrary {

    /// Property that names another library on Linux.
    private static final String OTHER = "lodge.pcsc.library";

    private static final String LINUX = "libpcsclite.so.1";
    private static final String MAC = "/System/Library/Frameworks/PCSC.framework/PCSC";
    private static final String WINDOWS = "winscard";
    private static final int ATR_UNIX = 33;
    private static final int ATR_WINDOWS = 36;

    private final NativeLibrary library;
    private final int word;
    private final int handle;

    private PcscLibrary(NativeLibrary library, int word, int handle) {
        this.library = library;
        this.word = word;
        this.handle = handle;
    }

    /// @throws PcscException with NO_SERVICE if this machine has no such library
    static PcscLibrary load() throws PcscException {
        try {
            if (Platform.isWindows()) {
                return new PcscLibrary(
                        NativeLibrary.getInstance(WINDOWS), Integer.BYTES, Native.POINTER_SIZE);
            }
            if (Platform.isMac()) {
                return new PcscLibrary(
                        NativeLibrary.getInstance(MAC), Integer.BYTES, Integer.BYTES);
            }
            return new PcscLibrary(
                    NativeLibrary.getInstance(System.getProperty(OTHER, LINUX)),
                    NativeLong.SIZE,
                    NativeLong.SIZE);
        } catch (UnsatisfiedLinkError e) {
            throw new PcscException("load", PcscException.NO_SERVICE, e);
        }
    }

    /// A number of the library's own width.
    Object number(long value) {
        return of(word, value);
    }

    Object handle(long value) {
        return of(handle, value);
    }

    private static Object of(int width, long value) {
        if (width == Long.BYTES) {
            return value;
        }
        return (int) value;
    }

    /// Where the library writes one number.
    Memory place() {
        var place = new Memory(Long.BYTES);
        place.clear();
        return place;
    }

    long numberAt(Pointer place, long offset) {
        return word == Long.BYTES
                ? place.getLong(offset)
                : Integer.toUnsignedLong(place.getInt(offset));
    }

    long handleAt(Pointer place) {
        return handle == Long.BYTES ? place.getLong(0) : Integer.toUnsignedLong(place.getInt(0));
    }

    Memory placeOf(long value) {
        var place = place();
        put(place, 0, value);
        return place;
    }

    private void put(Pointer place, long offset, long value) {
        if (word == Long.BYTES) {
            place.setLong(offset, value);
        } else {
            place.setInt(offset, (int) value);
        }
    }

    /// @throws PcscException unless it is done
    void call(String name, Object... arguments) throws PcscException {
        Object[] given =
                Arrays.stream(arguments)
                        .map(each -> each instanceof String text ? ascii(text) : each)
                        .toArray();
        Function function = library.getFunction(name);
        long status =
                word == Long.BYTES
                        ? function.invokeLong(given) & 0xFFFF_FFFFL
                        : Integer.toUnsignedLong(function.invokeInt(given));
        if (status != 0) {
            throw new PcscException(name, (int) status);
        }
    }

    static Memory ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var place = new Memory(bytes.length + 1L);
        place.write(0, bytes, 0, bytes.length);
        place.setByte(bytes.length, (byte) 0);
        return place;
    }

    /// Windows has two of each function that takes text.
    static String textual(String name) {
        return Platform.isWindows() ? name + "A" : name;
    }

    /// Texts one after the other, each ended by a zero, the last by two.
    static List<String> texts(Memory place, long length) {
        List<String> all = new ArrayList<>();
        long at = 0;
        while (at < length && place.getByte(at) != 0) {
            String text = place.getString(at, "UTF-8");
            all.add(text);
            at += text.getBytes(StandardCharsets.UTF_8).length + 1L;
        }
        return List.copyOf(all);
    }

    /// `SCARD_READERSTATE` for one reader.
    ///
    /// @param name must live as long as the state
    Memory readerState(Memory name, long current) {
        int pointers = 2 * Native.POINTER_SIZE;
        int atr = Platform.isWindows() ? ATR_WINDOWS : ATR_UNIX;
        var state = new Memory((pointers + 3L * word + atr + 7) / 8 * 8);
        state.clear();
        state.setPointer(0, name);
        put(state, pointers, current);
        return state;
    }

    /// What the library found.
    long eventOf(Memory state) {
        return numberAt(state, 2L * Native.POINTER_SIZE + word);
    }

    /// `SCARD_IO_REQUEST` for a protocol.
    Memory request(long protocol) {
        var request = new Memory(2L * word);
        put(request, 0, protocol);
        put(request, word, 2L * word);
        return request;
    }
}
