package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.CardMachines;
import app.lodge.personalization.cards.CardIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge card read`: whom the card on a reader stands for, proven by its keys.
@Command(name = "read")
final class ReadCard extends DoorCommand {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    ReadCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        CardMachines machines = IssueCard.machines(session, doors);
        try {
            return said(doors, machines.read(doors.actor(), reader));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    Answer said(Doors doors, CardIdentity identity) {
        var number = identity.number();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("card", identity);
        facts.put("number", number.toString());
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.card.read", number.toString(), identity.chip(), identity.uid().hex()));
        var holder = new PersonId(number.person());
        var medium =
                doors.door(Media.class).ofPerson(doors.actor(), holder).stream()
                        .filter(each -> each.issueNumber() == number.issueNumber())
                        .findFirst();
        var person = doors.door(People.class).find(doors.actor(), holder);
        if (medium.isEmpty() || person.isEmpty()) {
            return new Answer.Refused(
                    "cli.card.not-in-the-books", List.of(number.toString()), facts, lines);
        }
        facts.put("medium", medium.get());
        facts.put("holder", person.get());
        lines.add(session.text("cli.card.holder", person.get().details().fullName()));
        lines.add(
                session.text(
                        "cli.card.state",
                        session.text("medium.state." + Values.kebab(medium.get().state()))));
        return new Answer.Done(facts, lines);
    }
}
