package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Privacy.HoldOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people hold`: a legal hold set or released (ID-57).
@Command(name = "hold")
final class HoldPerson extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--ground", paramLabel = "GROUND", descriptionKey = "people.hold.ground")
    String ground = "";

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "people.hold.until")
    String until = "";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "people.reference")
    String reference = "";

    @Option(names = "--release", paramLabel = "HOLD", descriptionKey = "people.hold.release")
    long release;

    HoldPerson(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        var privacy = doors.door(Privacy.class);
        var outcome =
                release > 0
                        ? privacy.release(doors.actor(), RequestId.fresh(), release)
                        : privacy.hold(
                                doors.actor(),
                                RequestId.fresh(),
                                id,
                                Values.choice("--ground", ground, HoldGround.class),
                                Values.day("--until", until),
                                reference);
        return switch (outcome) {
            case HoldOutcome.Held(var hold) ->
                    Answer.done(
                            hold,
                            session.text(
                                    "cli.people.held",
                                    ErasePerson.number(id.number()),
                                    session.terminal().texts().date(hold.until()),
                                    ErasePerson.number(hold.number())));
            case HoldOutcome.Released(var hold) ->
                    Answer.done(
                            hold,
                            session.text("cli.people.released", ErasePerson.number(hold.number())));
            case HoldOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
