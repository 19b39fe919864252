package app.lodge.desktop.commandline;

import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge kiosk list`: what lies in every kiosk and phone, by denomination (ID-30, ID-32).
@Command(name = "list")
final class ListKiosks extends DoorCommand {

    ListKiosks(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var kiosks = doors.door(Kiosks.class).list(doors.actor());
        var lines = new ArrayList<String>();
        for (var kiosk : kiosks) {
            lines.add(
                    session.text(
                            "cli.kiosk.kiosk",
                            kiosk.name(),
                            kiosk.label(),
                            kiosk.expected().toString(),
                            kiosk.inBags().toString(),
                            kiosk.differences().toString()));
            kiosk.content()
                    .forEach(line ->
                            lines.add(
                                    session.text(
                                            "cli.kiosk.pieces",
                                            new Money(
                                                            line.denomination().minor(),
                                                            kiosk.expected().currency())
                                                    .toString(),
                                            line.pieces())));
        }
        if (kiosks.isEmpty()) {
            lines.add(session.text("cli.kiosk.none"));
        }
        return new Answer.Done(Map.of("kiosks", kiosks), lines);
    }
}
