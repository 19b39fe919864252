package app.lodge.desktop.commandline;

import app.lodge.bridge.TrainingSite;
import app.lodge.core.site.SiteException;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge virtual discard`: throws a training site away, and refuses any other.
@Command(name = "discard")
final class DiscardTraining extends SiteCommand {

    DiscardTraining(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        try {
            TrainingSite.discard(home());
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        }
        return Answer.done(
                Map.of("home", home().toString()), session.text("cli.virtual.discarded", home()));
    }
}
