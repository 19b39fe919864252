package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.core.devices.DeviceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the checks work with: everything that the device said, and a bridge's side to speak with it.
final class Bench {

    private final BenchNetwork network;
    private final BenchOrder order;
    private final Hands hands;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Heard> heard = new ArrayList<>();
    private final Map<String, Long> listVersions = new TreeMap<>();
    private Answering answering = Answering.YES;
    private boolean acknowledging = true;
    private long highestSeq;
    private int desiredVersion;
    private Map<String, String> desired = Map.of();
    private String medium = "";

    Bench(BenchNetwork network, BenchOrder order, Hands hands) {
        this.network = network;
        this.order = order;
        this.hands = hands;
        network.tell(order.device(), this::take);
    }

    Patience patience() {
        return order.patience();
    }

    DeviceKind kind() {
        return order.kind();
    }

    String device() {
        return order.device();
    }

    Instant now() {
        return order.clock().instant();
    }

    /// Ends the device's connection as a network does that breaks.
    void cut() {
        network.cut(device());
    }

    /// What the broker refused the device.
    List<String> refusals() {
        return network.refusals(device());
    }

    /// Certificate of a key that signs packages, in PEM.
    String signer(byte[] ed25519) {
        return network.signer(ed25519);
    }

    /// Bytes that are no message of the protocol.
    void pushBytes(String tail, byte[] bytes) {
        network.link().pushBytes(device(), tail, bytes);
    }

    /// Number of the last message: what came later is younger than this.
    long mark() {
        lock.lock();
        try {
            return heard.size();
        } finally {
            lock.unlock();
        }
    }

    List<Heard> since(long mark, String tail) {
        lock.lock();
        try {
            return heard.stream()
                    .filter(one -> one.number() > mark && one.tail().equals(tail))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// The last message of that kind, or null.
    @Nullable Heard last(String tail) {
        var all = since(0, tail);
        return all.isEmpty() ? null : all.getLast();
    }

    /// Waits for a message that came after the mark; null if there is none in time.
    @Nullable Heard await(long mark, String tail, Predicate<Heard> wanted, Duration patience)
            throws InterruptedException {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                for (var one : heard) {
                    if (one.number() > mark && one.tail().equals(tail) && wanted.test(one)) {
                        return one;
                    }
                }
                if (left <= 0) {
                    return null;
                }
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Lets the device do what it must not do.
    void quiet() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(patience().quiet().toMillis());
    }

    void push(String tail, Object message) {
        network.link().push(device(), tail, message);
    }

    void present() {
        hands.present();
    }

    void answering(Answering how) {
        lock.lock();
        try {
            answering = how;
        } finally {
            lock.unlock();
        }
    }

    /// Whether events are said to be safe as they come; switched on, those that came are.
    void acknowledging(boolean on) {
        long upTo;
        lock.lock();
        try {
            acknowledging = on;
            upTo = highestSeq;
        } finally {
            lock.unlock();
        }
        if (on) {
            push(Topics.ACK, new Down.Ack(upTo));
        }
    }

    /// Number of the medium that was last held to the device; empty before the first.
    String medium() {
        lock.lock();
        try {
            return medium;
        } finally {
            lock.unlock();
        }
    }

    /// What the device should hold now.
    Map<String, String> desired() {
        return desired;
    }

    int desiredVersion() {
        return desiredVersion;
    }

    /// Makes the next version of the desired configuration, without saying so to the device.
    int desire(Map<String, String> config) {
        desired = new TreeMap<>(config);
        return ++desiredVersion;
    }

    /// Starts above whatever the device holds already.
    void begin(int version) {
        desiredVersion = Math.max(desiredVersion, version);
    }

    long nextVersion(String list) {
        return listVersions.merge(list, 1L, Long::sum);
    }

    long version(String list) {
        return listVersions.getOrDefault(list, 0L);
    }

    private void take(String tail, byte[] payload, FieldLink.Reply reply) {
        Answering how;
        boolean acknowledge;
        Heard one;
        lock.lock();
        try {
            one = Heard.of(heard.size() + 1L, now(), tail, payload, reply);
            if (tail.equals(Topics.EVENT)) {
                highestSeq = Math.max(highestSeq, one.number("seq"));
            }
            if (List.of(Topics.ASK, Topics.EVENT).contains(tail)
                    && !one.text("credential").isEmpty()) {
                medium = one.text("credential");
            }
            heard.add(one);
            how = answering;
            acknowledge = acknowledging;
            more.signalAll();
        } finally {
            lock.unlock();
        }
        switch (tail) {
            case Topics.HELLO -> push(Topics.ANSWER, Down.Answer.greeting(now()));
            case Topics.EVENT -> {
                if (acknowledge) {
                    push(Topics.ACK, new Down.Ack(highestSeq));
                }
            }
            case Topics.ASK -> answer(one, how);
            case Topics.HOLDER ->
                    push(
                            Topics.HOLDER_ANSWER,
                            Map.of("id", one.text("id"), "ok", true, "why", "", "token", "kit"));
            default -> {
                // nothing to answer
            }
        }
    }

    private void answer(Heard ask, Answering how) {
        var link = network.link();
        switch (how) {
            case YES -> link.answer(device(), ask.reply(), yes(ask));
            case YES_TWICE -> {
                link.answer(device(), ask.reply(), yes(ask));
                link.answer(device(), ask.reply(), yes(ask));
            }
            case NO ->
                    link.answer(
                            device(),
                            ask.reply(),
                            Down.Answer.no(ask.text("id"), "INSUFFICIENT", null, now()));
            case SILENCE -> {
                // the device must help itself
            }
        }
    }

    private Down.Answer yes(Heard ask) {
        var amount = ask.json().path("amount");
        var money =
                amount.isObject()
                        ? new Down.Amount(
                                amount.path("minor").asLong(), amount.path("currency").asText())
                        : null;
        return new Down.Answer(
                ask.text("id"),
                true,
                "",
                money == null ? 0 : 1,
                money,
                money,
                now().plus(Duration.ofMinutes(15)),
                Math.max(1, (int) ask.number("compartment")),
                now());
    }
}
