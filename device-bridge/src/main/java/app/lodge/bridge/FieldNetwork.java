package app.lodge.bridge;

import app.lodge.bridge.authorising.Authorising;
import app.lodge.bridge.authorising.LimitDisplay;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.delivery.Delivery;
import app.lodge.bridge.delivery.Files;
import app.lodge.bridge.delivery.Orders;
import app.lodge.bridge.intake.Intake;
import app.lodge.bridge.joining.Renewal;
import app.lodge.bridge.link.BrokerWords;
import app.lodge.bridge.link.DeviceLanes;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Gate;
import app.lodge.bridge.link.Lanes;
import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.bridge.portal.HolderMessages;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.Fact;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldBooks.Presence;
import app.lodge.core.devices.FieldDevice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings each message of a device to the part that takes it.
final class FieldNetwork implements FieldLink.Listener, Gate {

    private static final Logger LOG = LoggerFactory.getLogger(FieldNetwork.class);

    private final FieldBooks books;
    private final FieldAccess access;
    private final Consumer<String> dropping;
    private final Renewal renewal;
    private final Orders orders;
    private final Files files;
    private final InstantSource clock;
    private final Lanes lanes;
    private final Intake intake;
    private final Authorising authorising;
    private final Delivery delivery;
    private final FieldNews news;
    private final RefusalNotes refusals;
    private final Map<String, Duration> clockOffsets = new ConcurrentHashMap<>();
    private final Set<String> online = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FieldLink link;
    private volatile @Nullable HolderMessages holders;

    FieldNetwork(
            FieldParts parts,
            SiteAuthority authority,
            Consumer<String> dropping,
            LimitDisplay display,
            Lanes lanes,
            InstantSource clock) {
        this.books = parts.books();
        this.access = parts.access();
        this.dropping = dropping;
        this.lanes = lanes;
        this.renewal = new Renewal(authority, access);
        this.orders = new Orders(access);
        this.files = new Files(parts.packages(), authority);
        this.clock = clock;
        this.intake = new Intake(books, parts.payments(), parts.purses(), parts.cash(), clock);
        this.authorising =
                new Authorising(
                        books,
                        parts.apps(),
                        parts.payments(),
                        parts.cash(),
                        parts.keySets(),
                        parts.entrance(),
                        display,
                        clock);
        this.delivery = new Delivery(books, clock);
        this.news =
                new FieldNews(books, delivery, orders, files, lanes, online, () -> link, dropping);
        this.refusals = new RefusalNotes(books, lanes, clock);
    }

    /// From here on portals are answered, too.
    void serve(HolderMessages messages) {
        holders = messages;
    }

    /// From here on messages are answered.
    void speakOver(FieldLink opened) {
        link = opened;
        books.devices().stream()
                .filter(device -> device.certificateSerial() != null)
                .forEach(device -> delivery.desire(opened, device));
    }

    @Override
    public Optional<String> refusalOf(String clientId, String serial) {
        var admission = access.admit(clientId, serial);
        return admission == FieldAccess.Admission.ADMITTED
                ? Optional.empty()
                : Optional.of(admission.name());
    }

    @Override
    public void refused(String what, String clientId, String detail) {
        refusals.note(what, clientId, detail);
    }

    @Override
    public void received(String name, String tail, byte[] payload, FieldLink.Reply reply) {
        // Asks do not wait behind a long log of events, nor lists behind either.
        lanes.run(
                name,
                switch (tail) {
                    case Topics.ASK -> DeviceLanes.ASK;
                    case Topics.EVENT -> "event";
                    case Topics.HOLDER -> "holder"; // a secret is slow to compare
                    case Topics.FETCH -> "file";
                    default -> "state";
                },
                () -> take(name, tail, payload, reply));
    }

    @Override
    public void brokerSays(String line) {
        BrokerWords.refusal(line).ifPresent(why -> refused("connect", "?", why));
    }

    @Override
    public void lost() {
        if (link != null) {
            lanes.run("broker", "presence", () -> allAway("BROKER_LOST"));
        }
    }

