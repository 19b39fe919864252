package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.delivery.Delivery;
import app.lodge.bridge.link.DeviceLanes;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.core.books.Fact;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.devices.ListDelta;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// In which order committed facts reach many devices, over the lanes of the real network.
@Tag("ID-42")
final class FieldNewsTest {

    private static final int DEVICES = 200;

    private final Set<String> online = new TreeSet<>();
    private final Wire wire = new Wire();

    @RepeatedTest(5)
    void everyDeviceHasItsBlockBeforeTheFirstGetsAnythingElse() throws Exception {
        IntStream.range(0, DEVICES).forEach(number -> online.add("till-" + number));
        try (var lanes = new DeviceLanes()) {
            news(lanes).heard(List.of(fact("lists.changed")));
            wire.await(2 * DEVICES);
        }
        assertThat(wire.pushed.subList(0, DEVICES)).containsOnly("list/block");
        assertThat(wire.pushed.subList(DEVICES, 2 * DEVICES)).containsOnly("list/allow");
    }

    @Test
    void aDeviceWhoseBlockCannotBeReadDoesNotKeepTheOthersFromTheirLists() throws Exception {
        online.addAll(List.of("broken", "till-1", "till-2"));
        try (var lanes = new DeviceLanes()) {
            news(lanes).heard(List.of(fact("lists.changed")));
            wire.await(4);
        }
        assertThat(wire.pushed)
                .containsExactly("list/block", "list/block", "list/allow", "list/allow");
    }

    private static Fact fact(String kind) {
        return new Fact(1, Instant.EPOCH, kind, "medium:1");
    }

    private FieldNews news(DeviceLanes lanes) {
        var books = books();
        return new FieldNews(
                books,
                new Delivery(books, Clock.systemUTC()),
                null,
                null,
                lanes,
                online,
                () -> wire,
                _ -> {});
    }

    private FieldBooks books() {
        return (FieldBooks)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {FieldBooks.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "named" -> named((String) arguments[0]);
                                    case "lists" ->
                                            List.of(
                                                    new FieldBooks.ListStand("allow", 9, 8),
                                                    new FieldBooks.ListStand("block", 4, 3));
                                    case "delta" ->
                                            new ListDelta(
                                                    (String) arguments[1],
                                                    arguments[1].equals("block") ? 4 : 9,
                                                    (Long) arguments[2],
                                                    List.of(),
                                                    List.of());
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private static Optional<FieldDevice> named(String name) {
        if (name.equals("broken")) {
            throw new IllegalStateException("This row cannot be read");
        }
        var number = Long.parseLong(name.substring("till-".length())) + 1;
        return Optional.of(
                new FieldDevice(new DeviceId(number), name, DeviceKind.PAYMENT_POINT, "AB", 0));
    }

    /// What went out, by all lanes.
    private static final class Wire implements FieldLink {

        private final List<String> pushed = new CopyOnWriteArrayList<>();

        void await(int count) throws InterruptedException {
            for (var look = 0; look < 1_000 && pushed.size() < count; look++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(pushed).hasSize(count);
        }

        @Override
        public void push(String device, String tail, Object message) {
            pushed.add(tail);
        }

        @Override
        public void pushRetained(String device, String tail, Object message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(String device, Reply reply, Down.Answer answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
