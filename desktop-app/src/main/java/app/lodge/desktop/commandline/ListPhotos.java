package app.lodge.desktop.commandline;

import app.lodge.core.people.People;
import app.lodge.core.people.Portraits;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge people photo history`: what is kept of a person, the newest first (ID-11).
@Command(name = "history")
final class ListPhotos extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    ListPhotos(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        if (doors.door(People.class).find(doors.actor(), id).isEmpty()) {
            return Answer.refused("people.unknown", String.valueOf(id.number()));
        }
        var photos = doors.door(Portraits.class).history(doors.actor(), id);
        return new Answer.Done(
                Map.of("photographs", photos),
                photos.isEmpty()
                        ? java.util.List.of(session.text("cli.photo.none"))
                        : photos.stream().map(photo -> PhotoAnswers.line(session, photo)).toList());
    }
}
