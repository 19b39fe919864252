package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Foresight;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Tx;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The field's side kept in the books.
final class BookedField implements FieldBooks {

    private static final Actor SYSTEM = Actor.system("bridge");

    /// Shares the way to the disk with its group, and asks nothing ahead.
    private static final Foresight READS_BY_ITSELF = _ -> {};

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final ListKeeper lists;
    private final Joining joining;
    private final LockerAnswers lockers;
    private final EventKeeping events;

    private BookedField(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
        this.lists = new ListKeeper(books, SYSTEM);
        this.joining = new Joining(books, SYSTEM);
        this.lockers = new LockerAnswers(books);
        this.events = new EventKeeping(settings);
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
        return DeviceStore.inTheField(books.committed(), name);
    }

    @Override
    public Optional<FieldDevice> numbered(DeviceId id) {
        return DeviceStore.inTheField(books.committed(), id);
    }

    @Override
    public Set<String> behind() {
        return books.read(ListStore::behind);
    }

    @Override
    public JoinOutcome redeem(String name, String code, String serial, Instant until) {
        return joining.redeem(name, code, serial, until);
    }

    @Override
    public Desired desired(DeviceId id) {
        return DeliveryStore.desired(books.committed(), id);
    }

    @Override
    public boolean gave(DeviceId id, int version, Map<String, String> config) {
        return books.read(sql -> DeviceStore.desiredAt(sql, id, version))
                .filter(config::equals)
                .isPresent();
    }

    @Override
    public List<ListStand> lists(DeviceId id) {
        return DeliveryStore.lists(books.committed(), id);
    }

    @Override
    public ListDelta delta(DeviceId id, String list, long base) {
        return DeliveryStore.delta(books.committed(), id, list, base);
    }

    @Override
    public PriceDelta prices(DeviceId id, long base) {
        var zone = settings.get().zone();
        return books.read(sql -> PriceListStore.delta(sql, id, base, zone));
    }

    @Override
    public PinDelta pins(DeviceId id, long base) {
        return books.read(sql -> PinListStore.delta(sql, id, base));
    }

    @Override
    public Media.Spread spread(MediumId id) {
        return books.read(sql ->
                CredentialStore.ofMedium(sql, id.number())
                        .map(credential ->
                                FieldListStore.spread(
                                        sql,
                                        credential,
                                        CardValueStore.on(sql, id),
                                        DeviceStore.all(sql)))
                        .orElseGet(() -> new Media.Spread(List.of(), List.of())));
    }

    @Override
    public void greeted(Actor actor, DeviceId id, String program, Duration clockOffset) {
        actor.require(Permission.DEVICE_TRAFFIC);
        books.write(
                actor,
                tx -> {
                    ReportStore.greeted(tx, id, shortened(program, 64), clockOffset);
                    return null;
                });
    }

    @Override
    public void present(Actor actor, DeviceId id, Presence presence, String detail) {
        actor.require(Permission.DEVICE_TRAFFIC);
        books.writeTogether(
                actor,
                READS_BY_ITSELF,
                tx -> {
                    var row = DeviceStore.find(tx.sql(), id).orElseThrow(() -> unknown(id));
                    var online = presence == Presence.ONLINE;
                    var changed =
                            row.report().online() != online || row.report().lastContact() == null;
                    ReportStore.present(tx, id, online, shortened(detail, 32));
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
        books.writeTogether(
                actor,
                READS_BY_ITSELF,
                tx -> {
                    var before = DeviceStore.find(tx.sql(), id).orElseThrow(() -> unknown(id));
                    var after =
                            before.with(
                                    ReportStore.reported(
                                            tx,
                                            before,
                                            report.version(),
                                            report.config(),
                                            report.errors()));
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
        return EventStore.standing(books.committed(), id, event);
    }

    @Override
    public Taken takeIn(
            Actor actor, DeviceId id, FieldEvent event, @Nullable Long posting, String remark) {
        actor.require(Permission.DEVICE_TRAFFIC);
        return books.writeTogether(
                actor,
                ahead -> EventStore.foresee(ahead, id, event),
                tx ->
                        switch (EventStore.standing(tx, id, event)) {
                            case REPEATED -> new Taken.Repeated(EventStore.lastSeq(tx, id));
                            case CONTRADICTED -> EventKeeping.contradicted(tx, id, event);
                            case NEW -> events.keep(tx, id, event, posting, remark);
                        });
    }

    @Override
    public OpenAnswer mayOpen(
            Actor actor,
            DeviceId id,
            String askId,
            String credential,
            int compartment,
            String medium) {
        actor.require(Permission.DEVICE_TRAFFIC);
        return lockers.mayOpen(actor, id, askId, credential, compartment, medium);
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

    @Override
    public List<BookedEvent> booked(DeviceId id) {
        return books.read(sql -> EventStore.booked(sql, id));
    }

    @Override
    public void settle() {
        lists.settle();
    }

    @Override
    public void close() {
        lists.close();
    }

    private static void confirmLists(Tx tx, FieldDevice device, Map<String, Long> held) {
        var moved = new HashMap<String, Long>();
        for (var list : ListStore.states(tx.sql(), device.id())) {
            var version = held.getOrDefault(list.name(), 0L);
            if (ListVersionStore.confirm(tx, device.id(), list, version)) {
                moved.put(list.name(), version);
            }
        }
        if (!moved.isEmpty()) {
            tx.journal("device.lists-confirmed", BookedDevices.subject(device.id()), moved);
        }
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    static IllegalArgumentException unknown(DeviceId id) {
        return new IllegalArgumentException("No device %d in the books".formatted(id.number()));
    }
}
