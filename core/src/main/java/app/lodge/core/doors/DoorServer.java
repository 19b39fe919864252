package app.lodge.core.doors;

import app.lodge.core.books.Actor;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.Operators;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every door over one TLS port: `POST /v1/<door>/<verb>` with the arguments after the actor as a JSON
/// array, `POST /v1/sign-in` for a session.
///
/// Rights are enforced behind the doors; here is only: who calls, which verb, which values.
public final class DoorServer implements AutoCloseable {

    /// Largest call, in bytes: a personnel file of 40 MB as base64.
    static final int LARGEST_CALL = 64 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DoorServer.class);
    private static final String ROOT = "/v1/";

    private final HttpsServer server;

    /// A caller waits for the disk and for other callers: a thread each, which costs next to nothing.
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private final Operators operators;
    private final Sessions sessions;
    private volatile @Nullable CardDesk cards;
    private final Map<String, OpenDoor> doors = new ConcurrentHashMap<>();

    /// @param address port 0 takes a free one; see {@link #port}
    /// @throws IOException if the port is taken
    public DoorServer(
            InetSocketAddress address, SSLContext tls, Operators operators, Sessions sessions)
            throws IOException {
        // Read once by the JDK's server; without it small answers wait for the peer's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.operators = operators;
        this.sessions = sessions;
        server = HttpsServer.create(address, 64);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(callers);
        server.createContext(ROOT, this::answer);
    }

    public <D> DoorServer offer(Class<D> door, D implementation) {
        doors.put(Verbs.name(door), new OpenDoor(implementation, Verbs.of(door)));
        return this;
    }

    /// Lets operators in by card and PIN, too.
    public DoorServer admit(CardEntrance entrance) {
        cards = new CardDesk(entrance, sessions);
        return this;
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        callers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(ROOT.length());
            var body = exchange.getRequestBody().readNBytes(LARGEST_CALL + 1);
            if (body.length > LARGEST_CALL) {
                refuse(exchange, Refusal.Kind.TOO_LARGE, "The call is larger than 64 MiB");
            } else if (path.equals("sign-in")) {
                lastOfItsConnection(exchange);
                signIn(exchange, body);
            } else if (cards != null && path.startsWith(CardDesk.PATH)) {
                lastOfItsConnection(exchange);
                send(exchange, 200, cards.answer(path, body));
            } else {
                call(exchange, path, body);
            }
            Arrays.fill(body, (byte) 0);
        } catch (RuntimeException e) {
            LOG.error("A call to {} failed [{}]", exchange.getRequestURI(), Refusal.code(e), e);
            refuse(exchange, Refusal.of(e));
        }
    }

    /// What was secret in a call lies in the buffers of its connection too: they go with it.
    private static void lastOfItsConnection(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Connection", "close");
    }

    private void signIn(HttpExchange exchange, byte[] body) throws IOException {
        SignIn given;
        try {
            given = Json.read(body, SignIn.class);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            refuse(
                    exchange,
                    Refusal.Kind.MALFORMED,
                    "Sign-in needs name, password and workstation");
            return;
        }
        Operators.SignInOutcome outcome;
        try {
            outcome = operators.signIn(given.name(), given.password(), given.workstation());
        } finally {
            Arrays.fill(given.password(), ' ');
        }
        var token =
                outcome instanceof Operators.SignInOutcome.SignedIn(Actor actor)
                        ? sessions.token(actor)
                        : "";
        send(exchange, 200, Json.bytes(new SignInAnswer(outcome, token), SignInAnswer.class));
    }

    private void call(HttpExchange exchange, String path, byte[] body) throws IOException {
        var actor = actor(exchange);
        if (actor == null) {
            refuse(exchange, Refusal.Kind.NOT_SIGNED_IN, "Sign in first");
            return;
        }
        var slash = path.indexOf('/');
        var door = slash < 0 ? null : doors.get(path.substring(0, slash));
        var verb = door == null ? null : door.verbs().get(path.substring(slash + 1));
        if (door == null || verb == null) {
            refuse(exchange, Refusal.Kind.UNKNOWN_VERB, "There is no door " + path);
            return;
        }
        @Nullable Object[] arguments;
        try {
            arguments = arguments(verb, actor, body);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            refuse(exchange, Refusal.Kind.MALFORMED, path + ": " + e.getMessage());
            return;
        }
        if (Secrets.among(arguments)) {
            lastOfItsConnection(exchange);
        }
        try {
            var result = verb.invoke(door.implementation(), arguments);
            if (Secrets.in(result)) {
                lastOfItsConnection(exchange);
            }
            var answer = Json.bytes(result, verb.getGenericReturnType());
            Secrets.wipe(result);
            send(exchange, 200, answer);
        } catch (InvocationTargetException e) {
            var cause =
                    Objects.requireNonNull(e.getCause(), "InvocationTargetException has a cause");
            var refusal = Refusal.of(cause);
            if (refusal.kind() == Refusal.Kind.FAULT) {
                LOG.error("{} failed [{}]", path, refusal.code(), cause);
            } else {
                LOG.info("{} refused: {}", path, refusal.message());
            }
            refuse(exchange, refusal);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(path + " is not public", e);
        } finally {
            for (var each : arguments) {
                Secrets.wipe(each);
            }
        }
    }

    private @Nullable Actor actor(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("Bearer ")
                ? sessions.session(header.substring("Bearer ".length()))
                        .flatMap(session ->
                                operators.signedIn(session.operatorId(), session.workstation()))
                        .orElse(null)
                : null;
    }

    private static @Nullable Object[] arguments(Method verb, Actor actor, byte[] body)
            throws IOException {
        var types = List.of(verb.getGenericParameterTypes());
        var given = Json.array(body, types.subList(1, types.size()));
        var arguments = new @Nullable Object[types.size()];
        arguments[0] = actor;
        System.arraycopy(given, 0, arguments, 1, given.length);
        return arguments;
    }

    private static void refuse(HttpExchange exchange, Refusal.Kind kind, String message)
            throws IOException {
        refuse(exchange, new Refusal(kind, message, ""));
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        send(exchange, refusal.kind().status(), Json.bytes(refusal, Refusal.class));
    }

    private static void send(HttpExchange exchange, int status, byte[] json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        Arrays.fill(json, (byte) 0);
    }

    record OpenDoor(Object implementation, Map<String, Method> verbs) {}

    record SignIn(String name, char[] password, String workstation) {}

    record SignInAnswer(Operators.SignInOutcome outcome, String token) {}
}
