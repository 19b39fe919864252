package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.DeskFlowSteps.Step;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.IssueOutcome;
import java.util.List;
import java.util.Optional;

/// The money that goes with a medium over the desk: what a replacement cost, the deposit that comes back, the
/// balance that is left (ID-12, ID-63, ID-64).
final class DeskSettlement {

    /// As many movements as a card's charges can be.
    private static final int CHARGES = 4;

    private final Session session;
    private final Once givingBack = new Once();
    private final Once leaving = new Once();

    DeskSettlement(Session session) {
        this.session = session;
    }

    void answered() {
        givingBack.answered();
        leaving.answered();
    }

    /// What was taken for the card that was just issued.
    List<Movement> charges(PersonId holder, IssueOutcome.Issued done) {
        var actor = session.actor();
        if (!actor.may(Permission.TOP_UP)) {
            return List.of();
        }
        var accounts = session.doors().accounts();
        return accounts.ofPerson(actor, holder)
                .map(account ->
                        accounts
                                .movements(actor, account.id(), LookPurpose.COUNTER, null, CHARGES)
                                .rows()
                                .stream()
                                .filter(row ->
                                        row.kind() == PostingKind.FEE
                                                || row.kind() == PostingKind.DEPOSIT)
                                .filter(row -> !row.bookedAt().isBefore(done.job().changedAt()))
                                .toList())
                .orElse(List.of());
    }

    /// Gives the deposit back, and closes an account to which nothing else led.
    DeskFlow ofReturned(Medium back) {
        var actor = session.actor();
        Optional<Money> deposit = Optional.empty();
        if (actor.may(Permission.MOVE_MONEY)) {
            var charge = new MediaCharges.Charge(back.id(), Grounds.of(Reason.HOLDER_REQUEST));
            deposit =
                    session.doors()
                            .mediaCharges()
                            .depositHeld(actor, back.id())
                            .filter(held -> held.minor() > 0);
            if (deposit.isPresent()
                    && !(session.doors()
                                    .mediaCharges()
                                    .giveBack(actor, givingBack.request(), charge)
                            instanceof MoveOutcome.Moved)) {
                deposit = Optional.empty();
            }
        }
        var left = back.loan() ? Optional.<Money>empty() : balance(back);
        if (left.filter(money -> money.minor() == 0).isPresent() && nameless(back)) {
            leave(back, left.get());
        }
        return new DeskFlow.Returned(back, deposit, left);
    }

    private Optional<Money> balance(Medium medium) {
        return session.actor().may(Permission.SEE_ACCOUNTS)
                ? session.doors()
                        .accounts()
                        .ofPerson(session.actor(), medium.holder())
                        .map(account -> account.balance())
                : Optional.empty();
    }

    Step paidOut(Medium medium, Money left) {
        return leave(medium, left) instanceof MoveOutcome.Moved
                ? Step.to(new DeskFlow.PaidOut(medium, left))
                : Step.refused("flow.not-paid-out");
    }

    /// Somebody with a name keeps the account; a card without one was all that led to it, so that the
    /// account is closed with it (ID-12, ID-64).
    private MoveOutcome leave(Medium medium, Money left) {
        var actor = session.actor();
        var account = session.doors().accounts().ofPerson(actor, medium.holder()).orElseThrow();
        var why = Grounds.of(Reason.HOLDER_REQUEST);
        var postings = session.doors().postings();
        return nameless(medium)
                ? postings.closeAccount(
                        actor,
                        leaving.request(),
                        new Closing(account.id(), new Settlement.PaidOut(PaymentMeans.CASH), why))
                : postings.payOut(
                        actor,
                        leaving.request(),
                        new PayOut(account.id(), left, PaymentMeans.CASH, why));
    }

    private boolean nameless(Medium medium) {
        var actor = session.actor();
        return actor.may(Permission.MOVE_MONEY)
                && actor.may(Permission.SEE_PEOPLE)
                && session.doors()
                        .people()
                        .find(actor, medium.holder())
                        .filter(holder -> holder.details().nameless())
                        .isPresent();
    }
}
