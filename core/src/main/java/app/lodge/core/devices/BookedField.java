package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.settings.SiteSettings;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The field's side kept in the books.
final class BookedField implements FieldBooks {

    private static final Actor SYSTEM = Actor.system("bridge");

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final ListKeeper lists;

    private BookedField(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
        this.lists = new ListKeeper(books, SYSTEM);
    }

    static BookedField open(Books books, Supplier<SiteSettings> settings) {
        var field = new BookedField(books, settings);
        field.lists.start();
        return field;
    }

    @Override
    public List<FieldDevice> devices() {
        return books.read(DeviceStore::inTheField);
    }

    @Override
    public Optional<FieldDevice> named(String name) {
        return books.read(sql -> DeviceStore.named(sql, name).map(DeviceStore.Row::asFieldDevice));
    }

    @Override
    public JoinOutcome redeem(String name, String code, String serial, Instant until) {
        return books.write(
                SYSTEM,
                tx -> {
                    var row = DeviceStore.named(tx.sql(), name).orElse(null);
                    var refusal = refusal(row, name, code, tx.now());
                    if (row == null || refusal != null) {
                        return new JoinOutcome.Refused(
                                refusal == null ? JoinOutcome.Why.UNKNOWN_DEVICE : refusal);
                    }
                    var id = row.device().id();
                    DeviceStore.joined(tx, id, serial, until);
                    tx.journal(
                            "device.joined",
                            BookedDevices.subject(id),
                            Map.of("serial", serial, "until", until.toString()));
                    return new JoinOutcome.Joined(
                            DeviceStore.find(tx.sql(), id).orElseThrow().asFieldDevice());
                });
    }

    @Override
    public Desired desired(DeviceId id) {
        var row = books.read(sql -> DeviceStore.find(sql, id)).orElseThrow(() -> unknown(id));
        return new Desired(row.desiredVersion(), row.desired());
    }

    @Override
    public boolean gave(DeviceId id, int version, Map<String, String> config) {
        return books.read(sql -> DeviceStore.desiredAt(sql, id, version))
                .filter(config::equals)
                .isPresent();
    }

    @Override
    public List<ListStand> lists(DeviceId id) {
        return books.read(
                sql -> ListStore.states(sql, id).stream().map(ListStore.State::asStand).toList());
    }

    @Override
    public ListDelta delta(DeviceId id, String list, long base) {
        return books.read(sql -> ListStore.delta(sql, id, list, base));
    }

    @Override
    public Media.Spread spread(MediumId id) {
        return books.read(sql ->
                CredentialStore.ofMedium(sql, id.number())
                        .map(credential ->
                                FieldListStore.spread(sql, credential, DeviceStore.all(sql)))
                        .orElseGet(() -> new Media.Spread(List.of(), List.of())));
    }

    @Override
    public void greeted(Actor actor, DeviceId id, String program, Duration clockOffset) {
        actor.require(Permission.DEVICE_TRAFFIC);
        books.write(
                actor,
                tx -> {
                    DeviceStore.greeted(tx, id, shortened(program, 64), clockOffset);
                    return null;
                });
    }

    @Override
    public void present(Actor actor, DeviceId id, Presence presence, String detail) {
        actor.require(Permission.DEVICE_TRAFFIC);
        books.write(
                actor,
                tx -> {
                    var row = DeviceStore.find(tx.sql(), id).orElseThrow(() -> unknown(id));
                    var online = presence == Presence.ONLINE;
                    var changed =
                            row.report().online() != online || row.report().lastContact() == null;
                    DeviceStore.present(tx, id, online, shortened(detail, 32));
                    if (changed) {
                        tx.journal(
                                online ? "device.online" : "device.offline",
                                BookedDevices.subject(id),
                                Map.of("detail", detail));
                    }
                    return null;
                });
    }

    @Override
    public void reported(Actor actor, DeviceId id, Report report) {
        actor.require(Permission.DEVICE_TRAFFIC);
        books.write(
                actor,
                tx -> {
                    var before = DeviceStore.find(tx.sql(), id).orElseThrow(() -> unknown(id));
                    DeviceStore.reported(
                            tx, id, report.version(), report.config(), report.errors());
                    var after = DeviceStore.find(tx.sql(), id).orElseThrow();
                    if (!before.report().config().equals(after.report().config())
                            || before.report().version() != after.report().version()
                            || !before.report().errors().equals(after.report().errors())) {
                        tx.journal(
                                "device.reported",
                                BookedDevices.subject(id),
                                Map.of(
                                        "version",
                                        report.version(),
                                        "sync",
                                        DeviceViewStore.sync(after).name()));
                    }
                    confirmLists(tx, before.asFieldDevice(), report.lists());
                    return null;
                });
    }

    @Override
    public Standing standing(DeviceId id, FieldEvent event) {
        return books.read(sql -> EventStore.standing(sql, id, event));
    }

    @Override
    public Taken takeIn(
            Actor actor, DeviceId id, FieldEvent event, @Nullable Long posting, String remark) {
        actor.require(Permission.DEVICE_TRAFFIC);
        return books.write(
                actor,
                tx ->
                        switch (EventStore.standing(tx.sql(), id, event)) {
                            case REPEATED -> new Taken.Repeated(EventStore.lastSeq(tx.sql(), id));
                            case CONTRADICTED -> contradicted(tx, id, event);
                            case NEW -> keep(tx, id, event, posting, remark);
                        });
    }

