package app.lodge.bridge.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.core.books.Sealing;
import app.lodge.core.watch.Outlets.Call;
import app.lodge.core.watch.Outlets.Mail;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// Mail to a real server that we did not write, and a web hook to a real HTTPS server.
@Tag("ID-49")
class NetworkOutletsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Mail MAIL =
            new Mail(
                    "site-1-7-1",
                    List.of("porter@example.org", "chief@example.org"),
                    "[Lodge] Schließfachschrank „Süd“ 储物柜 hat sich seit sehr vielen, nämlich 17 Minuten nicht gemeldet.",
                    ".A line that begins with a dot\nŽivjeli!\n");

    @TempDir Path folder;
    private final List<String> got = new ArrayList<>();
    private SSLContext serverTls;
    private SSLContext clientTls;

    @BeforeEach
    void certify() throws Exception {
        var authority = SiteAuthority.in(folder, "site-1", new Plain(), Clock.systemUTC());
        var identity = authority.server(List.of("localhost", "127.0.0.1"));
        serverTls = identity.serverTls();
        clientTls = SSLContext.getInstance("TLS");
        clientTls.init(null, identity.trustManagers().getTrustManagers(), null);
    }

    @Test
    void mailGoesOverStartTlsWithSignInAndArrivesAsItWasWritten() throws Exception {
        var server = smtp(true);
        try {
            outlets().mail(to(server, MailSecurity.STARTTLS), "right", MAIL);
            assertThat(got).hasSize(2);
            assertThat(got.getFirst())
                    .startsWith("lodge@example.org>porter@example.org\n")
                    .contains("Message-ID: <site-1-7-1@lodge.local>")
                    .contains("Date: Sun, 22 Nov 2026 08:00:00 +0000");
            var message = jakarta(got.getFirst());
            assertThat(message.subject()).isEqualTo(MAIL.subject());
            assertThat(message.text().replace("\r\n", "\n")).isEqualTo(MAIL.text());
            assertThat(got.getFirst().lines()).allMatch(line -> line.length() <= 78);
        } finally {
            server.stop();
        }
    }

    @Test
    void aWrongPasswordIsToldAndNeverShown() throws Exception {
        var server = smtp(true);
        try {
            assertThatThrownBy(() ->
                            outlets().mail(to(server, MailSecurity.STARTTLS), "wr0ng-secret", MAIL))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused the sign-in")
                    .hasMessageNotContaining("wr0ng");
            assertThat(got).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWithoutStartTlsAndOneWhoseCertificateNobodyKnowsGetNothing() throws Exception {
        var bare = smtp(false);
        var secure = smtp(true);
        try {
            assertThatThrownBy(() -> outlets().mail(to(bare, MailSecurity.STARTTLS), "right", MAIL))
                    .hasMessageContaining("offers no STARTTLS");
            assertThatThrownBy(() ->
                            new NetworkOutlets(InstantSource.fixed(NOW))
                                    .mail(to(secure, MailSecurity.STARTTLS), "right", MAIL))
                    .isInstanceOf(javax.net.ssl.SSLException.class);
            assertThat(got).isEmpty();
        } finally {
            bare.stop();
            secure.stop();
        }
    }

    @Test
    void aWebHookIsSignedAndCarriesTheKeyOfItsMessage() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverTls));
        server.createContext(
                "/hook",
                exchange -> {
                    got.add(exchange.getRequestHeaders().getFirst("Lodge-Key"));
                    got.add(exchange.getRequestHeaders().getFirst("Lodge-Signature"));
                    got.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(got.size() > 3 ? 503 : 204, -1);
                    exchange.close();
                });
        server.start();
        try {
            var address =
                    URI.create("https://localhost:" + server.getAddress().getPort() + "/hook");
            var call = new Call("site-1-7-1", "{\"alert\":7}");
            outlets().post(address, "a-shared-secret-of-both".getBytes(), call);
            // openssl: printf '%s' '1795334400.{"alert":7}' | openssl dgst -sha256 -hmac
            // a-shared-secret-of-both
            assertThat(got)
                    .containsExactly(
                            "site-1-7-1",
                            "t=1795334400,v1="
                                    + "94dbc9cc6880875be65cc1b6ae82389d4a895e311c6b49f049d694f21e1e46ad",
                            "{\"alert\":7}");
            assertThatThrownBy(() ->
                            outlets().post(address, "a-shared-secret-of-both".getBytes(), call))
                    .hasMessageContaining("HTTP 503");
        } finally {
            server.stop(0);
        }
    }

    private NetworkOutlets outlets() {
        return new NetworkOutlets(InstantSource.fixed(NOW), clientTls);
    }

    private static MailServer to(SMTPServer server, MailSecurity security) {
        return new MailServer(
                "localhost", server.getPortAllocated(), security, "lodge", "lodge@example.org");
    }

    private SMTPServer smtp(boolean tls) {
        var builder =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory((user, password, _) -> {
                                    if (!user.equals("lodge") || !password.equals("right")) {
                                        throw new LoginFailedException("no");
                                    }
                                }))
                        .simpleMessageListener(
                                new SimpleMessageListener() {
                                    @Override
                                    public boolean accept(String from, String to) {
                                        return true;
                                    }

                                    @Override
                                    public void deliver(
                                            String from, String to, java.io.InputStream data)
                                            throws IOException {
                                        got.add(
                                                from
                                                        + ">"
                                                        + to
                                                        + "\n"
                                                        + new String(
                                                                data.readAllBytes(),
                                                                StandardCharsets.UTF_8));
                                    }
                                });
        if (tls) {
            builder =
                    builder.enableTLS()
                            .requireTLS()
                            .startTlsSocketFactory(socket -> {
                                var secure =
                                        (SSLSocket)
                                                serverTls
                                                        .getSocketFactory()
                                                        .createSocket(
                                                                socket,
                                                                "localhost",
                                                                socket.getPort(),
                                                                true);
                                secure.setUseClientMode(false);
                                return secure;
                            });
        }
        var server = builder.build();
        server.start();
        return server;
    }

    private record Read(String subject, String text) {}

    /// As a mail program reads it: RFC 2047 words joined, base64 undone.
    private static Read jakarta(String raw) {
        var unfolded = raw.replace("\r\n", "\n").replace("\n ", " ");
        var line =
                unfolded.lines()
                        .filter(one -> one.startsWith("Subject: "))
                        .findFirst()
                        .orElseThrow();
        var subject = new StringBuilder();
        var words =
                java.util.regex.Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]+)\\?=")
                        .matcher(line);
        while (words.find()) {
            subject.append(
                    new String(
                            java.util.Base64.getDecoder().decode(words.group(1)),
                            StandardCharsets.UTF_8));
        }
        var body = unfolded.substring(unfolded.indexOf("\n\n") + 2).strip();
        return new Read(
                subject.toString(),
                new String(java.util.Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8));
    }

    private record Plain() implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }
}
