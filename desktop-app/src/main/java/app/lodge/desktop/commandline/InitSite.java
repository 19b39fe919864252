package app.lodge.desktop.commandline;

import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge site init`: a new site in an empty home folder, with its first administrator.
@Command(name = "init")
final class InitSite extends SiteCommand {

    private static final int LONGEST_NAME = 80;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "site.init.name")
    String name = "";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            required = true,
            descriptionKey = "site.init.currency")
    String currency = "";

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "site.init.zone")
    String zone = "";

    @Option(names = "--language", paramLabel = "TAG", descriptionKey = "site.init.language")
    String language = "";

    @Option(
            names = "--admin",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "site.init.admin")
    String administrator = "";

    private final KdfCost cost;

    InitSite(Session session, KdfCost cost) {
        super(session);
        this.cost = cost;
    }

    @Override
    Answer answer() {
        var settings =
                SiteSettings.of(
                        siteName(),
                        currency(),
                        zone(),
                        language.isEmpty()
                                ? session.texts().locale().getLanguage()
                                : Values.language("--language", language));
        var password = session.password("cli.ask-new-password", administrator);
        try {
            Site.create(
                    new Home(home()),
                    settings,
                    administrator,
                    password,
                    InstantSource.system(),
                    cost);
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        } finally {
            Arrays.fill(password, '\0');
        }
        return Answer.done(
                Map.of("home", home().toString(), "settings", settings),
                session.text("cli.site.made", settings.name(), home()),
                session.text("cli.site.next", administrator));
    }

    private String siteName() {
        var stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new WrongUsage("cli.site.name", "--name", Values.shown(name), LONGEST_NAME);
        }
        return stripped;
    }

    private Currency currency() {
        return Values.currency("--currency", currency);
    }

    private ZoneId zone() {
        if (zone.isEmpty()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new WrongUsage("cli.site.zone", "--zone", Values.shown(zone));
        }
    }
}
