package app.lodge.personalization.ultralight;

import java.util.Optional;

/// The Ultralight family by its memory. All have seven-byte UIDs in pages 0 to 2, lock bits in page 2,
/// one-time bits in page 3, and data from page 4.
///
/// @see <a href="https://www.nxp.com/docs/en/data-sheet/NTAG213_215_216.pdf">NTAG213_215_216</a>
public enum UltralightType {
    ULTRALIGHT("MIFARE Ultralight", 16, 15, 0, 0, 0, 0),
    ULTRALIGHT_C("MIFARE Ultralight C", 48, 39, 0, 0, 0, 0),
    ULTRALIGHT_EV1_11("MIFARE Ultralight EV1", 20, 15, 3, 0x0B, 0, 0x10),
    ULTRALIGHT_EV1_21("MIFARE Ultralight EV1", 41, 35, 3, 0x0E, 0, 0x25),
    NTAG213("NTAG213", 45, 39, 4, 0x0F, 0x12, 0x29),
    NTAG215("NTAG215", 135, 129, 4, 0x11, 0x3E, 0x83),
    NTAG216("NTAG216", 231, 225, 4, 0x13, 0x6D, 0xE3);

    /// Bytes of a page.
    public static final int PAGE = 4;

    /// The first page that is free for data.
    public static final int FIRST_DATA = 4;

    private static final int NTAG = 4;
    private static final int VERSION = 8;
    private static final int PRODUCT_AT = 2;
    private static final int SIZE_AT = 6;

    private final String title;
    private final int pages;
    private final int lastData;
    private final int product;
    private final int storage;
    private final int container;
    private final int configuration;

    UltralightType(
            String title,
            int pages,
            int lastData,
            int product,
            int storage,
            int container,
            int configuration) {
        this.title = title;
        this.pages = pages;
        this.lastData = lastData;
        this.product = product;
        this.storage = storage;
        this.container = container;
        this.configuration = configuration;
    }

    /// The maker's name.
    public String title() {
        return title;
    }

    public int pages() {
        return pages;
    }

    /// The last page that is free for data.
    public int lastData() {
        return lastData;
    }

    /// Bytes free for data.
    public int capacity() {
        return (lastData - FIRST_DATA + 1) * PAGE;
    }

    /// Whether the chip tells its version (command 60).
    public boolean tellsVersion() {
        return product != 0;
    }

    /// Product type in the version, 3 for Ultralight and 4 for NTAG.
    public int product() {
        return product;
    }

    /// Storage size in the version.
    public int storage() {
        return storage;
    }

    /// Size in eights of bytes as the capability container of a new NTAG has it, 0 for the others.
    public int container() {
        return container;
    }

    /// Whether a password can guard it (command 1B).
    public boolean hasPassword() {
        return configuration != 0;
    }

    /// The first of its two pages of settings; password and acknowledgement follow them.
    public int configuration() {
        return configuration;
    }

    /// The page that says where guarded pages begin; how they are guarded stands in the next.
    public int guardPage() {
        return this == ULTRALIGHT_C ? 42 : configuration;
    }

    /// The password's page; its acknowledgement is in the next.
    public int passwordPage() {
        return configuration + 2;
    }

    /// How many counters it has that only go up: three of Ultralight EV1, NTAG's one of reads.
    public int counters() {
        return hasPassword() ? product == NTAG ? 1 : 3 : 0;
    }

    /// @param version eight bytes of GET_VERSION
    public static Optional<UltralightType> ofVersion(byte[] version) {
        if (version.length != VERSION || version[0] != 0) {
            return Optional.empty();
        }
        for (var type : values()) {
            if (type.tellsVersion()
                    && type.product == (version[PRODUCT_AT] & 0xFF)
                    && type.storage == (version[SIZE_AT] & 0xFF)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
