package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import app.lodge.personalization.cards.CardReader;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A payment point (ID-14, ID-15): asks the bridge; offline it refuses, or pays up to a limit per card
/// for cards on its allow list. A blocked card is refused by its own list, at once.
public final class VirtualPaymentPoint implements VirtualDevice {

    private final FieldEnd end;
    private final Currency currency;
    private final PurseTill purses;

    VirtualPaymentPoint(FieldEnd end) {
        this.end = end;
        this.currency = Currency.getInstance(end.joined().currency());
        this.purses = new PurseTill(end);
    }

    /// What the point shows after a medium was held to it.
    public sealed interface TapOutcome {

        /// @param seq number of the event that reports it
        /// @param offline by the point's own rule, without the bridge
        /// @param available what the holder still has; null offline
        record Paid(long seq, Money amount, boolean offline, @Nullable Money available)
                implements TapOutcome {}

        /// @param why a word of the protocol, or `ON_BLOCK_LIST`, `ABOVE_MAXIMUM`, `OFFLINE`,
        ///     `NOT_ON_ALLOW_LIST`, `ABOVE_OFFLINE_LIMIT`
        record Refused(String why) implements TapOutcome {}
    }

    public Currency currency() {
        return currency;
    }

    /// What the point offers whoever holds a medium to it, the default first; nothing if the bridge
    /// does not answer, or knows of none.
    ///
    /// @param credential upper-case hex
    public synchronized List<Down.Centre> centres(String credential) {
        return end.ask("centres", Map.of("credential", credential), patience())
                .answer()
                .map(Down.Answer::costCentres)
                .orElse(List.of());
    }

    private Duration patience() {
        return Duration.ofSeconds(end.held().number("ask.timeout", 3));
    }

    /// A medium is held to the reader and asked to pay.
    ///
    /// @param credential upper-case hex
    public TapOutcome tap(String credential, Money amount) {
        return tap(credential, amount, "");
    }

    /// The same, with the cost centre that the payer chose.
    ///
    /// @param costCentre its code, `own`, or empty for the payer's default
    public synchronized TapOutcome tap(String credential, Money amount, String costCentre) {
        var held = end.held();
        if (held.list("block").entries().containsKey(credential)) {
            return refused(credential, "ON_BLOCK_LIST");
        }
        if (amount.minor() <= 0 || amount.minor() > held.number("amount.maximum", 20_000)) {
            return new TapOutcome.Refused("ABOVE_MAXIMUM");
        }
        var asked =
                end.ask(
                        "pay",
                        chosen(
                                Map.of("credential", credential, "amount", wire(amount)),
                                costCentre),
                        patience());
        return asked.answer()
                .map(answer -> settle(credential, amount, costCentre, answer))
                .orElseGet(() -> withoutBridge(credential, amount, costCentre, asked));
    }

    /// A card with a purse lies on the reader and is asked to pay, with or without the bridge.
    public synchronized TapOutcome payFromPurse(CardReader reader, Money amount) {
        return purses.pay(reader, amount);
    }

    @Override
    public boolean connected() {
        return end.link().connected();
    }

    @Override
    public void goOffline() {
        end.link().goOffline();
    }

    @Override
    public void goOnline() {
        end.link().goOnline();
    }

    @Override
    public int unacknowledged() {
        return end.unacknowledged().size();
    }

    @Override
    public long listVersion(String list) {
        return end.held().list(list).version();
    }

    @Override
    public long tell(String kind, Map<String, ?> content) {
        return end.event(kind, content);
    }

    @Override
    public void close() {
        end.close();
    }

    private TapOutcome settle(
            String credential, Money amount, String costCentre, Down.Answer answer) {
        if (!answer.ok()) {
            return refused(credential, answer.why());
        }
        var seq = paid(credential, amount, costCentre, answer.id(), false);
        var available = answer.available();
        return new TapOutcome.Paid(
                seq,
                amount,
                false,
                available == null ? null : Money.of(available.minor(), available.currency()));
    }

    private TapOutcome withoutBridge(
            String credential, Money amount, String costCentre, FieldEnd.Asked asked) {
        if (asked.sent()) {
            // A yes may be on its way and money reserved: give it back as soon as we are heard.
            end.event("abandoned", Map.of("askId", asked.id(), "credential", credential));
        }
        var held = end.held();
        if (!held.setting("offline.rule", "refuse").equals("limit")) {
            return refused(credential, "OFFLINE");
        }
        if (!held.list("allow").entries().containsKey(credential)) {
            return refused(credential, "NOT_ON_ALLOW_LIST");
        }
        if (unsettled(credential) + amount.minor() > held.number("offline.limit", 0)) {
            return refused(credential, "ABOVE_OFFLINE_LIMIT");
        }
        return new TapOutcome.Paid(
                paid(credential, amount, costCentre, "", true), amount, true, null);
    }

    /// Sum of this card's offline payments that the books do not know yet, in minor units.
    private long unsettled(String credential) {
        return end.unacknowledged().stream()
                .map(Json::tree)
                .filter(event -> event.path("offline").asBoolean())
                .filter(event -> event.path("kind").asText().equals("payment"))
                .filter(event -> event.path("credential").asText().equals(credential))
                .mapToLong(event -> event.path("amount").path("minor").asLong())
                .sum();
    }

    /// A choice stands in a message only where there was one.
    private static Map<String, ?> chosen(Map<String, ?> content, String costCentre) {
        var all = new TreeMap<String, Object>(content);
        if (!costCentre.isEmpty()) {
            all.put("costCentre", costCentre);
        }
        return all;
    }

    private long paid(
            String credential, Money amount, String costCentre, String askId, boolean offline) {
        var content = new TreeMap<String, Object>(chosen(Map.of(), costCentre));
        content.put("credential", credential);
        content.put("amount", wire(amount));
        content.put("askId", askId);
        content.put("offline", offline);
        return end.event("payment", content);
    }

    private TapOutcome refused(String credential, String why) {
        end.event("refused", Map.of("credential", credential, "why", why));
        return new TapOutcome.Refused(why);
    }

    private static Map<String, ?> wire(Money amount) {
        return Map.of("minor", amount.minor(), "currency", amount.currency().getCurrencyCode());
    }
}
