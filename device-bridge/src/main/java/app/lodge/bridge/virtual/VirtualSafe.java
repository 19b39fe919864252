package app.lodge.bridge.virtual;

import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/// A smart safe: who may do what there stands in its list, so that it goes by it with the bridge and without
/// (SAFE-11, SAFE-12, SAFE-63).
public final class VirtualSafe extends JoinedDevice {

    private static final String WARNING = "NEARLY_FULL";
    private static final String ALARM = "CASSETTE_FULL";

    private final Cassette cassette;
    private final Currency currency;

    VirtualSafe(FieldEnd end) {
        super(end);
        this.cassette = new Cassette(end);
        this.currency = Currency.getInstance(end.joined().currency());
    }

    /// What the safe shows.
    public sealed interface SafeOutcome {

        /// @param seq of the event that says what was counted
        record Done(long seq, Money amount) implements SafeOutcome {}

        /// @param why `NO_USER`, `NOT_YET_VALID`, `NO_LONGER_VALID`, `NO_RIGHT`, `JAMMED`, `CASSETTE_FULL`
        ///     or `ABOVE_MAXIMUM`
        record Refused(String why) implements SafeOutcome {}
    }

    public Currency currency() {
        return currency;
    }

    /// What lies in it, in minor units.
    public synchronized long inside() {
        return cassette.value();
    }

    /// Somebody signs in with a card, puts notes and coins in, and signs out.
    ///
    /// @param pieces denomination in minor units → how many were taken
    /// @param rejected how many were handed back
    public synchronized SafeOutcome deposit(
            String credential, Map<Long, Integer> pieces, int rejected) {
        var refusal = refusal(credential, DeviceDuty.DEPOSIT);
        if (refusal.isEmpty()) {
            refusal = unfit(pieces);
        }
        if (!refusal.isEmpty()) {
            return refused(credential, refusal);
        }
        end.event("session-opened", Map.of("credential", credential));
        var content = cash(credential, pieces);
        content.put("rejected", rejected);
        content.put("offline", !connected());
        var seq = end.event("deposit", content);
        end.event("session-closed", Map.of("credential", credential));
        level();
        return new SafeOutcome.Done(seq, money(pieces));
    }

    /// Somebody opens the door, takes the cassette out and puts an empty one in.
    ///
    /// @param taken number of the full cassette
    /// @param next number of the empty one
    public synchronized SafeOutcome swap(String credential, String taken, String next) {
        var refusal = refusal(credential, DeviceDuty.OPEN);
        if (!refusal.isEmpty()) {
            return refused(credential, refusal);
        }
        end.event("door-opened", Map.of("credential", credential));
        var out = cassette.box().content();
        var content = cash(credential, out);
        content.put("seal", taken);
        content.put("cassette", next);
        var seq = end.event("cassette-swapped", content);
        end.event("door-closed", Map.of("credential", credential));
        level();
        return new SafeOutcome.Done(seq, money(out));
    }

    /// A line of the safe's own log.
    public long log(String text) {
        return end.event("log", Map.of("text", text));
    }

    private String refusal(String credential, DeviceDuty duty) {
        var user = end.held().list("users").users().get(credential);
        if (user == null) {
            return "NO_USER";
        }
        var now = end.now();
        if (now.isBefore(user.from())) {
            return "NOT_YET_VALID";
        }
        var until = user.until();
        if (until != null && !now.isBefore(until)) {
            return "NO_LONGER_VALID";
        }
        return user.may().contains(duty.word()) ? "" : "NO_RIGHT";
    }

    private String unfit(Map<Long, Integer> pieces) {
        if (Cassette.jammed(end)) {
            return "JAMMED";
        }
        var amount = CashBox.sum(pieces);
        if (amount > end.held().number("amount.maximum", 1_000_000)) {
            return "ABOVE_MAXIMUM";
        }
        return cassette.takes(CashBox.number(pieces), amount) ? "" : "CASSETTE_FULL";
    }

    /// How full it is now; crossing a limit, up or down, is told once.
    private void level() {
        end.event(
                "level",
                Map.of(
                        "name",
                        "cassette",
                        "used",
                        cassette.pieces(),
                        "capacity",
                        cassette.capacity()));
        limit(WARNING, "cassette.warning", 80);
        limit(ALARM, "cassette.alarm", 95);
    }

    private void limit(String code, String setting, long otherwise) {
        var reached = cassette.percent() >= end.held().number(setting, otherwise);
        if (reached != Cassette.raised(end, code)) {
            end.event("alarm", Map.of("code", code, "raised", reached));
        }
    }

    private SafeOutcome refused(String credential, String why) {
        end.event("refused", Map.of("credential", credential, "why", why));
        return new SafeOutcome.Refused(why);
    }

    private TreeMap<String, Object> cash(String credential, Map<Long, Integer> pieces) {
        var content = new TreeMap<String, Object>();
        content.put("credential", credential);
        content.put(
                "amount",
                Map.of("minor", CashBox.sum(pieces), "currency", currency.getCurrencyCode()));
        var told = new TreeMap<String, Integer>();
        pieces.forEach((one, number) -> told.put(Long.toString(one), number));
        content.put("pieces", told);
        return content;
    }

    private Money money(Map<Long, Integer> pieces) {
        return new Money(CashBox.sum(pieces), currency);
    }
}
