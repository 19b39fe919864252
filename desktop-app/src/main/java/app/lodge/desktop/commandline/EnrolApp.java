package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.Apps;
import app.lodge.core.media.Apps.BeginOutcome;
import app.lodge.core.media.Apps.ConfirmOutcome;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card app`: a telephone becomes a person's medium. It prints what the telephone scans; with
/// `--code` it confirms what was begun (ID-07).
@Command(name = "app")
final class EnrolApp extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "card.app.code")
    String code = "";

    EnrolApp(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        return code.isEmpty() ? begun(doors, holder) : confirmed(doors, holder);
    }

    private Answer begun(Doors doors, PersonId holder) {
        return switch (doors.door(Apps.class).begin(doors.actor(), RequestId.fresh(), holder)) {
            case BeginOutcome.Begun(var app, var address) ->
                    new Answer.Done(
                            Map.of("medium", app, "address", address),
                            List.of(session.text("cli.card.app-begun", app.number()), address));
            case BeginOutcome.TooMany(int most) -> Answer.refused("issue.too-many.app", most);
            case BeginOutcome.NotCovered(var lack) ->
                    Answer.refused("issue.key-not-covered", lack.owed(), lack.missing());
            case BeginOutcome.PersonUnknown(var id) ->
                    Answer.refused("cli.no-such-person", String.valueOf(id.number()));
            case BeginOutcome.PersonBlocked(var id) ->
                    Answer.refused("cli.card.person-blocked", String.valueOf(id.number()));
        };
    }

    private Answer confirmed(Doors doors, PersonId holder) {
        if (!code.matches("[0-9 ]{8,24}")) {
            throw new WrongUsage("cli.card.no-code", "--code", Values.shown(code));
        }
        var waiting =
                doors.door(Media.class).ofPerson(doors.actor(), holder).stream()
                        .filter(medium -> medium.kind() == MediumKind.APP)
                        .filter(medium -> medium.state() == MediumState.PREPARING)
                        .findFirst();
        if (waiting.isEmpty()) {
            return Answer.refused("cli.card.app-none", String.valueOf(holder.number()));
        }
        var id = waiting.get().id();
        return switch (doors.door(Apps.class).confirm(doors.actor(), RequestId.fresh(), id, code)) {
            case ConfirmOutcome.Confirmed(var app) ->
                    new Answer.Done(
                            Map.of("medium", app),
                            List.of(session.text("app.confirmed", app.number())));
            case ConfirmOutcome.WrongCode _ -> Answer.refused("app.wrong-code");
            case ConfirmOutcome.Paused _ -> Answer.refused("app.paused");
            case ConfirmOutcome.NotWaiting _ -> Answer.refused("app.not-waiting");
            case ConfirmOutcome.TooMany(int most) -> Answer.refused("issue.too-many.app", most);
        };
    }
}
