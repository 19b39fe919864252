package app.lodge.desktop.commandline;

import app.lodge.bridge.TrainingSite;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.SiteException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge virtual site`: makes a site to train on, with made-up people and open for virtual devices.
@Command(name = "site")
final class FoundTraining extends SiteCommand {

    private static final int MOST = 5_000;

    @Option(names = "--people", paramLabel = "N", descriptionKey = "virtual.site.people")
    int people = 30;

    @Option(
            names = "--admin",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "site.init.admin")
    String administrator = "";

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "site.init.currency")
    String currency = "EUR";

    private final KdfCost cost;

    FoundTraining(Session session, KdfCost cost) {
        super(session);
        this.cost = cost;
    }

    @Override
    Answer answer() {
        Values.count("--people", people, 1, MOST);
        var settings =
                SiteSettings.of(
                        session.text("cli.virtual.site-name"),
                        Values.currency("--currency", currency),
                        ZoneId.systemDefault(),
                        session.texts().locale().getLanguage());
        var password = session.password("cli.ask-new-password", administrator);
        try {
            TrainingSite.found(
                    home(),
                    settings,
                    administrator,
                    password,
                    people,
                    InstantSource.system(),
                    cost);
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        } finally {
            Arrays.fill(password, '\0');
        }
        return Answer.done(
                Map.of("home", home().toString(), "people", people),
                session.text("cli.virtual.site-made", people, home()));
    }
}
