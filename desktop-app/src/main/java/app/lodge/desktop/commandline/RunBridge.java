package app.lodge.desktop.commandline;

import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.core.site.UnlockSeal;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `lodge bridge`: the site's service, in the foreground until it is told to stop.
@Command(name = "bridge")
final class RunBridge implements Callable<Integer> {

    private final Session session;
    private final Programs programs;

    RunBridge(Session session, Programs programs) {
        this.session = session;
        this.programs = programs;
    }

    @Override
    public Integer call() {
        var home = new Home(session.home());
        if (!home.hasSite()) {
            throw new Refusal("cli.no-site", session.home());
        }
        return UnlockSeal.isSealed(home)
                ? openedByPassword(home)
                : programs.bridge(session.terminal(), session.home());
    }

    private int openedByPassword(Home home) {
        var password = session.password("cli.ask-password", session.operator());
        try {
            var opened = UnlockSeal.open(home, session.operator(), password);
            if (opened.isEmpty()) {
                throw new Refusal("cli.wrong-password", session.operator(), 0L);
            }
            return programs.bridge(session.terminal(), opened.get());
        } catch (SiteException e) {
            return session.print(new Answer.Faulty(e.problems()));
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
