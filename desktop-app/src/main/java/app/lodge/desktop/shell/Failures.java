package app.lodge.desktop.shell;

import app.lodge.core.books.NotPermitted;
import app.lodge.core.doors.BridgeAway;
import app.lodge.core.doors.SignInNeeded;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
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
            LOG.info("Bridge does not answer: {}", root(thrown).toString());
            bridgeAway.run();
        } else if (thrown instanceof SignInNeeded) {
            LOG.info("Session has ended");
            sessionEnded.run();
        } else if (thrown instanceof NotPermitted notPermitted) {
            LOG.warn("Refused: {}", notPermitted.getMessage());
            refused.accept(Message.of("failure.not-permitted"));
        } else {
            var code = code(thrown);
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

    /// Eight characters from the kind and the place of the root cause: the same fault has the same
    /// code, whatever the names and numbers in its message.
    static String code(Throwable thrown) {
        var root = root(thrown);
        var crc = new CRC32();
        crc.update(root.getClass().getName().getBytes(StandardCharsets.UTF_8));
        if (root.getStackTrace().length > 0) {
            var place = root.getStackTrace()[0];
            crc.update(
                    (place.getClassName() + place.getMethodName() + place.getLineNumber())
                            .getBytes(StandardCharsets.UTF_8));
        }
        var hex = "%08X".formatted(crc.getValue());
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }

    private static Throwable root(Throwable thrown) {
        var at = thrown;
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        return at;
    }
}
