package app.lodge.bridge.joining;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SigningRequest;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.devices.FieldBooks.JoinOutcome;
import app.lodge.core.doors.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /v1/join` over TLS: a one-time code and a certificate request in, a certificate out.
public final class JoinServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JoinServer.class);
    private static final String PATH = "/v1/join";
    private static final int LARGEST = 16 << 10;

    private final HttpsServer server;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final JoinCodebook books;
    private final SiteAuthority authority;
    private final String site;
    private final IntSupplier mqttPort;
    private final Consumer<String> joined;
    private final String currency;
    private final Attempts attempts;

    /// @param address port 0 takes a free one
    /// @param mqttPort the broker's, 0 while it starts
    /// @param joined hears the device's name: an older connection of it is void
    public JoinServer(
            InetSocketAddress address,
            Identity shown,
            JoinCodebook books,
            SiteAuthority authority,
            String site,
            IntSupplier mqttPort,
            Consumer<String> joined,
            String currency,
            Attempts attempts)
            throws IOException {
        this.books = books;
        this.authority = authority;
        this.site = site;
        this.mqttPort = mqttPort;
        this.joined = joined;
        this.currency = currency;
        this.attempts = attempts;
        server = HttpsServer.create(address, 16);
        server.setHttpsConfigurator(new HttpsConfigurator(shown.serverTls()));
        server.setExecutor(callers);
        server.createContext(PATH, this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        callers.shutdown();
    }

    /// @param request certificate request in PEM
    public record Join(String device, String code, String request) {
        @Override
        public String toString() {
            return "Join[" + device + "]";
        }
    }

    /// @param topics where the device's own topics begin: `lodge/v1/{site}/{device}`
    /// @param kind `PAYMENT_POINT` or `LOCKER_CABINET`
    /// @param currency ISO 4217 code of what it charges in
    /// @param mqttPort 0 while the broker starts
    public record Certificate(
            String certificate,
            String authority,
            String site,
            String topics,
            String kind,
            String currency,
            int mqttPort) {}

    /// @param problem UNKNOWN_DEVICE, NO_CODE, WRONG_CODE, CODE_EXPIRED, MALFORMED, TOO_MANY_ATTEMPTS
    ///     or NOT_NOW
    public record Refused(String problem, String detail) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals(PATH)) {
                refuse(exchange, 404, "MALFORMED", "POST " + PATH);
            } else if (body.length > LARGEST) {
                refuse(exchange, 413, "MALFORMED", "more than 16 KiB");
            } else {
                join(exchange, body);
            }
        } catch (BooksUnavailable e) {
            refuse(exchange, 503, "NOT_NOW", "try again");
        } catch (RuntimeException e) {
            LOG.error("A join failed", e);
            refuse(exchange, 500, "NOT_NOW", "try again");
        }
    }

    private void join(HttpExchange exchange, byte[] body) throws IOException {
        Join join;
        SigningRequest request;
        try {
            join = Json.read(body, Join.class);
            request = SigningRequest.read(join.request());
            if (!request.name().equals(join.device())) {
                throw new IllegalArgumentException(
                        "The request asks for another name than the device's");
            }
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            refuse(exchange, 400, "MALFORMED", "device, code and request (PKCS #10 in PEM)");
            return;
        }
        if (!attempts.allowed(join.device())) {
            refuse(exchange, 429, "TOO_MANY_ATTEMPTS", "wait a quarter of an hour");
            return;
        }
        var certificate = authority.certify(join.device(), request.publicKey());
        var outcome =
                books.redeem(
                        join.device(),
                        join.code(),
                        Identity.serial(certificate),
                        certificate.getNotAfter().toInstant());
        switch (outcome) {
            case JoinOutcome.Joined(var device) -> {
                attempts.succeeded(device.name());
                LOG.info("{} joined", device.name());
                joined.accept(device.name());
                send(
                        exchange,
                        200,
                        new Certificate(
                                Pem.certificate(certificate),
                                Pem.certificate(authority.certificate()),
                                site,
                                "lodge/v1/" + site + "/" + device.name(),
                                device.kind().name(),
                                currency,
                                mqttPort.getAsInt()));
            }
            case JoinOutcome.Refused(var why) -> {
                attempts.failed(join.device());
                LOG.warn("{} may not join: {}", join.device(), why);
                books.noteRefusal("device.join-refused", join.device(), Map.of("why", why.name()));
                refuse(exchange, 403, why.name(), "");
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status, String problem, String detail)
            throws IOException {
        send(exchange, status, new Refused(problem, detail));
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        var json = Json.bytes(answer, answer.getClass());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
