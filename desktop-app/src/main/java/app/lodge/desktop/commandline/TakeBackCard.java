package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.MediaLife.ReturnOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.people.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card returned`: takes a card back with its deposit and, if it is wanted, pays out what is left
/// in cash; an ID without a name is closed with its card (ID-12).
@Command(name = "returned")
final class TakeBackCard extends DoorCommand {

    @Parameters(paramLabel = "CARD", descriptionKey = "card.block.card")
    String card = "";

    @Option(names = "--pay-out", descriptionKey = "card.returned.pay-out")
    boolean payOut;

    TakeBackCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var number = Values.card("CARD", card);
        Optional<Medium> found =
                doors.door(Media.class).ofPerson(doors.actor(), number.holder()).stream()
                        .filter(each -> each.issueNumber() == number.issue())
                        .findFirst();
        if (found.isEmpty()) {
            return Answer.refused("cli.card.unknown", Values.shown(card));
        }
        return switch (doors.door(MediaLife.class)
                .takeBack(doors.actor(), RequestId.fresh(), found.get().id())) {
            case ReturnOutcome.Returned(var back) -> back(doors, back, List.of());
            case ReturnOutcome.Destroyed(var back) ->
                    back(doors, back, List.of(session.text("flow.destroyed", back.number())));
            case ReturnOutcome.NotPossible(var state) ->
                    Answer.refused("cli.card.not-now", found.get().number(), Values.kebab(state));
        };
    }

    private Answer back(Doors doors, Medium medium, List<String> fate) {
        var facts = new HashMap<String, Object>(Map.of("medium", medium));
        var lines = new ArrayList<String>();
        lines.add(session.text("flow.returned-back", medium.number()));
        lines.addAll(fate);
        var charges = doors.door(MediaCharges.class);
        var held = charges.depositHeld(doors.actor(), medium.id());
        if (held.filter(money -> money.positive()).isPresent()
                && charges.giveBack(
                                doors.actor(),
                                RequestId.fresh(),
                                new MediaCharges.Charge(
                                        medium.id(), Grounds.of(Reason.HOLDER_REQUEST)))
                        instanceof MoveOutcome.Moved) {
            facts.put("deposit", held.get());
            lines.add(session.text("flow.deposit-back", held.get().toString()));
        }
        var account = doors.door(Accounts.class).ofPerson(doors.actor(), medium.holder());
        return payOut && account.isPresent()
                ? paidOut(doors, medium, account.get(), facts, lines)
                : new Answer.Done(facts, lines);
    }

    private Answer paidOut(
            Doors doors,
            Medium medium,
            Account account,
            Map<String, Object> facts,
            List<String> lines) {
        var why = Grounds.of(Reason.HOLDER_REQUEST);
        boolean nameless =
                doors.door(People.class)
                        .find(doors.actor(), medium.holder())
                        .filter(holder -> holder.details().nameless())
                        .isPresent();
        var left = account.balance();
        if (!nameless && !left.positive()) {
            return new Answer.Done(facts, lines);
        }
        var postings = doors.door(Postings.class);
        var outcome =
                nameless
                        ? postings.closeAccount(
                                doors.actor(),
                                RequestId.fresh(),
                                new Closing(
                                        account.id(),
                                        new Settlement.PaidOut(PaymentMeans.CASH),
                                        why))
                        : postings.payOut(
                                doors.actor(),
                                RequestId.fresh(),
                                new PayOut(account.id(), left, PaymentMeans.CASH, why));
        if (!(outcome instanceof MoveOutcome.Moved)) {
            return new MoveAnswers(session, left.currency()).of(outcome);
        }
        facts.put("paidOut", left);
        lines.add(session.text("flow.paid-out", left.toString()));
        return new Answer.Done(facts, lines);
    }
}
