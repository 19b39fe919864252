package app.lodge.desktop;

import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Notices;
import java.util.List;

/// Notices kept for the test to look at.
///
/// @param all good and bad, in their order
record HeardNotices(List<Message> all) implements Notices {

    @Override
    public void done(Message message) {
        all.add(message);
    }

    @Override
    public void warn(Message message) {
        all.add(message);
    }
}
