package app.lodge.bridge.link;

import java.security.cert.X509Certificate;
import java.util.Optional;

/// Who may connect, and what happens when somebody may not. Called on the broker's threads.
public interface Gate {

    /// Why a certificate does not open the network to this client, as a word; empty if it does.
    ///
    /// @param serial upper-case hex
    Optional<String> refusalOf(String clientId, String serial);

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
