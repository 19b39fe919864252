package app.lodge.bridge.alerts;

import app.lodge.core.watch.Outlets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/// Mail and web hooks over the network, with the machine's own trust in certificates.
///
/// A web hook is a POST of JSON with `Lodge-Key`, the same for every try of one message, and
/// `Lodge-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA-256 over `<seconds>.<body>` under the shared
/// secret, so that the receiver can tell who speaks and throw away what is old. Any 2xx is an answer.
public final class NetworkOutlets implements Outlets {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final SSLContext tls;

    public NetworkOutlets(InstantSource clock) {
        this(clock, machinesTrust());
    }

    /// @param tls whom it trusts
    NetworkOutlets(InstantSource clock, SSLContext tls) {
        this.clock = clock;
        this.tls = tls;
    }

    @Override
    public void mail(MailServer server, String password, Mail mail) throws IOException {
        try (var conversation = SmtpConversation.with(server, tls)) {
            conversation.greet();
            if (server.security() == MailSecurity.STARTTLS) {
                conversation.startTls();
            }
            if (!server.user().isEmpty()) {
                conversation.signIn(server.user(), password);
            }
            conversation.send(server.from(), mail, clock.instant());
        }
    }

    @Override
    public void post(URI address, byte[] secret, Call call) throws IOException {
        var at = clock.instant().getEpochSecond();
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Lodge-Key", call.key())
                        .header("Lodge-Signature", "t=" + at + ",v1=" + signed(at, secret, call))
                        .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                        .build();
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .sslContext(tls)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("The web hook answered HTTP " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a web hook was called", e);
        }
    }

    static String signed(long at, byte[] secret, Call call) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((at + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of()
                    .formatHex(mac.doFinal(call.body().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
        }
    }

    private static SSLContext machinesTrust() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }
}
