package app.lodge.desktop.shell;

import app.lodge.core.books.NotPermitted;
import app.lodge.core.doors.BridgeAway;
import app.lodge.core.doors.SignInNeeded;
import app.lodge.core.keys.TokenUnavailable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where anything unexpected ends: told apart, logged once, and said in a plain
/// sentence with a short code that is found in the log.
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Runnable bridgeAway;
    private final Consumer<Message> refused;
    private final Consumer<String> broken;
    private final Runnable sessionEnded;

    /// @param bridgeAway hears that the connection is lost
    /// @param refused hears what the operator may not do
    /// @param broken hears the code of anything else
    /// @param sessionEnded hears that the operator has to sign in again
    Failures(
            Runnable bridgeAway,
            Consumer<Message> refused,
            Consumer<String> broken,
            Runnable sessionEnded) {
        this.bridgeAway = bridgeAway;
        this.refused = refused;
        this.broken = broken;
        this.sessionEnded = sessionEnded;
    }

    void failed(Throwable thrown) {
        if (connectionLost(thrown)) {
            LOG.info("Bridge does not answer: {}", FaultCode.root(thrown).toString());
            bridgeAway.run();
        } else if (thrown instanceof SignInNeeded) {
            LOG.info("Session has ended");
            sessionEnded.run();
        } else if (thrown instanceof NotPermitted notPermitted) {
            LOG.warn("Refused: {}", notPermitted.getMessage());
            refused.accept(Message.of("failure.not-permitted"));
        } else if (thrown instanceof TokenUnavailable away) {
            LOG.warn("Refused: {}", away.getMessage());
            refused.accept(Message.of("failure.token-away", away.token()));
        } else {
            var code = FaultCode.of(thrown);
            LOG.error("Failure {}", code, thrown);
            broken.accept(code);
        }
    }

    static boolean connectionLost(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof BridgeAway) {
                return true;
            }
        }
        return false;
    }
}
