package app.lodge.desktop.commandline;

import app.lodge.core.site.Home;
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
        if (!new Home(session.home()).hasSite()) {
            throw new Refusal("cli.no-site", session.home());
        }
        return programs.bridge(session.terminal(), session.home());
    }
}
