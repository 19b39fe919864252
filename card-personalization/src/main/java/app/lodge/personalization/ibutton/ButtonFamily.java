package app.lodge.personalization.ibutton;

import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.util.Arrays;
import java.util.Optional;

/// Families of contact keys; the family code in the ROM number decides what a key can hold (KEY-25,
/// Book of iButton Standards, appendix of family codes).
public enum ButtonFamily {
    DS1990A(0x01, 0, 0),
    DS1992(0x08, 128, 32),
    DS1993(0x06, 512, 32),
    DS1995(0x0A, 2048, 32),
    DS1996(0x0C, 8192, 32),
    DS1971(0x14, 32, 32),
    DS1972(0x2D, 128, 32),
    DS1977(0x37, 32_704, 64);

    private final int code;
    private final int capacity;
    private final int pageSize;

    ButtonFamily(int code, int capacity, int pageSize) {
        this.code = code;
        this.capacity = capacity;
        this.pageSize = pageSize;
    }

    public static Optional<ButtonFamily> of(RomNumber rom) {
        return Arrays.stream(values()).filter(family -> family.code == rom.family()).findFirst();
    }

    /// First byte of the ROM number.
    public int code() {
        return code;
    }

    /// Bytes for data; 0 if the key is a number and nothing else.
    public int capacity() {
        return capacity;
    }

    /// Bytes of a page; 0 without memory.
    public int pageSize() {
        return pageSize;
    }

    public boolean holdsData() {
        return capacity > 0;
    }

    /// The key's memory.
    ///
    /// @return empty if it has none
    public Optional<ButtonMemory> memory(OneWireBus bus, RomNumber rom) {
        return switch (this) {
            case DS1990A -> Optional.empty();
            case DS1992, DS1993, DS1995, DS1996 ->
                    Optional.of(new ScratchpadMemory(bus, rom, capacity));
            case DS1971 -> Optional.of(new Ds1971Memory(bus, rom));
            case DS1972 -> Optional.of(new Ds1972Memory(bus, rom));
            case DS1977 -> Optional.of(Ds1977Memory.open(bus, rom));
        };
    }
}
