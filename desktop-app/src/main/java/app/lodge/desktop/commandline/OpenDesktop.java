package app.lodge.desktop.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `lodge desktop`: the window, and what `lodge` alone does.
@Command(name = "desktop")
public final class OpenDesktop implements Callable<Integer> {

    private final Session session;
    private final Programs programs;

    OpenDesktop(Session session, Programs programs) {
        this.session = session;
        this.programs = programs;
    }

    /// `lodge` and not a word more, as most starts are: without the tree of commands, which takes about as
    /// long to make as the window.
    ///
    /// @return the exit status
    public static int alone(Terminal terminal, DoorOpener opener, Programs programs) {
        var session = new Session(terminal, new SharedOptions(), opener);
        return Faults.told(session, "lodge", new OpenDesktop(session, programs));
    }

    @Override
    public Integer call() {
        return programs.desktop(session.home());
    }
}
