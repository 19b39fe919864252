package app.lodge.bridge.link;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears whom the embedded broker turned away in the TLS handshake, before it said a name (SAFE-59).
///
/// HiveMQ 2025.5 hands such connections to no extension; its log alone has them: the innermost exception at
/// `TRACE`, without the certificate, then, on the same thread, the address and the listener's port in the log
/// of its events. A process may have several brokers, so the port decides whose it was.
final class HandshakeEar extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HandshakeEar.class);
    private static final String FAILURES = "com.hivemq.security.ssl.SslExceptionHandler";
    private static final String ENDS = "event.client-disconnected";

    private final Gate gate;
    private final String listener;
    private final ThreadLocal<@Nullable Throwable> failed = new ThreadLocal<>();

    private HandshakeEar(Gate gate, int port) {
        this.gate = gate;
        this.listener = "port: " + port;
    }

    /// @param port of the broker's listener
    static HandshakeEar on(int port, Gate gate) {
        var ear = new HandshakeEar(gate, port);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            ear.setContext(logs);
            ear.setName("handshakes-" + port);
            ear.start();
            listen(logs.getLogger(FAILURES), Level.TRACE, ear);
            listen(logs.getLogger(ENDS), Level.DEBUG, ear);
        } else {
            LOG.warn("Who is turned away in the TLS handshake is not heard: another log than ours");
        }
        return ear;
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(FAILURES).detachAppender(this);
            logs.getLogger(ENDS).detachAppender(this);
        }
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLoggerName().equals(FAILURES)) {
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                failed.set(proxy.getThrowable());
            }
            return;
        }
        var failure = failed.get();
        var arguments = event.getArgumentArray();
        if (failure != null && arguments != null && arguments.length == 3) {
            failed.remove();
            if (String.valueOf(arguments[2]).endsWith(listener)) {
                gate.refused("connect", String.valueOf(arguments[1]), why(failure));
            }
        }
    }

    /// A word for what was wrong with the certificate.
    static String why(Throwable failure) {
        if (causes(failure).anyMatch(CertificateExpiredException.class::isInstance)) {
            return "EXPIRED";
        }
        if (causes(failure)
                .anyMatch(cause ->
                        cause instanceof CertificateException
                                || cause instanceof CertPathBuilderException
                                || cause instanceof CertPathValidatorException)) {
            return "FOREIGN";
        }
        // JSSE has a type for none of these.
        return causes(failure)
                        .anyMatch(cause ->
                                String.valueOf(cause.getMessage())
                                        .contains("Empty client certificate chain"))
                ? "NO_CERTIFICATE"
                : "HANDSHAKE";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static void listen(ch.qos.logback.classic.Logger to, Level level, HandshakeEar ear) {
        to.setLevel(level);
        to.setAdditive(false); // it would write every connection's end into the bridge's log
        to.addAppender(ear);
    }
}
