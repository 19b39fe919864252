package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The bridge's side of the field devices: what each must hold, what it confirmed, what it did
/// (ID-15, ID-39, ID-42, LOCK-40). Knows no protocol.
///
/// The actor is the device ({@link Actor#device}) or the system. Close it before the books.
public interface FieldBooks extends AutoCloseable {

    /// Opens the field's side and brings every device's lists up to date with the books; from then on
    /// they follow the committed facts.
    static FieldBooks in(Books books, Supplier<SiteSettings> settings) {
        return BookedField.open(books, settings);
    }

    List<FieldDevice> devices();

    Optional<FieldDevice> named(String name);

    Optional<FieldDevice> numbered(DeviceId id);

    /// Names of the devices that have not confirmed all of their lists.
    Set<String> behind();

    /// Uses up a one-time code: from here on only this certificate opens the network to the device.
    ///
    /// @param serial upper-case hex
    JoinOutcome redeem(String name, String code, String serial, Instant until);

    /// The desired configuration: the newest version, key → value.
    Desired desired(DeviceId id);

    /// Whether this was the desired configuration at that version.
    boolean gave(DeviceId id, int version, Map<String, String> config);

    /// Where a device's lists stand, in the order of delivery: a block goes out first.
    List<ListStand> lists(DeviceId id);

    /// @param base the version that the device holds; 0, or one the books do not know, for the whole
    ListDelta delta(DeviceId id, String list, long base);

    /// The same for a payment point's list of prices, `price` (ID-62).
    PriceDelta prices(DeviceId id, long base);

    /// The same for a cabinet's list of PINs, `pin` (LOCK-29).
    PinDelta pins(DeviceId id, long base);

    /// Which devices have confirmed the medium's present state, and which have not yet (ID-10, ID-42).
    Media.Spread spread(MediumId id);

    /// A device introduced itself.
    ///
    /// @param clockOffset the device's clock minus ours
    void greeted(Actor actor, DeviceId id, String program, Duration clockOffset);

    /// @param detail `CONNECTED`, `CONNECTION_LOST`, `LEFT`, `BRIDGE_STOPPED` …, at most 32 characters
    void present(Actor actor, DeviceId id, Presence presence, String detail);

    /// The device said what it holds.
    void reported(Actor actor, DeviceId id, Report report);

    /// Whether the event is in the books already.
    Standing standing(DeviceId id, FieldEvent event);

    /// Keeps an event exactly once per (device, number).
    ///
    /// @param posting the posting that the event led to; null for none
    /// @param remark for the journal if something was odd, such as `unknown-credential`; else empty
    Taken takeIn(Actor actor, DeviceId id, FieldEvent event, @Nullable Long posting, String remark);

    /// May this credential open a compartment? Answers once per (device, ask) (LOCK-40).
    ///
    /// @param credential empty where a compartment's number and the right PIN were typed, `medium` `pin`
    /// @param compartment 0 for whichever is the holder's
    /// @param medium the kind that the terminal read, such as `desfire`; empty if it does not tell
    OpenAnswer mayOpen(
            Actor actor,
            DeviceId id,
            String askId,
            String credential,
            int compartment,
            String medium);

    /// What the books hold of a device's own record: to compare both.
    List<BookedEvent> booked(DeviceId id);

    /// Journals what the network refused or found odd: a stranger, a foreign topic, a wrong code.
    ///
    /// @param kind such as `device.join-refused`
    void noteRefusal(String kind, String name, Map<String, String> details);

    /// Returns when the devices' lists have followed every fact that is committed now.
    void settle();

    @Override
    void close();

    enum Presence {
        ONLINE,
        OFFLINE
    }

    record Desired(int version, Map<String, String> config) {}

    /// @param confirmed version that the device says it holds; 0 for none
    record ListStand(String name, long version, long confirmed) {}

    /// @param errors sentences of the device about its configuration; empty if it took all of it
    /// @param lists name → version held
    record Report(
            int version,
            Map<String, String> config,
            List<String> errors,
            Map<String, Long> lists) {}

    /// @param content one text for one content
    /// @param minor what was posted for it, in minor units; 0 where nothing was
    record BookedEvent(long seq, String content, long minor) {}

    enum Standing {
        NEW,
        REPEATED,
        CONTRADICTED
    }

    sealed interface JoinOutcome {
        record Joined(FieldDevice device) implements JoinOutcome {}

        record Refused(Why why) implements JoinOutcome {}

        enum Why {
            UNKNOWN_DEVICE,
            NO_CODE,
            WRONG_CODE,
            CODE_EXPIRED
        }
    }

    /// @param upTo every event up to this number is safe in the books
    sealed interface Taken {
        long upTo();

        record Kept(long upTo, boolean late) implements Taken {}

        record Repeated(long upTo) implements Taken {}

        /// The number came before with other content: the first stays, the journal has an alarm.
        record Contradicted(long upTo) implements Taken {}

        /// Kept, but numbers before it are missing.
        ///
        /// @param missingTo inclusive
        record AfterGap(long upTo, long missingFrom, long missingTo) implements Taken {}
    }

    sealed interface OpenAnswer {
        record MayOpen(int compartment) implements OpenAnswer {}

        record MayNotOpen(Why why) implements OpenAnswer {}

        enum Why {
            UNKNOWN_CREDENTIAL,
            BLOCKED_MEDIUM,
            BLOCKED_PERSON,
            NO_RIGHT,
            ASK_REUSED,
            WRONG_DEVICE,
            /// The terminal does not take this kind of medium, or nobody knows the kind (LOCK-28).
            MEDIUM_NOT_TAKEN
        }
    }
}