    @Override
    public OpenAnswer mayOpen(
            Actor actor, DeviceId id, String askId, String credential, int compartment) {
        actor.require(Permission.DEVICE_TRAFFIC);
        var hash = EventStore.hash(credential + '\n' + compartment);
        return books.write(
                actor,
                tx -> {
                    var known = EventStore.answered(tx.sql(), id, askId).orElse(null);
                    if (known != null) {
                        return MessageDigest.isEqual(known.requestHash(), hash)
                                ? Json.read(known.answer(), OpenAnswer.class)
                                : new OpenAnswer.MayNotOpen(OpenAnswer.Why.ASK_REUSED);
                    }
                    var answer = openAnswer(tx, id, credential, compartment);
                    EventStore.answer(tx, id, askId, hash, Json.text(answer, OpenAnswer.class));
                    return answer;
                });
    }

    @Override
    public void noteRefusal(String kind, String name, Map<String, String> details) {
        books.write(
                SYSTEM,
                tx -> {
                    var content = new TreeMap<String, String>(details);
                    content.put("name", shortened(name, 64));
                    var subject =
                            DeviceStore.named(tx.sql(), name)
                                    .map(row -> BookedDevices.subject(row.device().id()))
                                    .orElse("network:field");
                    return tx.journal(kind, subject, content);
                });
    }

    /// Says of every device that it is away, before the books close.
    @Override
    public void close() {
        lists.close();
    }

    private static JoinOutcome.@Nullable Why refusal(
            DeviceStore.@Nullable Row row, String name, String code, Instant now) {
        if (row == null) {
            return JoinOutcome.Why.UNKNOWN_DEVICE;
        }
        var hash = row.joinCodeHash();
        var until = row.joinCodeUntil();
        if (hash == null || until == null) {
            return JoinOutcome.Why.NO_CODE;
        }
        if (!MessageDigest.isEqual(hash, JoinCodes.hash(name, code))) {
            return JoinOutcome.Why.WRONG_CODE;
        }
        return now.isAfter(until) ? JoinOutcome.Why.CODE_EXPIRED : null;
    }

    private static void confirmLists(Tx tx, FieldDevice device, Map<String, Long> held) {
        var moved = new HashMap<String, Long>();
        for (var list : ListStore.of(device.kind())) {
            var version = held.getOrDefault(list, 0L);
            if (ListStore.confirm(tx, device.id(), list, version)) {
                moved.put(list, version);
            }
        }
        if (!moved.isEmpty()) {
            tx.journal("device.lists-confirmed", BookedDevices.subject(device.id()), moved);
        }
    }

    private Taken keep(
            Tx tx, DeviceId id, FieldEvent event, @Nullable Long posting, String remark) {
        var offset = DeviceStore.clockOffset(tx.sql(), id);
        var happened = event.at().minusMillis(offset == null ? 0 : offset);
        var late =
                Duration.between(happened, tx.now())
                                .compareTo(Duration.ofMinutes(settings.get().lateAfterMinutes()))
                        > 0;
        EventStore.insert(tx, id, event, late, posting, offset);
        HealthStore.take(tx, id, event);
        var last = EventStore.advance(tx, id);
        var after = event.seq() > last;
        if (posting == null || late || after || !remark.isEmpty()) {
            var content = new TreeMap<String, Object>();
            content.put("seq", event.seq());
            content.put("kind", event.kind());
            content.put("late", late);
            if (after) {
                content.put("missingFrom", last + 1);
            }
            if (!remark.isEmpty()) {
                content.put("remark", remark);
            }
            tx.journal(
                    after ? "device.event-after-gap" : "device.event",
                    BookedDevices.subject(id),
                    content);
        }
        return after
                ? new Taken.AfterGap(last, last + 1, event.seq() - 1)
                : new Taken.Kept(last, late);
    }

    private static Taken contradicted(Tx tx, DeviceId id, FieldEvent event) {
        tx.journal(
                "device.event-contradicted",
                BookedDevices.subject(id),
                Map.of("seq", event.seq(), "kind", event.kind()));
        return new Taken.Contradicted(EventStore.lastSeq(tx.sql(), id));
    }

    private static OpenAnswer openAnswer(Tx tx, DeviceId id, String credential, int compartment) {
        var row = DeviceStore.find(tx.sql(), id).orElseThrow(() -> unknown(id));
        if (row.device().kind() != DeviceKind.LOCKER_CABINET) {
            return new OpenAnswer.MayNotOpen(OpenAnswer.Why.WRONG_DEVICE);
        }
        var standing = CredentialStore.of(tx.sql(), credential).orElse(null);
        if (standing == null || (!standing.live() && !standing.refusedAtPaymentPoints())) {
            return new OpenAnswer.MayNotOpen(OpenAnswer.Why.UNKNOWN_CREDENTIAL);
        }
        if (!standing.opens()) {
            return new OpenAnswer.MayNotOpen(
                    standing.personBlocked()
                            ? OpenAnswer.Why.BLOCKED_PERSON
                            : OpenAnswer.Why.BLOCKED_MEDIUM);
        }
        return CredentialStore.compartments(tx.sql(), id)
                .getOrDefault(standing.person(), List.of())
                .stream()
                .filter(mine -> compartment == 0 || mine == compartment)
                .findFirst()
                .<OpenAnswer>map(OpenAnswer.MayOpen::new)
                .orElseGet(() -> new OpenAnswer.MayNotOpen(OpenAnswer.Why.NO_RIGHT));
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private static IllegalArgumentException unknown(DeviceId id) {
        return new IllegalArgumentException("No device %d in the books".formatted(id.number()));
    }
}
