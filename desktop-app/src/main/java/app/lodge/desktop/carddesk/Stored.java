package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Movement;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Medium;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.personalization.purse.PurseDesk;
import java.util.List;

/// What is stored with a medium that was looked at: in the purse on it, or else on its holder’s accounts
/// (CHAIN-32, ID-06).
public sealed interface Stored {

    /// Value, points and last records, as the chip tells them and as the books do.
    record InPurse(PurseDesk.Look look) implements Stored {}

    /// A card that the books know, and whose purse does not answer as it should.
    record Unread(DeviceFault fault) implements Stored {}

    /// One for each currency, the first one first.
    record OnAccounts(List<Line> accounts) implements Stored {
        public OnAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /// Nobody’s, or the operator may not see what its holder has.
    record Untold() implements Stored {}

    /// @param newest the last movements; none without the right to take money
    record Line(Account account, List<Movement> newest) {
        public Line {
            newest = List.copyOf(newest);
        }
    }

    /// Reads the purse of the card that still lies on the reader.
    interface PurseReading {

        /// @throws DeviceException with UnknownCard if the card has none
        PurseDesk.Look look() throws DeviceException;
    }

    /// Waits for reader and bridge.
    static Stored of(LookedAt card, Actor actor, Accounts accounts, PurseReading purse) {
        if (mayCarry(card, actor)) {
            try {
                return new InPurse(purse.look());
            } catch (DeviceException e) {
                boolean none = e.fault() instanceof DeviceFault.UnknownCard;
                if (!none && card.medium().isPresent()) {
                    return new Unread(e.fault());
                }
            }
        }
        return actor.may(Permission.SEE_ACCOUNTS)
                ? card.medium()
                        .map(Medium::holder)
                        .map(holder -> onAccounts(holder, actor, accounts))
                        .orElseGet(Untold::new)
                : new Untold();
    }

    /// A Classic’s keys are the back office’s to compute, so only who issues cards looks into it.
    private static boolean mayCarry(LookedAt card, Actor actor) {
        var chip = card.found().seen();
        return chip.encodable()
                || PurseOnCard.weak(chip.chip())
                        && actor.may(Permission.ISSUE_CARDS)
                        && actor.may(Permission.LOAD_PURSES);
    }

    private static Stored onAccounts(PersonId holder, Actor actor, Accounts accounts) {
        boolean movements = actor.may(Permission.TOP_UP);
        var lines =
                accounts.allOfPerson(actor, holder).stream()
                        .map(account ->
                                new Line(
                                        account,
                                        movements
                                                ? accounts.movements(
                                                                actor,
                                                                account.id(),
                                                                LookPurpose.COUNTER,
                                                                null,
                                                                Accounts.AT_THE_COUNTER)
                                                        .rows()
                                                : List.of()))
                        .toList();
        return lines.isEmpty() ? new Untold() : new OnAccounts(lines);
    }
}
