package app.lodge.core.watch;

import app.lodge.core.watch.Outlets.MailServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How those who are told are reached; passwords and secrets are never in it.
///
/// @param mail null if mail is not set up
/// @param webhook null if no webhook is set up
public record Reach(@Nullable MailReach mail, @Nullable HookReach webhook) {

    /// @param to who is told first
    /// @param last who is told when nobody acknowledged; empty for the same
    public record MailReach(MailServer server, List<String> to, List<String> last) {
        public MailReach {
            to = List.copyOf(to);
            last = List.copyOf(last);
        }
    }

    /// @param address an https address, or http on this machine
    public record HookReach(String address) {}
}
