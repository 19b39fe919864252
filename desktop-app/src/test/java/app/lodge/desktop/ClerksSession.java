package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.List;

/// A session at the made-up site without a window, whose work is done at once.
final class ClerksSession {

    private ClerksSession() {}

    /// @param notices gets what the clerk is told
    static Session at(FakeSite site, List<Message> notices) {
        return as(Role.CLERK, site, notices);
    }

    static Session as(Role role, FakeSite site, List<Message> notices) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        return new Session(
                site.doors(),
                actor,
                site.settings,
                new InlineBackground(),
                new ViewModelsTest.NoDialogs(),
                new HeardNotices(notices),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }
}
