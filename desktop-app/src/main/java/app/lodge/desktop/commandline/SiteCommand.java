package app.lodge.desktop.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// A command that gives an answer about one site.
abstract class SiteCommand implements Callable<Integer> {

    final Session session;

    SiteCommand(Session session) {
        this.session = session;
    }

    abstract Answer answer();

    @Override
    public final Integer call() {
        return session.print(answer());
    }

    final Path home() {
        return session.home();
    }
}
