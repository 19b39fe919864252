package app.lodge.desktop.commandline;

import app.lodge.core.people.Portraits;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge people photo list`: photographs that wait for approval, the oldest first (ID-11).
@Command(name = "list")
final class ListPhotoProposals extends DoorCommand {

    @Option(names = "--after", paramLabel = "NUMBER", descriptionKey = "people.photo.after")
    String after = "0";

    ListPhotoProposals(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var from = after.equals("0") ? 0 : Values.number("--after", after);
        var found =
                doors.door(Portraits.class).proposed(doors.actor(), from, Portraits.MOST_PROPOSALS);
        var lines = new ArrayList<String>();
        found.rows()
                .forEach(row ->
                        lines.add(
                                "%s  %07d %s"
                                        .formatted(
                                                PhotoAnswers.line(session, row.photograph()),
                                                row.person().id().number(),
                                                Values.shown(row.person().details().fullName()))));
        lines.add(session.text("cli.photo.waiting", found.waiting()));
        return new Answer.Done(found, lines);
    }
}
