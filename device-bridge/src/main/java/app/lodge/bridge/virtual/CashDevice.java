package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/// A virtual device with cash in it: takes it in for the holder's account, hands it out if equipped, is filled
/// and emptied (ID-30, ID-31, ID-32). Offline it takes none, or up to a limit from cards on its allow list,
/// and hands nothing out.
public abstract sealed class CashDevice extends JoinedDevice permits VirtualKiosk, VirtualPhone {

    private final CashBox box;
    private final Currency currency;
    private final boolean tellsPieces;

    CashDevice(FieldEnd end, boolean tellsPieces) {
        super(end);
        this.box = new CashBox(end);
        this.currency = Currency.getInstance(end.joined().currency());
        this.tellsPieces = tellsPieces;
    }

    /// What the device shows.
    public sealed interface CashOutcome {

        /// @param amount what really went in or came out
        record Done(long seq, Money amount, boolean offline) implements CashOutcome {}

        /// @param why a word of the protocol, or `ON_BLOCK_LIST`, `ABOVE_MAXIMUM`, `OFFLINE`,
        ///     `JAMMED`, `NOT_ON_ALLOW_LIST`, `ABOVE_OFFLINE_LIMIT`, `NO_CHANGE`
        record Refused(String why) implements CashOutcome {}
    }

    public final Currency currency() {
        return currency;
    }

    /// What lies in it, in minor units.
    public final synchronized long inside() {
        return tellsPieces ? CashBox.sum(box.content()) : box.total();
    }

    /// A holder presents a medium and puts money in.
    ///
    /// @param pieces denomination in minor units → how many
    public final synchronized CashOutcome putIn(String credential, Map<Long, Integer> pieces) {
        var held = end.held();
        var minor = CashBox.sum(pieces);
        if (held.list("block").entries().containsKey(credential)) {
            return refused(credential, "ON_BLOCK_LIST");
        }
        if (Cassette.jammed(end)) {
            return refused(credential, "JAMMED");
        }
        if (minor <= 0 || minor > held.number("amount.maximum", 20_000)) {
            return new CashOutcome.Refused("ABOVE_MAXIMUM");
        }
        var answer = end.ask("top-up", Map.of("credential", credential), patience()).answer();
        if (answer.isEmpty()) {
            return withoutBridge(credential, pieces);
        }
        if (!answer.get().ok()) {
            return refused(credential, answer.get().why());
        }
        var most = answer.get().amount();
        return most != null && minor > most.minor()
                ? refused(credential, "LIMIT_REACHED")
                : tookIn(credential, pieces, false);
    }

    private CashOutcome withoutBridge(String credential, Map<Long, Integer> pieces) {
        var held = end.held();
        if (!held.setting("offline.rule", "refuse").equals("limit")) {
            return refused(credential, "OFFLINE");
        }
        if (!held.list("allow").entries().containsKey(credential)) {
            return refused(credential, "NOT_ON_ALLOW_LIST");
        }
        var unsettled =
                end.unacknowledged().stream()
                        .map(Json::tree)
                        .filter(event -> event.path("kind").asText().equals("cash-in"))
                        .filter(event -> event.path("credential").asText().equals(credential))
                        .mapToLong(event -> event.path("amount").path("minor").asLong())
                        .sum();
        return unsettled + CashBox.sum(pieces) > held.number("offline.limit", 0)
                ? refused(credential, "ABOVE_OFFLINE_LIMIT")
                : tookIn(credential, pieces, true);
    }

    private CashOutcome tookIn(String credential, Map<Long, Integer> pieces, boolean offline) {
        var content = cash(pieces);
        content.put("credential", credential);
        content.put("offline", offline);
        return new CashOutcome.Done(end.event("cash-in", content), money(pieces), offline);
    }

