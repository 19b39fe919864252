package app.lodge.desktop.commandline;

import app.lodge.core.devices.Devices;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.kiosks.Kiosks.CountOutcome;
import app.lodge.core.kiosks.Kiosks.Counting;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lodge kiosk count`: what somebody found in a bag, or what a shop handed in (ID-30, ID-32).
@Command(name = "count")
final class CountBag extends DoorCommand {

    @Option(
            names = "--device",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "kiosk.device")
    String device = "";

    @Option(names = "--seal", paramLabel = "SEAL", required = true, descriptionKey = "kiosk.seal")
    String seal = "";

    @Mixin CountWords words = new CountWords();

    CountBag(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var known = doors.door(Devices.class).named(doors.actor(), device);
        if (known.isEmpty()) {
            return Answer.refused("cli.kiosk.unknown", device);
        }
        var order =
                new Counting(
                        known.get().device().id(),
                        seal,
                        words.count(CashDeskAnswers.currency(doors)),
                        words.differenceCause(),
                        words.reference);
        var request = Values.request("--request", words.request);
        return switch (doors.door(Kiosks.class).count(doors.actor(), request, order)) {
            case CountOutcome.Done(var emptying) ->
                    Answer.done(
                            Map.of("emptying", emptying), ListEmptyings.line(session, emptying));
            case CountOutcome.Unexplained(var told, var counted) ->
                    Answer.refused(
                            "cli.cash-desk.unexplained", told.toString(), counted.toString());
            case CountOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
