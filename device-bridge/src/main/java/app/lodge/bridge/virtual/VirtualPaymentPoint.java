package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import app.lodge.core.products.Offer;
import app.lodge.personalization.cards.CardReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A payment point (ID-14, ID-15): asks the bridge; offline it refuses, or pays up to a limit per card
/// for cards on its allow list. A blocked card is refused by its own list, at once.
public final class VirtualPaymentPoint extends JoinedDevice {

    private final Currency currency;
    private final PurseTill purses;
    private final TillOperators operators;

    VirtualPaymentPoint(FieldEnd end) {
        super(end);
        this.currency = Currency.getInstance(end.joined().currency());
        this.purses = new PurseTill(end);
        this.operators = new TillOperators(end);
    }

    /// What the point shows after a medium was held to it.
    public sealed interface TapOutcome {

        /// @param seq number of the event that reports it
        /// @param offline by the point's own rule, without the bridge
        /// @param available what the holder still has; null offline
        record Paid(long seq, Money amount, boolean offline, @Nullable Money available)
                implements TapOutcome {}

        /// @param limit that was in the way, for the display; null if none was
        /// @param why a word of the protocol, or `MEMORY_FULL`, `ON_BLOCK_LIST`, `ABOVE_MAXIMUM`, `OFFLINE`,
        ///     `NOT_ON_ALLOW_LIST`, `ABOVE_OFFLINE_LIMIT`, `NOT_SOLD_HERE`
        record Refused(String why, Down.@Nullable Limit limit) implements TapOutcome {
            public Refused(String why) {
                this(why, null);
            }
        }
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

    /// Whom it would take without the bridge.
    Set<String> allowed() {
        return end.held().list("allow").entries().keySet();
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
        return pay(credential, amount, Basket.amountOnly(costCentre));
    }

    /// @param product its number
    public record Item(int product, int quantity) {}

    /// What is on sale just now for whoever holds the medium, by the point's own prices.
    ///
    /// @param credential upper-case hex; empty for nobody in particular
    public synchronized List<Offer> offers(String credential) {
        return end.held().prices().sold(groups(credential), end.now());
    }

    /// Sells products at the prices that the point holds, with or without the bridge.
    public synchronized TapOutcome sell(String credential, List<Item> items, String costCentre) {
        var prices = end.held().prices();
        var lines = new ArrayList<Basket.Line>();
        for (var item : items) {
            var offer = prices.of(item.product(), groups(credential), end.now());
            if (offer.isEmpty()) {
                return new TapOutcome.Refused("NOT_SOLD_HERE");
            }
            lines.add(new Basket.Line(offer.get(), item.quantity()));
        }
        var basket = new Basket(costCentre, prices.version(), lines);
        return pay(credential, new Money(basket.minor(), currency), basket);
    }

    private Set<Long> groups(String credential) {
        return Set.copyOf(end.held().list("allow").groups().getOrDefault(credential, List.of()));
    }

    private TapOutcome pay(String credential, Money amount, Basket basket) {
        if (end.outbox().full()) {
            // What could not be recorded is not sold.
            return new TapOutcome.Refused("MEMORY_FULL");
        }
        var unattended = operators.refusal();
        if (unattended.isPresent()) {
            return new TapOutcome.Refused(unattended.get());
        }
        var held = end.held();
        if (end.service().locked()) {
            return refused(credential, "OUT_OF_SERVICE");
        }
        if (held.list("block").entries().containsKey(credential)) {
            return refused(credential, "ON_BLOCK_LIST");
        }
        if (amount.minor() <= 0 || amount.minor() > held.number("amount.maximum", 20_000)) {
            return new TapOutcome.Refused("ABOVE_MAXIMUM");
        }
        var asked =
                end.ask(
                        "pay",
                        basket.asked(Map.of("credential", credential, "amount", wire(amount))),
                        patience());
        return asked.answer()
                .map(answer -> settle(credential, amount, basket, answer))
                .orElseGet(() -> withoutBridge(credential, amount, basket, asked));
    }

    /// A card with a purse lies on the reader and is asked to pay, with or without the bridge.
    public synchronized TapOutcome payFromPurse(CardReader reader, Money amount) {
        return operators
                .refusal()
                .<TapOutcome>map(TapOutcome.Refused::new)
                .orElseGet(() -> purses.pay(reader, amount));
    }

    /// An operator's card lies on the reader, and its PIN is typed where the point asks for one.
    ///
    /// @param pin the caller wipes it
    /// @return empty if they are logged on now; else why not, a word of the protocol
    public synchronized Optional<String> logOn(CardReader reader, char[] pin) {
        return switch (operators.logOn(reader, pin)) {
            case TillOperators.LogOn.Done _ -> Optional.empty();
            case TillOperators.LogOn.Refused(var why) -> Optional.of(why);
        };
    }

    /// @return whether somebody was logged on
    public synchronized boolean logOff() {
        return operators.logOff();
    }

    /// The chip of whoever is logged on.
    public synchronized Optional<String> operator() {
        return operators.onDuty().map(TillOperators.OnDuty::credential);
    }

    private TapOutcome settle(String credential, Money amount, Basket basket, Down.Answer answer) {
        if (!answer.ok()) {
            return refused(credential, answer.why(), answer.limit());
        }
        var seq = paid(credential, amount, basket, answer.id(), false);
        var available = answer.available();
        return new TapOutcome.Paid(
                seq,
                amount,
                false,
                available == null ? null : Money.of(available.minor(), available.currency()));
    }

    private TapOutcome withoutBridge(
            String credential, Money amount, Basket basket, FieldEnd.Asked asked) {
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
        return new TapOutcome.Paid(paid(credential, amount, basket, "", true), amount, true, null);
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

    private long paid(
            String credential, Money amount, Basket basket, String askId, boolean offline) {
        return end.event(
                "payment",
                basket.paid(
                        Map.of(
                                "credential", credential,
                                "amount", wire(amount),
                                "askId", askId,
                                "offline", offline)));
    }

    private TapOutcome refused(String credential, String why) {
        return refused(credential, why, null);
    }

    private TapOutcome refused(String credential, String why, Down.@Nullable Limit limit) {
        end.event("refused", Map.of("credential", credential, "why", why));
        return new TapOutcome.Refused(why, limit);
    }

    private static Map<String, ?> wire(Money amount) {
        return Map.of("minor", amount.minor(), "currency", amount.currency().getCurrencyCode());
    }
}
