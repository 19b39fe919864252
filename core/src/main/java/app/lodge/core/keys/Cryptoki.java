package app.lodge.core.keys;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A PKCS#11 library (OASIS PKCS #11 v2.40) by the platform's own calling convention: functions by name,
/// numbers as `CK_ULONG`. Windows has 4-byte numbers and packed structures, all others 8 bytes. A library
/// is loaded and initialised once in a process, as the standard wants it, and stays.
final class Cryptoki {

    static final long ALREADY_INITIALIZED = 0x191;

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    static final ValueLayout NUMBER = WINDOWS ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
    private static final Map<Path, Cryptoki> LOADED = new ConcurrentHashMap<>();

    private final SymbolLookup library;
    private final Map<String, MethodHandle> functions = new ConcurrentHashMap<>();

    private Cryptoki(Path path) {
        library = SymbolLookup.libraryLookup(path, Arena.global());
    }

    /// @throws IllegalArgumentException if the file is no library that this process can load
    /// @throws Failed if it does not initialise
    static Cryptoki of(Path path) throws Failed {
        var known = LOADED.get(path);
        if (known != null) {
            return known;
        }
        var fresh = new Cryptoki(path);
        try {
            fresh.call("C_Initialize", MemorySegment.NULL);
        } catch (Failed e) {
            if (e.code != ALREADY_INITIALIZED) {
                throw e;
            }
        }
        LOADED.put(path, fresh);
        return fresh;
    }

    /// Ends every session and looks for tokens anew.
    void restart() throws Failed {
        call("C_Finalize", MemorySegment.NULL);
        call("C_Initialize", MemorySegment.NULL);
    }

    /// The library's answer was not CKR_OK.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        final long code;

        Failed(String function, long code) {
            super("%s: CKR 0x%X".formatted(function, code));
            this.code = code;
        }
    }

    /// @param arguments numbers (`Long`), single bytes (`Byte`) and addresses (`MemorySegment`)
    void call(String function, Object... arguments) throws Failed {
        var handle = functions.computeIfAbsent(function, name -> handle(name, arguments));
        var given = new Object[arguments.length];
        for (int i = 0; i < given.length; i++) {
            given[i] =
                    arguments[i] instanceof Long number && WINDOWS
                            ? number.intValue()
                            : arguments[i];
        }
        long code;
        try {
            code = ((Number) handle.invokeWithArguments(given)).longValue();
        } catch (Throwable e) {
            // A method handle declares Throwable; the library itself throws nothing, it answers a
            // code.
            throw new IllegalStateException(function + " could not be called", e);
        }
        if (code != 0) {
            throw new Failed(function, code);
        }
    }

    private MethodHandle handle(String name, Object... arguments) {
        var layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] =
                    switch (arguments[i]) {
                        case Long _ -> NUMBER;
                        case Byte _ -> ValueLayout.JAVA_BYTE;
                        case MemorySegment _ -> ValueLayout.ADDRESS;
                        default -> throw new IllegalArgumentException(name + ": argument " + i);
                    };
        }
        var address =
                library.find(name)
                        .orElseThrow(
                                () -> new IllegalArgumentException("The library has no " + name));
        return Linker.nativeLinker()
                .downcallHandle(address, FunctionDescriptor.of(NUMBER, layouts));
    }

    static MemorySegment number(Arena arena, long value) {
        return numbers(arena, value);
    }

    static MemorySegment numbers(Arena arena, long... values) {
        var memory = arena.allocate(values.length * NUMBER.byteSize(), 8);
        for (int i = 0; i < values.length; i++) {
            put(memory, i * NUMBER.byteSize(), values[i]);
        }
        return memory;
    }

    static long read(MemorySegment memory, int index) {
        long at = index * NUMBER.byteSize();
        return WINDOWS
                ? memory.get(ValueLayout.JAVA_INT_UNALIGNED, at)
                : memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }

    /// A CK_MECHANISM without parameter.
    static MemorySegment mechanism(Arena arena, long mechanism) {
        return triple(arena, new Triple(mechanism, MemorySegment.NULL, 0));
    }

    /// A number, an address and a length: CK_MECHANISM and CK_ATTRIBUTE are both of this form.
    record Triple(long type, MemorySegment value, long length) {}

    static MemorySegment triple(Arena arena, Triple... triples) {
        long number = NUMBER.byteSize();
        long size = 2 * number + 8;
        var memory = arena.allocate(triples.length * size, 8);
        for (int i = 0; i < triples.length; i++) {
            put(memory, i * size, triples[i].type());
            memory.set(ValueLayout.ADDRESS_UNALIGNED, i * size + number, triples[i].value());
            put(memory, i * size + number + 8, triples[i].length());
        }
        return memory;
    }

    private static void put(MemorySegment memory, long at, long value) {
        if (WINDOWS) {
            memory.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) value);
        } else {
            memory.set(ValueLayout.JAVA_LONG_UNALIGNED, at, value);
        }
    }
}
