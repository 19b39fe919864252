package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.ultralight.UltralightType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// A chip of the Ultralight family: pages, lock bits, one-time bits, version, what guards it, counters
/// and signature (MF0ICU2 §7, MF0ULx1 §8 and §10, NTAG213_215_216 §8 and §10).
final class UltralightChip implements StorageChip {

    private static final int READ = 0x30;
    private static final int WRITE = 0xA2;
    private static final int GET_VERSION = 0x60;
    private static final int FAST_READ = 0x3A;
    private static final int READ_COUNTER = 0x39;
    private static final int COUNT_UP = 0xA5;
    private static final int CHECK_TEARING = 0x3E;
    private static final int READ_SIGNATURE = 0x3C;
    private static final int CASCADE = 0x88;
    private static final int LOCK_PAGE = 2;
    private static final int ONE_TIME_PAGE = 3;
    private static final int LAST_LOCKABLE = 15;
    private static final int COUNTERS = 3;

    /// Of NTAG21x; enabled, and told only for the password (NTAG213_215_216 §8.5.7).
    private static final int READS = 2;

    private static final int COUNTS = 0x10;
    private static final int ASKS_PASSWORD = 0x08;
    private static final int PAGE = UltralightType.PAGE;

    private final UltralightType type;
    private final Uid uid;
    private final byte[] memory;
    private final PageGuard guard;
    private final UpCounter[] counters;
    private final byte[] signature;
    private boolean tearing;
    private boolean counted;

    /// @param uid seven bytes
    /// @param signature the maker's, 32 bytes or none
    UltralightChip(UltralightType type, Uid uid, byte[] signature, Random random) {
        this.type = type;
        this.uid = uid;
        this.memory = new byte[type.pages() * PAGE];
        this.signature = signature.clone();
        byte[] number = uid.bytes();
        if (number.length != 7) {
            throw new IllegalArgumentException("The UID has seven bytes: " + uid.hex());
        }
        int first = CASCADE ^ number[0] ^ number[1] ^ number[2];
        int second = number[3] ^ number[4] ^ number[5] ^ number[6];
        byte[] head =
                Bytes.join(
                        Bytes.slice(number, 0, 3),
                        Bytes.of(first),
                        Bytes.slice(number, 3, 4),
                        Bytes.of(second, 0x48, 0, 0));
        System.arraycopy(head, 0, memory, 0, head.length);
        if (type.container() != 0) {
            byte[] container = Bytes.of(0xE1, 0x10, type.container(), 0x00);
            System.arraycopy(container, 0, memory, 12, container.length);
        }
        guard =
                type == UltralightType.ULTRALIGHT_C
                        ? new TripleDesGuard(memory, random)
                        : type.hasPassword()
                                ? new PasswordGuard(memory, type)
                                : new PageGuard.None(type);
        counters = new UpCounter[type.counters() == 0 ? 0 : COUNTERS];
        Arrays.setAll(counters, _ -> new UpCounter());
    }

    @Override
    public Uid uid() {
        return uid;
    }

    @Override
    public int atqa() {
        return 0x0044;
    }

    @Override
    public int sak() {
        return 0x00;
    }

    @Override
    public int storageName() {
        return 0x0003;
    }

    @Override
    public int unit() {
        return PAGE;
    }

    @Override
    public void tearing(boolean now) {
        tearing = now;
    }

    @Override
    public void reset() {
        guard.close();
        counted = false;
    }

    @Override
    public Optional<byte[]> exchange(byte[] command) {
        var answer =
                switch (command.length == 0 ? 0 : command[0] & 0xFF) {
                    case READ -> command.length == 2 ? counted(read(command[1] & 0xFF)) : none();
                    case WRITE -> command.length == 6 ? write(command) : none();
                    case FAST_READ -> command.length == 3 ? counted(read(command)) : none();
                    case GET_VERSION -> type.tellsVersion() ? Optional.of(version()) : none();
                    case READ_COUNTER -> counter(command).map(UpCounter::read);
                    case CHECK_TEARING ->
                            type.counters() == COUNTERS
                                    ? counter(command).map(UpCounter::tearing)
                                    : none();
                    case COUNT_UP ->
                            type.counters() == COUNTERS && command.length == 6
                                    ? counter(command).flatMap(it -> it.up(command, tearing))
                                    : none();
                    case READ_SIGNATURE ->
                            signature.length > 0 ? Optional.of(signature.clone()) : none();
                    default -> guard.prove(command);
                };
        if (answer.isEmpty()) {
            guard.close();
        }
        return answer;
    }

    private static Optional<byte[]> none() {
        return Optional.empty();
    }

    private Optional<UpCounter> counter(byte[] command) {
        int number = command.length > 1 ? command[1] & 0xFF : counters.length;
        boolean told = type.counters() == COUNTERS || number == READS && tellsReads();
        return told && number < counters.length ? Optional.of(counters[number]) : Optional.empty();
    }

    private int access() {
        return memory[(type.configuration() + 1) * PAGE] & 0xFF;
    }

    private boolean tellsReads() {
        boolean asks = (access() & ASKS_PASSWORD) != 0;
        return type.counters() == 1 && (access() & COUNTS) != 0 && (!asks || guard.open());
    }

    /// An NTAG counts the first read after it was called, if it was told to.
    private Optional<byte[]> counted(Optional<byte[]> read) {
        if (type.counters() == 1 && read.isPresent() && !counted && (access() & COUNTS) != 0) {
            counters[READS].up();
            counted = true;
        }
        return read;
    }

    private byte[] version() {
        return Bytes.of(0x00, 0x04, type.product(), 0x02, 0x01, 0x00, type.storage(), 0x03);
    }

    /// Four pages; after the last that may be read comes the first.
    private Optional<byte[]> read(int page) {
        int end = guard.readable();
        if (page >= end) {
            return Optional.empty();
        }
        byte[] seen = guard.shown(memory);
        byte[] four = new byte[4 * PAGE];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(seen, (page + i) % end * PAGE, four, i * PAGE, PAGE);
        }
        return Optional.of(four);
    }

    private Optional<byte[]> read(byte[] command) {
        int from = command[1] & 0xFF;
        int to = command[2] & 0xFF;
        if (!type.tellsVersion() || from > to || to >= guard.readable()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOfRange(guard.shown(memory), from * PAGE, (to + 1) * PAGE));
    }

    private Optional<byte[]> write(byte[] command) {
        int page = command[1] & 0xFF;
        if (page < LOCK_PAGE || page >= type.pages() || locked(page) || !guard.writable(page)) {
            return Optional.empty();
        }
        int at = page * PAGE;
        for (int i = 0; i < (tearing ? PAGE / 2 : PAGE); i++) {
            byte given = command[2 + i];
            boolean lockBytes = page == LOCK_PAGE;
            if (lockBytes || page == ONE_TIME_PAGE) {
                memory[at + i] |= lockBytes && i < 2 ? 0 : given;
            } else {
                memory[at + i] = given;
            }
        }
        return Optional.of(new byte[0]);
    }

    /// Bit 3 of the first lock byte is page 3, bit 0 of the second page 8, bit 7 page 15.
    private boolean locked(int page) {
        if (page < ONE_TIME_PAGE || page > LAST_LOCKABLE) {
            return false;
        }
        int bits = memory[10] & 0xFF | (memory[11] & 0xFF) << 8;
        return (bits >> page & 1) != 0;
    }
}
