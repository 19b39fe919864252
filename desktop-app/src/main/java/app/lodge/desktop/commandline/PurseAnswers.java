package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.settings.Settings;
import app.lodge.desktop.purses.PurseWords;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.workstation.CardMachines;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseDesk.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the commands for purses have in common.
final class PurseAnswers {

    private PurseAnswers() {}

    /// One visit at the counter with the card on the reader, for which nobody else is asked.
    static Answer visit(Session session, Doors doors, String reader, CardMachines.PurseWork work) {
        return visit(session, doors, reader, work, new PurseApprovalOptions());
    }

    /// One visit at the counter with the card on the reader.
    static Answer visit(
            Session session,
            Doors doors,
            String reader,
            CardMachines.PurseWork work,
            PurseApprovalOptions second) {
        try {
            var visit = IssueCard.machines(session, doors).atPurse(reader, work);
            var currency = doors.door(Settings.class).site(doors.actor()).currency();
            var names = PurseWords.names(doors.actor(), doors.door(Media.class));
            var words = PurseWords.of(visit, currency, names);
            if (visit instanceof Visit.Done(var look, var receipt)) {
                var facts = new LinkedHashMap<String, Object>();
                facts.put("purse", look.purse() == null ? "" : look.purse());
                facts.put("card", look.card());
                facts.put("receipt", receipt == null ? "" : receipt);
                return new Answer.Done(
                        facts, List.of(session.text(words.key(), asCommandsWrite(words))));
            }
            return switch (visit) {
                case Visit.NeedsApproval needed -> second.needed(doors, needed);
                case Visit.NotApproved(long approval) ->
                        Answer.refused("cli.account.not-approved", String.valueOf(approval));
                default -> Answer.refused(words.key(), asCommandsWrite(words));
            };
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    static Answer shown(Session session, Doors doors, PurseDesk.Look look) {
        return new Answer.Done(facts(look), lines(session, doors, look));
    }

    /// The card's purse and the books', for programs.
    static Map<String, Object> facts(PurseDesk.Look look) {
        var books = look.purse();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("card", look.card());
        facts.put("purse", books == null ? Map.of() : books);
        facts.put("settled", look.settled());
        return facts;
    }

    /// Value, points and the last records, the newest first.
    static List<String> lines(Session session, Doors doors, PurseDesk.Look look) {
        var currency =
                PurseWords.currency(
                        look.card().state().currency(),
                        doors.door(Settings.class).site(doors.actor()).currency());
        var lines = new ArrayList<String>();
        lines.add(line(session, "purse.value", new Money(look.card().value(), currency)));
        var books = look.purse();
        if (books != null) {
            lines.add(line(session, "purse.stated", books.stated()));
        }
        lines.add(session.text("purse.points") + ": " + look.card().state().points());
        for (var settled : look.settled()) {
            var words = PurseWords.of(settled);
            lines.add(session.text(words.key(), asCommandsWrite(words)));
        }
        for (PurseRecord record : look.card().records().reversed()) {
            lines.add(
                    "%d  %s  %s  %s  %s"
                            .formatted(
                                    record.counter(),
                                    record.at(),
                                    Wording.of(session.texts(), "purse.kind", record.kind()),
                                    new Money(record.kind().sign() * record.amount(), currency),
                                    new Money(record.balanceAfter(), currency)));
        }
        return List.copyOf(lines);
    }

    /// `5.00 EUR`, as every other command.
    private static Object[] asCommandsWrite(Message words) {
        return words.arguments().stream()
                .map(each -> each instanceof Money money ? money.toString() : each)
                .toArray();
    }

    private static String line(Session session, String key, Money amount) {
        return session.text(key) + ": " + amount;
    }

    /// The medium with this printed number.
    static Optional<Medium> medium(Doors doors, String typed) {
        var number = Values.card("CARD", typed);
        return doors.door(Media.class).ofPerson(doors.actor(), number.holder()).stream()
                .filter(each -> each.issueNumber() == number.issue())
                .findFirst();
    }
}
