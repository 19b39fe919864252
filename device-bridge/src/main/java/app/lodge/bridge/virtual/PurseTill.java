package app.lodge.bridge.virtual;

import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.TerminalKeys;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.purse.AnyPurse;
import app.lodge.personalization.purse.ClassicPurse;
import app.lodge.personalization.purse.PurseOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of a payment point that takes money from purses (CHAIN-14, CHAIN-28 to CHAIN-30). It needs
/// the bridge once, for its keys; from then on card and terminal settle everything between them, and the
/// records go up when somebody listens.
///
/// A change is on the terminal's disk before the card is touched, and its event before it is forgotten,
/// so a card torn away and a till without power lose nothing: the card's next tap tells what became.
final class PurseTill {

    private static final Duration CARD_LIES = Duration.ofSeconds(5);
    private static final ClassicPurse.SectorKeys NO_SECTORS = (_, _, _, _) -> List.of();

    private final FieldEnd end;
    private final DeviceFolder folder;
    private final TillKeys keys;

    PurseTill(FieldEnd end) {
        this.end = end;
        this.folder = end.folder();
        this.keys = new TillKeys(end);
    }

    TapOutcome pay(CardReader reader, Money amount) {
        try {
            var set = keys.set();
            if (set.isEmpty()) {
                return new TapOutcome.Refused("NO_PURSE_KEYS");
            }
            return AnyPurse.onClassic(reader, CARD_LIES)
                    ? payFromClassic(reader, amount, set.get())
                    : pay(reader, amount, set.get(), AnyPurse.ofTerminal(set.get(), NO_SECTORS));
        } catch (DeviceException e) {
            // Old or new, the card knows; the next tap asks it.
            return new TapOutcome.Refused("CARD_GONE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A Classic's cipher is broken: whether its purses are taken is the site's to say, and the point
    /// gets the keys of this one card, none that raises its value.
    private TapOutcome payFromClassic(CardReader reader, Money amount, TerminalKeys set)
            throws DeviceException, IOException {
        var uid = AnyPurse.classicUid(reader, CARD_LIES);
        if (!end.held().setting("purse.classic", "refuse").equals("allow")) {
            return refused(uid.hex(), "WEAK_CARD");
        }
        var own = keys.ofClassic(uid);
        if (own.isEmpty()) {
            return refused(uid.hex(), "NO_PURSE_KEYS");
        }
        var purse =
                AnyPurse.ofTerminal(
                        set,
                        (_, card, sector, which) ->
                                which == Key.A && card.equals(uid)
                                        ? own.get().of(sector)
                                        : List.of());
        return pay(reader, amount, set, purse);
    }

    private TapOutcome pay(CardReader reader, Money amount, TerminalKeys set, AnyPurse purse)
            throws DeviceException, IOException {
        var actor = Actor.device(set.terminal(), end.joined().topics());
        var seen = purse.look(actor, reader, CARD_LIES);
        var uid = seen.uid().hex();
        if (end.held().list("block").entries().containsKey(uid)) {
            return refused(uid, "ON_BLOCK_LIST");
        }
        if (amount.minor() <= 0 || amount.minor() > end.held().number("amount.maximum", 20_000)) {
            return new TapOutcome.Refused("ABOVE_MAXIMUM");
        }
        var change = begun(seen, amount, set.terminal());
        return switch (purse.change(actor, reader, CARD_LIES, seen.uid(), change)) {
            case PurseOutcome.Done(var record) -> paid(uid, amount, record);
            case PurseOutcome.Insufficient _ -> given(uid, "INSUFFICIENT");
            case PurseOutcome.Expired _ -> given(uid, "PURSE_EXPIRED");
            case PurseOutcome.OtherCurrency _ -> given(uid, "WRONG_CURRENCY");
            case PurseOutcome.Inconsistent _ -> given(uid, "PURSE_DAMAGED");
        };
    }

    /// The change that a torn tap of the same amount left behind, or a new one.
    private PurseChange begun(PurseOnCard seen, Money amount, long terminal) throws IOException {
        var uid = seen.uid().hex();
        var log = folder.purseLog();
        @Nullable PurseChange open = log.begun().get(uid);
        if (open != null) {
            var done = seen.by(terminal, open.sequence());
            if (open.amount() == amount.minor()) {
                return open;
            }
            if (done.isPresent()) {
                paid(uid, new Money(open.amount(), amount.currency()), done.get());
                log = folder.purseLog();
            }
        }
        var change =
                new PurseChange(
                        PurseKind.DEBIT,
                        terminal,
                        log.last() + 1,
                        0,
                        end.now(),
                        amount.minor(),
                        0,
                        amount.currency().getNumericCode());
        folder.write(log.begin(uid, change));
        return change;
    }

    private TapOutcome paid(String uid, Money amount, PurseRecord record) throws IOException {
        long seq =
                end.event(
                        "purse",
                        Map.of(
                                "credential", uid,
                                "amount",
                                        Map.of(
                                                "minor", amount.minor(),
                                                "currency", amount.currency().getCurrencyCode()),
                                "record", record.hex()));
        folder.write(folder.purseLog().end(uid));
        return new TapOutcome.Paid(
                seq, amount, true, new Money(record.balanceAfter(), amount.currency()));
    }

    private TapOutcome given(String uid, String why) throws IOException {
        folder.write(folder.purseLog().end(uid));
        return refused(uid, why);
    }

    private TapOutcome refused(String uid, String why) {
        end.event("refused", Map.of("credential", uid, "why", why));
        return new TapOutcome.Refused(why);
    }
}
