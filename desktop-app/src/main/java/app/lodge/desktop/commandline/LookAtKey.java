package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.people.People;
import app.lodge.desktop.carddesk.SeenKey;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.workstation.KeyMachines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge key look`: what the contact key on an adapter is, whose, and what stands on it (KEY-25).
@Command(name = "look")
final class LookAtKey extends DoorCommand {

    @Option(names = "--reader", paramLabel = "PORT", required = true, descriptionKey = "key.reader")
    String reader = "";

    LookAtKey(Session session) {
        super(session);
    }

    static KeyMachines machines(Session session, Doors doors) {
        return new KeyMachines(
                session.home(),
                doors.door(ContactKeys.class),
                doors.door(CardKeys.class),
                doors.door(EncodingPlans.class));
    }

    @Override
    Answer answer(Doors doors) {
        try {
            var found = machines(session, doors).look(doors.actor(), reader);
            return said(SeenKey.of(found, doors.actor(), doors.door(People.class)));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    private Answer said(SeenKey key) {
        var look = key.found();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("rom", look.rom().hex());
        facts.put("engraved", look.rom().engraved());
        facts.put("chip", look.chip());
        facts.put("contents", look.contents());
        look.family().ifPresent(family -> facts.put("capacity", family.capacity()));
        look.known().ifPresent(known -> facts.put("key", known));
        key.holder().ifPresent(holder -> facts.put("holder", holder));
        var lines = new ArrayList<String>();
        var number = look.known().map(known -> " " + known.number().shown()).orElse("");
        lines.add("iButton " + look.chip() + number + ", ROM " + look.rom().hex());
        key.holder()
                .ifPresent(holder ->
                        lines.add(session.text("cli.card.holder", holder.details().fullName())));
        key.findings().forEach(each -> lines.add(Wording.of(session.texts(), each.words())));
        return new Answer.Done(facts, lines);
    }
}
