package app.lodge.desktop.commandline;

import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.kiosks.Kiosks.Which;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge kiosk emptyings`: bags of kiosks and hand-ins of phones, told and counted (ID-30, ID-32).
@Command(name = "emptyings")
final class ListEmptyings extends DoorCommand {

    private static final int NEWEST = 100;

    @Option(names = "--to-count", descriptionKey = "kiosk.to-count")
    boolean toCount;

    ListEmptyings(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var found =
                doors.door(Kiosks.class)
                        .emptyings(doors.actor(), toCount ? Which.TO_COUNT : Which.ALL, NEWEST);
        return new Answer.Done(
                Map.of("emptyings", found),
                found.isEmpty()
                        ? List.of(session.text("cli.kiosk.no-emptyings"))
                        : found.stream().map(one -> line(session, one)).toList());
    }

    static String line(Session session, Emptying one) {
        return session.text(
                "cli.kiosk.emptying",
                one.device(),
                one.seal(),
                one.told().map(told -> told.amount().toString()).orElse("-"),
                one.counted().map(counted -> counted.amount().toString()).orElse("-"),
                String.valueOf(one.difference() == null ? "-" : one.difference()));
    }
}
