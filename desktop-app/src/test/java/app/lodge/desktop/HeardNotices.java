package app.lodge.desktop;

import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Notices;
import java.util.ArrayList;
import java.util.List;

/// Notices kept for the test to look at.
///
/// @param all good and bad, in their order
/// @param undos what would take back what was done, the newest last
record HeardNotices(List<Message> all, List<Runnable> undos) implements Notices {

    HeardNotices(List<Message> all) {
        this(all, new ArrayList<>());
    }

    @Override
    public void done(Message message) {
        all.add(message);
    }

    @Override
    public void done(Message message, Runnable undo) {
        all.add(message);
        undos.add(undo);
    }

    @Override
    public void warn(Message message) {
        all.add(message);
    }
}
