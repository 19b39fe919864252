package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.OperatorCards.IssueOutcome;
import app.lodge.core.operators.OperatorCards.Order;
import app.lodge.core.operators.Operators;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.CardMachines;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge operator card issue`: writes an operator's own card, with a PIN (CHAIN-09).
@Command(name = "issue")
final class IssueOperatorCard extends DoorCommand {

    @Parameters(paramLabel = "OPERATOR", descriptionKey = "operator-card.operator")
    String name = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    @Option(names = "--level", paramLabel = "LEVEL", descriptionKey = "operator-card.level")
    String level = "clerk";

    @Option(
            names = "--until",
            paramLabel = "YYYY-MM-DD",
            required = true,
            descriptionKey = "operator-card.until")
    String until = "";

    @Option(names = "--place", paramLabel = "TEXT", descriptionKey = "operator-card.place")
    String place = "";

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "operator-card.pin-file")
    @Nullable Path pinFile;

    private Answer refusal = Answer.refused("operator-card.unwritten");

    IssueOperatorCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = Values.choice("--level", level, Level.class);
        var lastDay = day();
        var owner =
                doors.door(Operators.class).list(doors.actor()).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst();
        if (owner.isEmpty()) {
            return Answer.refused("operator-card.no-operator", Values.shown(name));
        }
        var pin = session.secret(pinFile, "cli.operator-card.ask-pin", name);
        try {
            var card =
                    IssueCard.machines(session, doors)
                            .operatorCard(
                                    doors.actor(),
                                    reader,
                                    uid ->
                                            ordered(
                                                    doors,
                                                    new Order(
                                                            owner.get().id(),
                                                            uid,
                                                            wanted,
                                                            place,
                                                            lastDay),
                                                    pin));
            return Answer.done(
                    card,
                    session.text(
                            "cli.operator-card.issued",
                            String.valueOf(card.number()),
                            card.name(),
                            card.validUntil().toString()));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        } catch (CardMachines.NotOrdered e) {
            return refusal;
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.operator-card.day", "--until", Values.shown(until));
        }
    }

    private Optional<app.lodge.core.operators.OperatorCard> ordered(
            Doors doors, Order order, char[] pin) {
        return switch (doors.door(OperatorCards.class)
                .issue(doors.actor(), RequestId.fresh(), order, pin)) {
            case IssueOutcome.Issued(var card) -> Optional.of(card);
            case IssueOutcome.Rejected(var problems) -> {
                refusal = new Answer.Faulty(problems);
                yield Optional.empty();
            }
        };
    }
}
