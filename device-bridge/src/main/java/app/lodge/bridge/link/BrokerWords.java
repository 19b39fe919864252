package app.lodge.bridge.link;

import java.util.Optional;

/// What Mosquitto's log of errors says of connections that it turned away in the TLS handshake. It names
/// neither who that was nor from where, and tells an expired certificate from a foreign one to nobody.
public final class BrokerWords {

    private BrokerWords() {}

    /// The reason as a word; empty if the line speaks of something else.
    ///
    /// @param line such as `OpenSSL Error[0]: error:0A0000C7:SSL routines::peer did not return a certificate`
    public static Optional<String> refusal(String line) {
        if (line.contains("peer did not return a certificate")) {
            return Optional.of("NO_CERTIFICATE");
        }
        return line.contains("certificate verify failed")
                ? Optional.of("NOT_TRUSTED")
                : Optional.empty();
    }
}
