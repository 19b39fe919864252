package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.devices.IdentifyBy;
import app.lodge.core.devices.ReaderMedium;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A locker cabinet with fixed assignment (LOCK-40): opens the compartment that its list or the bridge
/// gives the credential. Its dual reader takes the kinds of medium that its configuration says, the others
/// it refuses by itself, connected or not (LOCK-28). A PIN it compares with its own list and never sends.
public final class VirtualLockerCabinet extends JoinedDevice {

    private static final String NOT_TAKEN = "MEDIUM_NOT_TAKEN";

    private final PinPad pad;

    VirtualLockerCabinet(FieldEnd end) {
        super(end);
        this.pad = new PinPad(end);
    }

    /// What the cabinet did after a medium was held to it.
    public sealed interface OpenOutcome {

        /// @param seq number of the event that reports it
        /// @param offline by the cabinet's own list, without the bridge
        record Opened(long seq, int compartment, boolean offline) implements OpenOutcome {}

        /// @param why a word of the protocol, or `MEMORY_FULL`, `OFFLINE`, `NOT_ON_ALLOW_LIST`,
        ///     `WRONG_PIN`, `PIN_LOCKED`, `NO_PIN`
        record Refused(String why) implements OpenOutcome {}
    }

    /// A medium is held to a reader that does not tell its kind.
    ///
    /// @param credential upper-case hex
    public OpenOutcome open(String credential) {
        return open(credential, "");
    }

    /// A medium is held to the reader, and no PIN is typed.
    ///
    /// @param credential upper-case hex
    /// @param medium its kind as the reader tells it, such as `desfire`; empty if it does not
    public OpenOutcome open(String credential, String medium) {
        return open(credential, medium, new char[0]);
    }

    /// A medium is held to the reader.
    ///
    /// @param credential upper-case hex
    /// @param medium its kind as the reader tells it, such as `desfire`; empty if it does not
    /// @param pin what is typed then, if the cabinet asks for it
    public synchronized OpenOutcome open(String credential, String medium, char[] pin) {
        if (end.outbox().full()) {
            return new OpenOutcome.Refused("MEMORY_FULL");
        }
        var who = Identified.by(credential, medium);
        if (end.service().locked()) {
            return refused(who, "OUT_OF_SERVICE");
        }
        var by = IdentifyBy.of(end.held().config());
        if (!by.takesCards() || !medium.isEmpty() && !takes(medium)) {
            return refused(who, NOT_TAKEN);
        }
        var asking = new TreeMap<String, Object>();
        asking.put("credential", credential);
        asking.put("compartment", 0);
        if (!medium.isEmpty()) {
            asking.put("medium", medium);
        }
        var answer = ask(asking);
        if (answer.isPresent() && !answer.get().ok()) {
            return refused(who, answer.get().why());
        }
        var compartment = answer.map(Down.Answer::compartment).or(() -> listed(credential));
        if (compartment.isEmpty()) {
            return refused(who, offlineWhy());
        }
        return by == IdentifyBy.CARD_AND_PIN
                ? proven(who, compartment.get(), pin, answer.isEmpty())
                : opened(who, compartment.get(), answer.isEmpty());
    }

    /// A compartment's number and a PIN are typed.
    public synchronized OpenOutcome open(int compartment, char[] pin) {
        if (end.outbox().full()) {
            return new OpenOutcome.Refused("MEMORY_FULL");
        }
        var who = Identified.byNumber(compartment);
        if (end.service().locked()) {
            return refused(who, "OUT_OF_SERVICE");
        }
        if (!IdentifyBy.of(end.held().config()).takesNumbers()) {
            return refused(who, NOT_TAKEN);
        }
        var why = pad.refuses(compartment, pin);
        if (why.isPresent()) {
            return refused(who, why.get());
        }
        var answer = ask(Map.of("compartment", compartment, "medium", IdentifyBy.TYPED));
        if (answer.isPresent()) {
            return answer.get().ok()
                    ? opened(who, answer.get().compartment(), false)
                    : refused(who, answer.get().why());
        }
        return refusesOffline() ? refused(who, "OFFLINE") : opened(who, compartment, true);
    }

    private Optional<Down.Answer> ask(Map<String, ?> asking) {
        var patience = Duration.ofSeconds(end.held().number("ask.timeout", 3));
        return end.ask("open", asking, patience).answer();
    }

    /// The bridge or the list gave the compartment; its PIN must be right as well.
    private OpenOutcome proven(Identified who, int compartment, char[] pin, boolean offline) {
        if (!pad.has(compartment)) {
            return refused(who, PinPad.NONE);
        }
        var told = who.at(compartment);
        var why = pad.refuses(compartment, pin);
        return why.isPresent()
                ? refused(told, why.get())
                : opened(told.proven(), compartment, offline);
    }

    private boolean takes(String medium) {
        return ReaderMedium.of(medium)
                .filter(kind -> kind.takenBy(end.held().config()))
                .isPresent();
    }

    private boolean refusesOffline() {
        return end.held().setting("offline.rule", "list").equals("refuse");
    }

    private String offlineWhy() {
        return refusesOffline() ? "OFFLINE" : "NOT_ON_ALLOW_LIST";
    }

    private Optional<Integer> listed(String credential) {
        return refusesOffline()
                ? Optional.empty()
                : end.held().list("allow").entries().getOrDefault(credential, List.of()).stream()
                        .findFirst();
    }

    private OpenOutcome opened(Identified who, int compartment, boolean offline) {
        var event = who.at(compartment).event();
        event.put("offline", offline);
        return new OpenOutcome.Opened(end.event("opened", event), compartment, offline);
    }

    private OpenOutcome refused(Identified who, String why) {
        var event = who.event();
        event.put("why", why);
        end.event("refused", event);
        return new OpenOutcome.Refused(why);
    }
}
