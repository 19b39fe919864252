package app.lodge.desktop.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `lodge desktop`: the window, and what `lodge` alone does.
@Command(name = "desktop")
final class OpenDesktop implements Callable<Integer> {

    private final Session session;
    private final Programs programs;

    OpenDesktop(Session session, Programs programs) {
        this.session = session;
        this.programs = programs;
    }

    @Override
    public Integer call() {
        return programs.desktop(session.home());
    }
}
