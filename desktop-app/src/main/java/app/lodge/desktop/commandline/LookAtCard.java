package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.desktop.carddesk.LookedAt;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge card look`: what the medium on a reader is, whatever it is, and what is wrong with it.
@Command(name = "look")
final class LookAtCard extends DoorCommand {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    LookAtCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        try {
            var found = IssueCard.machines(session, doors).look(doors.actor(), reader);
            return said(
                    LookedAt.of(
                            found,
                            doors.actor(),
                            doors.door(Media.class),
                            doors.door(People.class)));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    Answer said(LookedAt card) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("seen", card.found().seen());
        card.found().identity().ifPresent(identity -> facts.put("card", identity));
        card.medium().ifPresent(medium -> facts.put("medium", medium));
        card.holder().ifPresent(holder -> facts.put("holder", holder));
        facts.put("numbers", card.numbers());
        var lines = new ArrayList<String>();
        lines.add(Wording.of(session.texts(), card.title()));
        card.holder()
                .ifPresent(holder ->
                        lines.add(session.text("cli.card.holder", holder.details().fullName())));
        for (var finding : card.findings()) {
            lines.add(Wording.of(session.texts(), finding.words()));
        }
        for (var place : card.places()) {
            lines.add(place.name() + ": " + LookedAt.words(place));
        }
        for (var number : card.numbers()) {
            lines.add(
                    session.text(Wording.key("look.number", number.form())) + ": " + number.text());
        }
        return new Answer.Done(facts, lines);
    }
}
