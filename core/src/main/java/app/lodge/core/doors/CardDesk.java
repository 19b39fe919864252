package app.lodge.core.doors;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.CardEntrance.EnterOutcome;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.core.operators.CardEntrance.Question;
import java.util.Arrays;
import java.util.Optional;

/// Sign-in by card over the wire: `POST /v1/card-sign-in/begin`, `prove`, `enter`; no session yet.
final class CardDesk {

    static final String PATH = "card-sign-in/";

    private final CardEntrance entrance;
    private final Sessions sessions;

    CardDesk(CardEntrance entrance, Sessions sessions) {
        this.entrance = entrance;
        this.sessions = sessions;
    }

    record Begin(Uid uid, int keyVersion, byte[] challenge) {}

    record BeginAnswer(Optional<Question> question) {}

    record Prove(String session, byte[] answer) {}

    record ProveAnswer(ProveOutcome outcome) {}

    record Enter(String session, char[] pin, String workstation) {}

    record EnterAnswer(EnterOutcome outcome, String token) {}

    /// @throws IllegalArgumentException if the path or the body is none of these
    byte[] answer(String path, byte[] body) {
        return switch (path.substring(PATH.length())) {
            case "begin" -> {
                var given = Json.read(body, Begin.class);
                var question = entrance.begin(given.uid(), given.keyVersion(), given.challenge());
                yield Json.bytes(new BeginAnswer(question), BeginAnswer.class);
            }
            case "prove" -> {
                var given = Json.read(body, Prove.class);
                var outcome = entrance.prove(given.session(), given.answer());
                yield Json.bytes(new ProveAnswer(outcome), ProveAnswer.class);
            }
            case "enter" -> {
                var given = Json.read(body, Enter.class);
                try {
                    yield entered(given);
                } finally {
                    Arrays.fill(given.pin(), ' ');
                }
            }
            default -> throw new IllegalArgumentException("There is no " + path);
        };
    }

    private byte[] entered(Enter given) {
        var outcome = entrance.enter(given.session(), given.pin(), given.workstation());
        var token =
                outcome instanceof EnterOutcome.SignedIn(Actor actor) ? sessions.token(actor) : "";
        return Json.bytes(new EnterAnswer(outcome, token), EnterAnswer.class);
    }
}
