package app.lodge.bridge.virtual;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SigningRequest;
import app.lodge.bridge.joining.JoinServer;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/// A device's side of joining: code and request out, certificate in.
final class JoinClient {

    private JoinClient() {}

    /// @throws IOException if nobody answers, or the bridge says no; the message says which
    static DeviceFolder.Joined join(Connection bridge, String name, String code)
            throws IOException {
        var made = SigningRequest.make(name);
        var body =
                Json.bytes(new JoinServer.Join(name, code, made.request()), JoinServer.Join.class);
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .sslContext(tls(bridge.certificate()))
                        .build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "https://%s:%d/v1/join"
                                                            .formatted(
                                                                    bridge.host(),
                                                                    bridge.joinPort())))
                                    .timeout(Duration.ofSeconds(20))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new JoinRefused(
                        name,
                        Json.tree(answer.body())
                                .path("problem")
                                .asText("HTTP " + answer.statusCode()));
            }
            var given = Json.read(answer.body(), JoinServer.Certificate.class);
            return new DeviceFolder.Joined(
                    Pem.write("PRIVATE KEY", made.key().getEncoded()),
                    given.certificate(),
                    given.authority(),
                    given.topics(),
                    given.kind(),
                    given.currency());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Joining was interrupted", e);
        }
    }

    private static SSLContext tls(String authority) {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, Identity.trusting(Pem.certificate(authority)).getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java refuses TLS", e);
        }
    }
}
