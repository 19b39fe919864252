package app.lodge.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.devices.ListDelta;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is pushed when lists have changed, and in which order.
@Tag("ID-14")
@Tag("ID-15")
final class DeliveryTest {

    private static final FieldDevice TILL =
            new FieldDevice(new DeviceId(7), "till-7", DeviceKind.PAYMENT_POINT, "AB", 0);

    private final List<FieldBooks.ListStand> lists = new ArrayList<>();
    private final Wire wire = new Wire();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Delivery delivery = new Delivery(books(), () -> now);

    @Test
    void aBlockGoesAloneAndTheRestFollowsWithoutIt() {
        lists.add(new FieldBooks.ListStand("block", 4, 3));
        lists.add(new FieldBooks.ListStand("allow", 9, 8));
        delivery.pushBlocks(wire, TILL);
        assertThat(wire.pushed).containsExactly("till-7 list/block 3→4");
        delivery.push(wire, TILL, List.of());
        assertThat(wire.pushed).containsExactly("till-7 list/block 3→4", "till-7 list/allow 8→9");
    }

    @Test
    void whatIsConfirmedIsNotPushed() {
        lists.add(new FieldBooks.ListStand("block", 4, 4));
        lists.add(new FieldBooks.ListStand("allow", 8, 8));
        delivery.pushBlocks(wire, TILL);
        delivery.push(wire, TILL, List.of());
        assertThat(wire.pushed).isEmpty();
    }

    @Test
    void aBlockThatIsNotConfirmedInTimeGoesAgain() {
        lists.add(new FieldBooks.ListStand("block", 4, 3));
        delivery.pushBlocks(wire, TILL);
        now = now.plus(Delivery.PATIENCE).minusMillis(1);
        delivery.push(wire, TILL, List.of());
        assertThat(wire.pushed).hasSize(1);
        now = now.plusMillis(1);
        delivery.push(wire, TILL, List.of());
        assertThat(wire.pushed).hasSize(2);
    }

    @Test
    void aDeviceThatAsksForAWholeListGetsItFromTheBeginning() {
        lists.add(new FieldBooks.ListStand("block", 4, 4));
        delivery.push(wire, TILL, List.of("block"));
        assertThat(wire.pushed).containsExactly("till-7 list/block 0→4");
    }

    private FieldBooks books() {
        return (FieldBooks)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {FieldBooks.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "lists" -> List.copyOf(lists);
                                    case "delta" ->
                                            delta((String) arguments[1], (Long) arguments[2]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private ListDelta delta(String name, long base) {
        var stand = lists.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return new ListDelta(name, stand.version(), base, List.of(), List.of());
    }

    /// What went out.
    private static final class Wire implements FieldLink {

        private final List<String> pushed = new ArrayList<>();

        @Override
        public void push(String device, String tail, Object message) {
            var delta = (Down.ListDelta) message;
            pushed.add("%s %s %d→%d".formatted(device, tail, delta.base(), delta.version()));
        }

        @Override
        public void pushRetained(String device, String tail, Object message) {
            push(device, tail, message);
        }

        @Override
        public void answer(String device, Reply reply, Down.Answer answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
