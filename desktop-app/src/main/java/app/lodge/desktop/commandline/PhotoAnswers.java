package app.lodge.desktop.commandline;

import app.lodge.core.people.PhotoDecision;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Photograph;
import app.lodge.core.people.Portraits;
import java.util.function.Function;

/// How photographs and decisions about them are said.
final class PhotoAnswers {

    private PhotoAnswers() {}

    static String line(Session session, Photograph photo) {
        var state = session.texts().name("photo-state", photo.state());
        var reason = photo.reason();
        return "%6d  %s  %-12s  %s%s"
                .formatted(
                        photo.number(),
                        photo.takenAt(),
                        state,
                        session.texts().name("photo-source", photo.source()),
                        reason == null ? "" : "  " + session.texts().name("photo-reason", reason));
    }

    /// Decides about the photograph as it is now.
    static Answer decided(
            Session session,
            Doors doors,
            String number,
            Function<Photograph, PhotoDecision> decision) {
        var photo = Values.number("PHOTO", number);
        var found = doors.door(Portraits.class).find(doors.actor(), photo);
        if (found.isEmpty()) {
            return Answer.refused("people.photo-unknown", String.valueOf(photo));
        }
        return switch (decision.apply(found.get())) {
            case PhotoDecision.Decided(var now) ->
                    Answer.done(
                            now,
                            session.text(
                                    "cli.photo.decided",
                                    String.valueOf(photo),
                                    state(session, now.state())));
            case PhotoDecision.Overtaken(var now) ->
                    Answer.refused(
                            "cli.photo.overtaken",
                            String.valueOf(photo),
                            state(session, now.state()));
            case PhotoDecision.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static String state(Session session, PhotoState state) {
        return session.texts().name("photo-state", state);
    }
}
