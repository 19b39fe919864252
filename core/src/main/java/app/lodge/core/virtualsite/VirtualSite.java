package app.lodge.core.virtualsite;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Virtual devices in the bridge's own process: they join with a code and speak the field protocol over
/// the same wire as real ones, so clerks train and administrators rehearse on what will really run.
///
/// Their payments are booked like any other. So it is closed unless the machine's administrator has
/// opened it: `virtual-site=yes` in `lodge.properties`.
public interface VirtualSite {

    /// Whether this site may have virtual devices.
    boolean open(Actor actor);

    List<Standing> devices(Actor actor);

    /// Makes so many devices known, named `virtual-…`, and puts them into the field.
    AddOutcome add(Actor actor, RequestId request, DeviceKind kind, int count, String place);

    /// Takes all of them out of the field; what they did stays, and they come back with {@link #add}.
    int stop(Actor actor);

    /// Does something to one device, as somebody who stands before it.
    ActOutcome act(Actor actor, RequestId request, String device, Act act);

    /// Lets people come to the payment points that are in the field. One crowd at a time.
    CrowdOutcome send(Actor actor, RequestId request, Crowd crowd);

    /// The crowd that is there, or was last; empty before the first.
    Optional<CrowdPicture> crowd(Actor actor);

    void steer(Actor actor, Crowd.Steer steer);

    /// Lays each device's own record beside the books, event by event and cent by cent. What is not
    /// acknowledged yet differs.
    List<Comparison> compare(Actor actor);

    /// @param unacknowledged events that are not safe in the books yet
    /// @param troubles what was done to it on purpose and not mended yet
    record Standing(
            String device,
            DeviceKind kind,
            boolean connected,
            int unacknowledged,
            List<Injected> troubles) {

        public Standing {
            troubles = List.copyOf(troubles);
        }
    }

    /// @param paid what the device's own record says it took
    /// @param differences events that are not the same in both
    record Comparison(String device, int events, Money paid, int differences) {}

    /// What is done to a device.
    sealed interface Act {

        /// A medium is held to the reader and asked to pay.
        ///
        /// @param credential upper-case hex
        record Tap(String credential, Money amount) implements Act {}

        /// A medium is held to a cabinet's reader.
        ///
        /// @param medium its kind as the reader tells it, such as `desfire`; empty if it does not
        record OpenLocker(String credential, String medium) implements Act {}

        /// The holder of a medium puts cash into a kiosk, a phone or a safe.
        record PutIn(String credential, Money amount) implements Act {}

        /// The holder of a medium wants cash out of one.
        record PayOut(String credential, Money amount) implements Act {}

        /// A change float comes from the safe.
        record FillCash(Money amount) implements Act {}

        /// All the cash goes into a bag under a seal.
        record EmptyCash() implements Act {}

        /// The holder of a medium takes the cassette out of a safe and puts an empty one in.
        record SwapCassette(String credential) implements Act {}

        /// The network cable is pulled.
        record Cut() implements Act {}

        /// The network cable is put in again.
        record Mend() implements Act {}

        /// Something breaks, such as `NOTE_JAM`, or is well again.
        record Break(String code, Condition condition) implements Act {}

        /// Something fills up, such as `notes`.
        record Fill(String name, long used, long capacity) implements Act {}

        /// Its line gets this bad; {@link Disturbance#NONE} makes it good.
        record Disturb(Disturbance line, long seed) implements Act {}

        /// Its clock is off by this, and by so much more with each second.
        ///
        /// @param partsPerMillion within ±100,000
        record Drift(Duration offset, int partsPerMillion) implements Act {}

        /// It has room for so many events that are not safe in the books; 0 gives it all back.
        record LimitMemory(int events) implements Act {}

        /// The power goes while an event is being written, and comes back.
        record LosePower() implements Act {}

        enum Condition {
            BROKEN,
            WELL
        }
    }

    sealed interface AddOutcome {
        record Added(List<String> devices) implements AddOutcome {}

        record Rejected(List<Problem> problems) implements AddOutcome {}
    }

    sealed interface CrowdOutcome {
        /// @param tills to which they come
        record Coming(int tills) implements CrowdOutcome {}

        record Rejected(List<Problem> problems) implements CrowdOutcome {}
    }

    sealed interface ActOutcome {
        /// @param result `paid`, `opened`, `cash-in`, `cash-out`, `done`, or a word of the protocol such as `INSUFFICIENT`
        record Done(String result) implements ActOutcome {}

        record Rejected(List<Problem> problems) implements ActOutcome {}
    }
}