    /// A holder pays by credit or debit card at the device's terminal.
    ///
    /// @param authorisation the terminal's reference
    public final synchronized CashOutcome payByCard(
            String credential, Money amount, String authorisation) {
        var seq =
                end.event(
                        "card-in",
                        Map.of(
                                "credential",
                                credential,
                                "amount",
                                wire(amount.minor()),
                                "authorisation",
                                authorisation));
        return new CashOutcome.Done(seq, amount, false);
    }

    /// A holder wants money back.
    ///
    /// @param jamAfter pieces that come out before the mechanism jams; more than needed for none
    public final synchronized CashOutcome payOut(String credential, Money amount, int jamAfter) {
        var asked =
                end.ask(
                        "pay-out",
                        Map.of("credential", credential, "amount", wire(amount.minor())),
                        patience());
        if (asked.answer().isEmpty()) {
            if (asked.sent()) {
                end.event("abandoned", Map.of("askId", asked.id(), "credential", credential));
            }
            return refused(credential, "OFFLINE");
        }
        var answer = asked.answer().get();
        return answer.ok()
                ? handedOut(credential, amount, answer, jamAfter)
                : refused(credential, answer.why());
    }

    private CashOutcome handedOut(
            String credential, Money amount, Down.Answer answer, int jamAfter) {
        var picked =
                tellsPieces
                        ? box.pick(amount.minor()).orElseGet(TreeMap::new)
                        : new TreeMap<>(Map.of(amount.minor(), 1));
        var out = first(picked, jamAfter);
        var content = cash(out);
        content.put("credential", credential);
        content.put("askId", answer.id());
        var seq = end.event("cash-out", content);
        if (CashBox.number(out) < CashBox.number(picked)) {
            end.event("alarm", Map.of("code", Cassette.JAM, "raised", true));
        }
        return CashBox.sum(out) == 0
                ? new CashOutcome.Refused("NO_CHANGE")
                : new CashOutcome.Done(seq, money(out), false);
    }

    private static TreeMap<Long, Integer> first(Map<Long, Integer> pieces, int most) {
        var out = new TreeMap<Long, Integer>();
        var left = most;
        for (var one : pieces.entrySet()) {
            var some = Math.min(left, one.getValue());
            if (some > 0) {
                out.put(one.getKey(), some);
                left -= some;
            }
        }
        return out;
    }

    /// Everything goes into a bag.
    ///
    /// @param credential of whoever empties it; empty for nobody
    public final synchronized CashOutcome empty(String seal, String credential) {
        var out =
                tellsPieces || box.total() <= 0
                        ? box.content()
                        : new TreeMap<>(Map.of(box.total(), 1));
        var content = cash(out);
        content.put("seal", seal);
        if (!credential.isEmpty()) {
            content.put("credential", credential);
        }
        return new CashOutcome.Done(end.event("emptied", content), money(out), false);
    }

    /// A change float comes from the safe.
    public final synchronized CashOutcome fill(Map<Long, Integer> pieces) {
        return new CashOutcome.Done(end.event("filled", cash(pieces)), money(pieces), false);
    }

    private CashOutcome refused(String credential, String why) {
        end.event("refused", Map.of("credential", credential, "why", why));
        return new CashOutcome.Refused(why);
    }

    private TreeMap<String, Object> cash(Map<Long, Integer> pieces) {
        var content = new TreeMap<String, Object>();
        content.put("amount", wire(CashBox.sum(pieces)));
        if (tellsPieces) {
            var told = new TreeMap<String, Integer>();
            pieces.forEach((one, number) -> told.put(Long.toString(one), number));
            content.put("pieces", told);
        }
        return content;
    }

    private Money money(Map<Long, Integer> pieces) {
        return new Money(CashBox.sum(pieces), currency);
    }

    private Map<String, ?> wire(long minor) {
        return Map.of("minor", minor, "currency", currency.getCurrencyCode());
    }

    private Duration patience() {
        return Duration.ofSeconds(end.held().number("ask.timeout", 3));
    }
}