    /// Wakes deliveries. Called on the writer's thread: hands over and returns.
    void heard(List<Fact> facts) {
        news.heard(facts);
    }

    /// Sends again what was not confirmed in time.
    void deliverAgain() {
        news.deliverAgain();
    }

    /// Ends the connections of devices whose certificate came to its end meanwhile.
    void dropExpired() {
        for (var name : access.expired()) {
            if (online.contains(name)) {
                refused("connect", name, FieldAccess.Admission.EXPIRED.name());
                dropping.accept(name);
            }
        }
    }

    /// Says of every device that it is away: the bridge starts, or stops.
    void allAway(String detail) {
        online.clear();
        for (var device : books.devices()) {
            if (device.certificateSerial() != null) {
                books.present(Actor.system("bridge"), device.id(), Presence.OFFLINE, detail);
            }
        }
    }

    /// Stops listening, so that the books may close.
    void close() {
        link = null;
        lanes.close();
    }

    private void take(String name, String tail, byte[] payload, FieldLink.Reply reply) {
        var open = link;
        var device = books.named(name).orElse(null);
        if (open == null || device == null) {
            return;
        }
        if (device.certificateSerial() == null && !tail.equals(Topics.PRESENCE)) {
            // A broker outside may still let it in.
            refused("message", name, FieldAccess.Admission.REVOKED.name());
            return;
        }
        try {
            switch (tail) {
                case Topics.ASK ->
                        authorising.answer(
                                open,
                                device,
                                Up.Ask.read(payload),
                                reply,
                                clockOffsets.getOrDefault(name, Duration.ZERO));
                case Topics.EVENT -> intake.take(open, device, Up.Event.read(payload));
                case Topics.REPORTED -> delivery.reported(open, device, Up.Reported.read(payload));
                case Topics.HELLO -> greet(open, device, Up.Hello.read(payload));
                case Topics.RENEW -> renewal.renew(open, device, Up.Renew.read(payload));
                case Topics.HOLDER -> holder(open, device, payload);
                case Topics.RESULT -> orders.answered(device, Up.Result.read(payload));
                case Topics.FETCH -> files.fetch(open, device, Up.Fetch.read(payload));
                case Topics.PROGRESS -> files.told(device, Up.Progress.read(payload));
                case Topics.PRESENCE -> present(device, Up.Presence.read(payload));
                default -> LOG.debug("{} speaks of {}, which nobody takes", name, tail);
            }
        } catch (MalformedMessage e) {
            LOG.warn("{} sent a malformed {}: {}", name, tail, e.getMessage());
            refused("message", name, tail + ": " + e.getMessage());
        } catch (BooksUnavailable e) {
            LOG.warn("{} {} is not safe yet: {}", name, tail, e.getMessage());
        }
    }

    private void holder(FieldLink open, FieldDevice device, byte[] payload)
            throws MalformedMessage {
        var messages = holders;
        if (messages != null) {
            messages.take(
                    device,
                    payload,
                    answer -> open.push(device.name(), Topics.HOLDER_ANSWER, answer));
        }
    }

    private void greet(FieldLink open, FieldDevice device, Up.Hello hello) {
        var offset = hello.offset(clock.instant());
        clockOffsets.put(device.name(), offset);
        delivery.greeted(device);
        books.greeted(
                Actor.device(device.id().number(), device.name()),
                device.id(),
                hello.program(),
                offset);
        open.push(device.name(), Topics.ANSWER, Down.Answer.greeting(clock.instant()));
        open.push(device.name(), Topics.ACK, new Down.Ack(device.lastSeq()));
        orders.push(open, device);
        files.offer(open, device);
    }

    private void present(FieldDevice device, Up.Presence presence) {
        if (presence.online()) {
            online.add(device.name());
        } else {
            online.remove(device.name());
        }
        books.present(
                Actor.device(device.id().number(), device.name()),
                device.id(),
                presence.online() ? Presence.ONLINE : Presence.OFFLINE,
                presence.online() ? "CONNECTED" : "CONNECTION_LOST");
    }
}
