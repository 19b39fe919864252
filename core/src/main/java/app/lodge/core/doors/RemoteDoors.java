package app.lodge.core.doors;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.keys.TokenUnavailable;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.Operators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The doors of a bridge, called from afar: the same interfaces, one TLS connection.
///
/// The actor that a caller passes is not sent: the session says who acts.
public final class RemoteDoors implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final Supplier<Optional<Connection>> announced;
    private volatile Way way;
    private volatile String token = "";

    /// To a bridge that stays where it is.
    ///
    /// @throws IllegalArgumentException if the connection's certificate is none
    public RemoteDoors(Connection connection) {
        this(connection, Optional::empty);
    }

    /// @param announced what the bridge says now of how to reach it: one that was started again has
    ///     another port, and is followed there
    public RemoteDoors(Connection connection, Supplier<Optional<Connection>> announced) {
        this.way = Way.to(connection);
        this.announced = announced;
    }

    /// To the bridge of a home, wherever it is started again.
    public static RemoteDoors ofHome(Connection connection, Path home) {
        return new RemoteDoors(connection, () -> Connection.read(home));
    }

    public Connection connection() {
        return way.connection();
    }

    private record Way(Connection connection, HttpClient client) {
        static Way to(Connection connection) {
            return new Way(
                    connection,
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(CONNECT)
                            .sslContext(BridgeTrust.in(connection.certificate()))
                            .build());
        }

        boolean leadsTo(Connection other) {
            return connection.address().equals(other.address())
                    && connection.certificate().equals(other.certificate());
        }
    }

    /// @throws BridgeAway if nobody answers
    public Operators.SignInOutcome signIn(String name, char[] password, String workstation) {
        var answer =
                post(
                        "sign-in",
                        Json.bytes(
                                new DoorServer.SignIn(name, password, workstation),
                                DoorServer.SignIn.class));
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        var read = Json.read(answer.body(), DoorServer.SignInAnswer.class);
        if (read.outcome() instanceof Operators.SignInOutcome.SignedIn) {
            token = read.token();
        }
        return read.outcome();
    }

    /// Sign-in by an operator's card, see {@link CardEntrance}.
    public CardEntrance cardEntrance() {
        return new CardEntrance() {
            @Override
            public Optional<Question> begin(Uid uid, int keyVersion, byte[] encryptedRndB) {
                var given = new CardDesk.Begin(uid, keyVersion, encryptedRndB);
                return asked("begin", given, CardDesk.BeginAnswer.class).question();
            }

            @Override
            public ProveOutcome prove(String session, byte[] answer) {
                var given = new CardDesk.Prove(session, answer);
                return asked("prove", given, CardDesk.ProveAnswer.class).outcome();
            }

            @Override
            public EnterOutcome enter(String session, char[] pin, String workstation) {
                var given = new CardDesk.Enter(session, pin, workstation);
                var read = asked("enter", given, CardDesk.EnterAnswer.class);
                if (read.outcome() instanceof EnterOutcome.SignedIn) {
                    token = read.token();
                }
                return read.outcome();
            }
        };
    }

    private <A> A asked(String step, Object given, Class<A> answerType) {
        var answer = post(CardDesk.PATH + step, Json.bytes(given, given.getClass()));
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        return Json.read(answer.body(), answerType);
    }

    public void signOut() {
        token = "";
    }

    /// The door as if it were near. Calls throw {@link BridgeAway}, {@link SignInNeeded},
    /// {@link NotPermitted}, {@link BooksUnavailable} or {@link DoorFault}.
    public <D> D door(Class<D> type) {
        var verbs = Verbs.of(type);
        InvocationHandler far =
                (proxy, method, arguments) -> {
                    if (!verbs.containsValue(method)) {
                        return ofObject(proxy, method, arguments);
                    }
                    return call(Verbs.name(type) + "/" + method.getName(), method, arguments);
                };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, far));
    }

    @Override
    public void close() {
        way.client().close();
    }

    private @Nullable Object call(String path, Method method, @Nullable Object[] arguments) {
        var types = method.getGenericParameterTypes();
        var parts = new byte[arguments.length][];
        int length = 1;
        for (var i = 1; i < arguments.length; i++) {
            parts[i] = Json.bytes(arguments[i], types[i]);
            length += 1 + parts[i].length;
        }
        var body = ByteBuffer.allocate(Math.max(2, length)).put((byte) '[');
        for (var i = 1; i < arguments.length; i++) {
            body.put(parts[i]).put((byte) (i + 1 < arguments.length ? ',' : ']'));
            Arrays.fill(parts[i], (byte) 0);
        }
        if (arguments.length < 2) {
            body.put((byte) ']');
        }
        var answer = post(path, body.array());
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        try {
            return method.getReturnType() == void.class
                    ? null
                    : Json.read(answer.body(), method.getGenericReturnType());
        } finally {
            Arrays.fill(answer.body(), (byte) 0);
        }
    }

    /// Every verb may be repeated: writing ones carry a request id. So a connection that broke while
    /// it was idle is tried once more before the bridge counts as away.
    ///
    /// @param body wiped here: it may carry a password
    private HttpResponse<byte[]> post(String path, byte[] body) {
        try {
            return posted(path, body);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private HttpResponse<byte[]> posted(String path, byte[] body) {
        var used = way;
        try {
            return post(used, path, body);
        } catch (BridgeAway away) {
            var moved = newWay(used);
            if (moved.isEmpty()) {
                throw away;
            }
            return post(moved.get(), path, body);
        }
    }

    /// The way to the bridge if it is another one than that which leads nowhere.
    private synchronized Optional<Way> newWay(Way old) {
        if (way != old) {
            return Optional.of(way);
        }
        Optional<Way> moved;
        try {
            moved = announced.get().filter(now -> !old.leadsTo(now)).map(Way::to);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty(); // a bridge.json that says nothing
        }
        moved.ifPresent(found -> {
            way = found;
            old.client().shutdown();
        });
        return moved;
    }

    private HttpResponse<byte[]> post(Way way, String path, byte[] body) {
        var connection = way.connection();
        var client = way.client();
        var request =
                HttpRequest.newBuilder(
                                URI.create("https://" + connection.address() + "/v1/" + path))
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (java.net.ConnectException | java.net.http.HttpTimeoutException e) {
                throw new BridgeAway(connection.address(), e);
            } catch (IOException e) {
                return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            }
        } catch (IOException e) {
            throw new BridgeAway(connection.address(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeAway(connection.address(), e);
        }
    }

    private static RuntimeException failure(HttpResponse<byte[]> answer) {
        Refusal refusal;
        try {
            refusal = Json.read(answer.body(), Refusal.class);
        } catch (UncheckedIOException e) {
            return new DoorFault("The bridge answered %d".formatted(answer.statusCode()), "");
        }
        return switch (refusal.kind()) {
            case NOT_SIGNED_IN -> new SignInNeeded(refusal.message());
            case NOT_PERMITTED -> {
                var words = refusal.message().split(" may not ", 2);
                yield new NotPermitted(words[0], words.length > 1 ? words[1] : "");
            }
            case UNAVAILABLE ->
                    new BooksUnavailable(refusal.message(), new IOException(refusal.message()));
            case TOKEN_AWAY -> new TokenUnavailable(refusal.message(), "says the bridge", null);
            case UNKNOWN_VERB, REQUEST_REUSED, MALFORMED, TOO_LARGE, FAULT ->
                    new DoorFault(refusal.message(), refusal.code());
        };
    }

    private static @Nullable Object ofObject(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "toString" -> "far " + Arrays.toString(proxy.getClass().getInterfaces());
            default -> throw new UnsupportedOperationException(method + " has no actor: near only");
        };
    }
}
