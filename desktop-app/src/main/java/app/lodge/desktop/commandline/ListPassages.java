package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Devices;
import app.lodge.core.passages.Passages;
import app.lodge.core.passages.Passages.LookOutcome;
import app.lodge.core.passages.Passages.Purpose;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge door passages`: who passed a door, or where one person passed, for a stated purpose that is
/// journalled (ID-55, ID-56).
@Command(name = "passages")
final class ListPassages extends DoorCommand {

    @Parameters(arity = "0..1", paramLabel = "DOOR", descriptionKey = "door.name")
    String name = "";

    @Option(names = "--person", paramLabel = "PERSON", descriptionKey = "door.passages.person")
    String person = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            descriptionKey = "door.passages.from")
    String from = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME",
            descriptionKey = "right.grant.until")
    String until = "";

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "PURPOSE",
            descriptionKey = "door.passages.purpose")
    String purpose = "";

    @Option(names = "--case", paramLabel = "REFERENCE", descriptionKey = "door.passages.case")
    String reference = "";

    ListPassages(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var why = new Purpose(Values.choice("--purpose", purpose, Purpose.Ground.class), reference);
        var words = new RightWords(session, doors);
        var begin = Objects.requireNonNull(words.moment("--from", from));
        var end = Objects.requireNonNull(words.moment("--until", until));
        var passages = doors.door(Passages.class);
        LookOutcome outcome;
        if (!person.isEmpty()) {
            var who = Values.person("--person", person);
            outcome = passages.of(doors.actor(), RequestId.fresh(), who, begin, end, why);
        } else {
            var door = doors.door(Devices.class).named(doors.actor(), name).orElse(null);
            if (door == null) {
                return Answer.refused("cli.device.unknown", Values.shown(name));
            }
            outcome =
                    passages.at(
                            doors.actor(), RequestId.fresh(), door.device().id(), begin, end, why);
        }
        return switch (outcome) {
            case LookOutcome.Seen(var seen) ->
                    new Answer.Done(
                            Map.of("passages", seen),
                            seen.stream().map(one -> line(words, one)).toList());
            case LookOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private String line(RightWords words, Passages.Passage passage) {
        var who = passage.person();
        return "%s  %-24s  %s  %s %s"
                .formatted(
                        words.time(passage.at()),
                        Values.shown(passage.doorLabel()),
                        who == null ? "-------" : "%07d".formatted(who.number()),
                        session.text("door-event." + passage.what()),
                        passage.why());
    }
}
