package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every device on one screen: fill, faults, last contact, what it holds (ID-49, SAFE-11). A handful of
/// queries, however many devices there are.
public interface DeviceBoard {

    static DeviceBoard in(Books books) {
        return new BookedBoard(books);
    }

    /// By name.
    List<Row> rows(Actor actor);

    enum Presence {
        ONLINE,
        OFFLINE,
        /// It was never heard of.
        NEVER
    }

    /// @param detail why it is as it is: `CONNECTED`, `CONNECTION_LOST`, `BRIDGE_STOPPED` …
    /// @param clockOffsetMillis the device's clock minus ours, measured at its last hello
    /// @param listsBehind how many of its lists it has not confirmed in their newest version
    /// @param listsBehindSince when the oldest of these was changed; null if it has confirmed all
    /// @param operator who is logged on there; null for nobody, or where nobody needs to be
    /// @param listsAt when it confirmed the list that it confirmed longest ago; null for never
    record Row(
            Device device,
            Presence presence,
            String detail,
            @Nullable Instant lastContact,
            long clockOffsetMillis,
            SyncState sync,
            int desiredVersion,
            int reportedVersion,
            List<Fault> faults,
            List<Level> levels,
            int listsBehind,
            @Nullable Instant listsBehindSince,
            @Nullable Instant listsAt,
            long lastSeq,
            String program,
            @Nullable OnDuty operator) {

        public Row {
            faults = List.copyOf(faults);
            levels = List.copyOf(levels);
        }

        /// Whether somebody should look.
        public boolean troubled() {
            return presence == Presence.OFFLINE
                    || !faults.isEmpty()
                    || sync == SyncState.DRIFTED
                    || sync == SyncState.FAILED
                    || levels.stream().anyMatch(Level::nearlyFull);
        }

        /// The fullest first; null if nothing is known.
        public @Nullable Level fullest() {
            return levels.stream().max(Comparator.comparingInt(Level::percent)).orElse(null);
        }
    }

    /// An operator at a terminal (CHAIN-27).
    ///
    /// @param card number of the operator's card
    record OnDuty(String name, long card, Instant since) {}

    /// @param code of the device's event `alarm`, or one of Lodge's own: `REFUSED_CONFIGURATION`,
    ///     `CERTIFICATE_EXPIRED`, `CLOCK_OFF`
    /// @param times how often it was raised in all
    record Fault(String code, Instant since, int times) {}

    /// @param name of the device's event `level`, or one of Lodge's own: `compartments`
    record Level(String name, long used, long capacity) {

        private static final int NEARLY_FULL = 90;

        /// 0 to 100, and more where more is held than fits.
        public int percent() {
            return capacity <= 0 ? 0 : Math.toIntExact(Math.min(999, used * 100 / capacity));
        }

        public boolean nearlyFull() {
            return percent() >= NEARLY_FULL && !name.equals(COMPARTMENTS);
        }
    }

    /// How many of a cabinet's compartments are given away; a full cabinet is a good one.
    String COMPARTMENTS = "compartments";
}
