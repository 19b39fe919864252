package app.lodge.bridge.link;

import java.security.cert.X509Certificate;
import java.util.Optional;

/// Who may connect, and what happens when somebody may not. Called on the broker's threads.
public interface Gate {

    /// Serial, in upper-case hex, of the only certificate that stands for this client; empty for
    /// strangers, and for devices that have not joined.
    Optional<String> certificateOf(String clientId);

    /// @param what `connect`, `publish` or `subscribe`
    /// @param detail the reason or the topic
    void refused(String what, String clientId, String detail);

    static String commonName(X509Certificate certificate) {
        var name = certificate.getSubjectX500Principal().getName("RFC2253");
        return name.startsWith("CN=") && name.indexOf(',') < 0
                ? name.substring("CN=".length())
                : "";
    }
}
