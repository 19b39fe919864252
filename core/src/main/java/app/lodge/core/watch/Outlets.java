package app.lodge.core.watch;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Where messages leave the machine: mail and web hooks, spoken by the bridge. Core knows no network.
public interface Outlets {

    /// @param password empty for a server that asks for none
    void mail(MailServer server, String password, Mail mail) throws IOException;

    /// @param secret what the message is signed with, HMAC-SHA-256
    void post(URI address, byte[] secret, Call call) throws IOException;

    /// Nothing leaves: a site without its bridge.
    static Outlets none() {
        return new Outlets() {
            @Override
            public void mail(MailServer server, String password, Mail mail) throws IOException {
                throw new IOException("No bridge sends mail here");
            }

            @Override
            public void post(URI address, byte[] secret, Call call) throws IOException {
                throw new IOException("No bridge sends messages here");
            }
        };
    }

    /// @param host whose certificate is checked unless the security is NONE
    /// @param user empty for a server that asks for none
    /// @param from address of the sender
    record MailServer(String host, int port, MailSecurity security, String user, String from) {}

    enum MailSecurity {
        /// TLS from the first byte, usually port 465.
        TLS,
        /// The server must offer STARTTLS, usually on port 587; else nothing is sent.
        STARTTLS,
        /// For a server on the same machine only.
        NONE
    }

    /// @param key the same for every try of one message
    record Mail(String key, List<String> to, String subject, String text) {
        public Mail {
            to = List.copyOf(to);
        }
    }

    /// @param key the same for every try of one message: who has seen it does nothing
    /// @param body JSON
    record Call(String key, String body) {}
}
