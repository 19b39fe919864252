package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.ChipNumber;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.PrintedNumber;
import app.lodge.core.search.Search;
import app.lodge.core.search.Search.Kind;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.numbers.NumberReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card find`: which card has a number, however it is printed, and all the ways to print it; typed,
/// or said by a reader at a serial port (ID-08, ID-47).
@Command(name = "find")
final class FindCard extends DoorCommand {

    private static final int AT_MOST = 12;
    private static final Duration FOR_A_CARD = Duration.ofSeconds(30);

    @Parameters(paramLabel = "NUMBER", arity = "0..1", descriptionKey = "card.number.number")
    String number = "";

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "card.find.port")
    String port = "";

    FindCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        if (number.isBlank() == port.isBlank()) {
            throw new WrongUsage("cli.card.find-what");
        }
        if (port.isBlank()) {
            return found(doors, number);
        }
        try (var reader = NumberReader.open(port)) {
            var said = reader.next(FOR_A_CARD);
            return said.isPresent()
                    ? found(doors, said.get())
                    : Answer.refused("cli.card.find-silent", port);
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    private Answer found(Doors doors, String sought) {
        var media =
                doors.door(Search.class).find(doors.actor(), sought, AT_MOST).stream()
                        .filter(hit -> hit.kind() == Kind.CARD)
                        .flatMap(hit ->
                                doors
                                        .door(Media.class)
                                        .find(doors.actor(), new MediumId(hit.number()))
                                        .stream())
                        .toList();
        if (media.isEmpty()) {
            return Answer.refused("cli.card.find-nobody", Values.shown(sought));
        }
        var readings = readings(media, sought);
        var lines = new ArrayList<String>();
        media.forEach(medium -> lines.add(line(medium)));
        readings.forEach(one ->
                lines.add(
                        session.text(Wording.key("look.number", one.form())) + ": " + one.text()));
        return new Answer.Done(
                Map.of("number", sought, "media", media, "numbers", readings), lines);
    }

    private static List<PrintedNumber> readings(List<Medium> media, String sought) {
        return media.stream()
                .map(Medium::uid)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> ChipNumber.of(sought))
                .map(PrintedNumber::of)
                .orElse(List.of());
    }

    private String line(Medium medium) {
        var state = Wording.of(session.texts(), "medium.state", medium.state());
        return medium.number() + " · " + medium.chip() + " · " + state;
    }
}
