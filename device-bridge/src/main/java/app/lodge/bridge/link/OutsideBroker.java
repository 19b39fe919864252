package app.lodge.bridge.link;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A broker that somebody else runs: Mosquitto, EMQX, HiveMQ, Artemis.
public record OutsideBroker(String host, int port) implements FieldBroker {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideBroker.class);

    /// Mosquitto's, with `log_dest topic`; others tell nothing there, or refuse it.
    @Override
    public String errors() {
        return "$SYS/broker/log/E";
    }

    @Override
    public void disconnect(String client) {
        LOG.info("{} is void: the broker outside learns it from its revocation list", client);
    }

    @Override
    public void close() {
        LOG.debug("The broker outside goes on");
    }
}
