package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What commands say of what was done on a holder's behalf.
final class HolderAnswers {

    private final Session session;
    private final Doors doors;

    HolderAnswers(Session session, Doors doors) {
        this.session = session;
        this.doors = doors;
    }

    Answer of(HolderAnswer answer) {
        return switch (answer) {
            case HolderAnswer.Accounts(var linked) ->
                    new Answer.Done(
                            Map.of("accounts", linked),
                            linked.stream()
                                    .map(one ->
                                            SelfServiceWords.line(one.link()) + "  " + one.owner())
                                    .toList());
            case HolderAnswer.Linking(var outcome) -> new SelfServiceWords(session).of(outcome);
            case HolderAnswer.Movements(var page) ->
                    new Answer.Done(
                            Map.of("movements", page.rows()),
                            page.rows().stream()
                                    .map(one ->
                                            "%8d  %s  %14s"
                                                    .formatted(
                                                            one.posting(),
                                                            one.bookedAt(),
                                                            one.amount()))
                                    .toList());
            case HolderAnswer.Recipient(var account, var name) ->
                    new Answer.Done(
                            Map.of("account", account, "recipient", name),
                            List.of(session.text("cli.selfservice.recipient", name)));
            case HolderAnswer.Moved(var outcome) -> new MoveAnswers(session, doors).of(outcome);
            case HolderAnswer.Ordered(var outcome) -> ordered(outcome);
            case HolderAnswer.Limited(var limits) -> Answer.done(Map.of("limits", limits));
            case HolderAnswer.Data(var fields, var requests) ->
                    new Answer.Done(
                            Map.of("fields", fields, "requests", requests),
                            Stream.concat(
                                            fields.stream()
                                                    .map(one ->
                                                            "%-16s  %s"
                                                                    .formatted(
                                                                            one.field().key(),
                                                                            Values.shown(
                                                                                    one.value()))),
                                            requests.stream()
                                                    .map(one ->
                                                            "%6d  %-16s  %s  %s"
                                                                    .formatted(
                                                                            one.id(),
                                                                            one.field().key(),
                                                                            Values.shown(
                                                                                    one.wanted()),
                                                                            Values.kebab(
                                                                                    one.state()))))
                                    .toList());
            case HolderAnswer.NoRight _ -> Answer.refused("cli.selfservice.no-right");
            case HolderAnswer.OtherRecipient() -> Answer.refused("cli.selfservice.other-recipient");
            case HolderAnswer.WrongCode(int left) ->
                    Answer.refused("cli.selfservice.wrong-code", left);
            case HolderAnswer.NoCode() -> Answer.refused("cli.selfservice.no-code");
            case HolderAnswer.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static Answer ordered(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Done(var order, _) -> Answer.done(Map.of("order", order));
            case OrderOutcome.NoMandate() -> Answer.refused("cli.account.no-mandate");
            case OrderOutcome.Refused _, OrderOutcome.NotNow _ ->
                    Answer.refused("cli.selfservice.no-right");
            case OrderOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
