package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What devices and the bridge may rely on, on every database.
abstract class FieldBooksContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");

    Instant now = NOW;
    Books books;
    Devices devices;
    FieldBooks field;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        InstantSource clock = () -> now;
        books = Books.open(source(), clock, new Plain());
        devices = Devices.in(books, (_, person) -> "Person " + person.number());
        field =
                FieldBooks.in(
                        books,
                        () ->
                                SiteSettings.of(
                                        "Test",
                                        Currency.getInstance("EUR"),
                                        ZoneId.of("UTC"),
                                        "en"));
    }

    @AfterEach
    void close() {
        field.close();
        books.close();
    }

    @Test
    @Tag("ID-49")
    void theBoardShowsFaultsAndFillAsTheNewestEventTellsThem() {
        var board = DeviceBoard.in(books);
        var id = add("till-1", DeviceKind.PAYMENT_POINT).id();
        add("cabinet-1", DeviceKind.LOCKER_CABINET);
        assertThat(board.rows(CLERK))
                .extracting(row -> row.device().name(), DeviceBoard.Row::presence)
                .containsExactly(
                        tuple("cabinet-1", DeviceBoard.Presence.NEVER),
                        tuple("till-1", DeviceBoard.Presence.NEVER));
        var till = Actor.device(id.number(), "till-1");
        say(till, id, 1, "alarm", "{\"code\":\"NOTE_JAM\",\"raised\":true}");
        say(till, id, 2, "level", "{\"name\":\"notes\",\"used\":95,\"capacity\":100}");
        // The end overtakes the second beginning: what was said last holds.
        say(till, id, 4, "alarm", "{\"code\":\"NOTE_JAM\",\"raised\":false}");
        assertThat(of(board, "till-1").faults()).isEmpty();
        say(till, id, 3, "alarm", "{\"code\":\"NOTE_JAM\",\"raised\":true}");
        assertThat(of(board, "till-1").faults()).isEmpty();
        say(till, id, 5, "alarm", "{\"code\":\"NOTE_JAM\",\"raised\":true}");
        say(till, id, 6, "alarm", "{\"code\":\"not a code\",\"raised\":true}");
        field.present(till, id, FieldBooks.Presence.ONLINE, "CONNECTED");
        field.greeted(till, id, "till 1", Duration.ofMinutes(-3));
        var row = of(board, "till-1");
        assertThat(row.presence()).isEqualTo(DeviceBoard.Presence.ONLINE);
        assertThat(row.faults())
                .extracting(DeviceBoard.Fault::code, DeviceBoard.Fault::times)
                .containsExactly(tuple("NOTE_JAM", 3), tuple("CLOCK_OFF", 1));
        assertThat(row.levels()).containsExactly(new DeviceBoard.Level("notes", 95, 100));
        assertThat(row.troubled()).isTrue();
        assertThat(row.listsBehind()).isEqualTo(2);
        assertThat(row.listsAt()).isNull();
        field.reported(
                till,
                id,
                new FieldBooks.Report(1, Map.of(), List.of(), Map.of("block", 1L, "allow", 1L)));
        assertThat(of(board, "till-1").listsBehind()).isZero();
        assertThat(of(board, "till-1").listsAt()).isEqualTo(NOW);
        assertThat(of(board, "cabinet-1").levels())
                .containsExactly(new DeviceBoard.Level("compartments", 0, 12));
    }

    /// What is written first is told first, for all devices: the new entry of the second list goes to the
    /// database with the first's, before the old one is ended.
    @Test
    @Tag("ID-10")
    void anEntryThatChangesIsNotEndedWithTheOneThatItReplaces() {
        var first = add("till-1", DeviceKind.PAYMENT_POINT).id();
        var second = add("till-2", DeviceKind.PAYMENT_POINT).id();
        move(tx -> move(tx, second, 1, Map.of("a", "1"), Map.of()));

        move(tx -> {
            move(tx, first, 1, Map.of("b", "1"), Map.of());
            move(tx, second, 2, Map.of("a", "2"), Map.of("a", "1"));
        });

        assertThat(books.<Map<String, String>>read(sql -> ListStore.present(sql, second, "block")))
                .isEqualTo(Map.of("a", "2"));
        assertThat(field.delta(second, "block", 2).remove()).isEmpty();
    }

    private void move(Consumer<Tx> moves) {
        books.writeTogether(
                ADMIN,
                _ -> {},
                tx -> {
                    moves.accept(tx);
                    return true;
                });
    }

    private static void move(
            Tx tx, DeviceId id, long version, Map<String, String> to, Map<String, String> from) {
        ListVersionStore.move(tx, new ListStore.Place(id.number(), "block"), version, to, from);
    }

    private static DeviceBoard.Row of(DeviceBoard board, String name) {
        return board.rows(CLERK).stream()
                .filter(row -> row.device().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void say(Actor till, DeviceId id, long seq, String kind, String content) {
        field.takeIn(till, id, new FieldEvent(seq, kind, NOW, "", content), null, "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Tag("ID-15")
    void eventsInAnyOrderAndOftenAreKeptOnceEach(long seed) {
        var id = add("till-1", DeviceKind.PAYMENT_POINT).id();
        var sent = new ArrayList<Long>();
        for (var seq = 1L; seq <= 12; seq++) {
            sent.add(seq);
            sent.add(seq);
        }
        Collections.shuffle(sent, new Random(seed));
        for (var seq : sent) {
            var taken = take(id, event(seq, "a"));
            assertThat(taken.upTo())
                    .as("seed %d, after %d", seed, seq)
                    .isEqualTo(field.named("till-1").orElseThrow().lastSeq());
        }
        assertThat(field.named("till-1").orElseThrow().lastSeq()).isEqualTo(12);
        assertThat(devices.events(ADMIN, id, null, 100).rows()).hasSize(12);
        assertThat(take(id, event(5, "other content")))
                .isInstanceOf(FieldBooks.Taken.Contradicted.class);
        assertThat(devices.events(ADMIN, id, null, 100).rows())
                .allSatisfy(row -> assertThat(row.content()).containsEntry("note", "a"));
    }

    @Test
    @Tag("ID-15")
    @Tag("ID-10")
    void whatManyDevicesTellTogetherIsKeptAsIfEachHadSpokenAlone() throws Exception {
        var ids = new ArrayList<DeviceId>();
        var telling = new ArrayList<Callable<Void>>();
        for (var number = 1; number <= 4; number++) {
            var id = add("till-" + number, DeviceKind.PAYMENT_POINT).id();
            ids.add(id);
            for (var seq = 1L; seq <= 25; seq++) {
                var event = event(seq, "a");
                Callable<Void> tell =
                        () -> {
                            take(id, event);
                            return null;
                        };
                telling.add(tell);
                telling.add(tell);
            }
            telling.add(() -> {
                hold(id);
                return null;
            });
        }
        Collections.shuffle(telling, new Random(7));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var told : threads.invokeAll(telling)) {
                told.get();
            }
        }
        for (var id : ids) {
            assertThat(field.numbered(id).orElseThrow().lastSeq()).isEqualTo(25);
            assertThat(devices.events(ADMIN, id, null, 100).rows()).hasSize(25);
            assertThat(field.lists(id))
                    .allSatisfy(list -> assertThat(list.confirmed()).isEqualTo(list.version()));
        }
        assertThat(field.behind()).isEmpty();
    }

    @Test
    @Tag("ID-15")
    void aGapIsNamedAndALateEventIsMarked() {
        var id = add("till-1", DeviceKind.PAYMENT_POINT).id();
        take(id, event(1, "a"));
        assertThat(take(id, event(4, "a"))).isEqualTo(new FieldBooks.Taken.AfterGap(1, 2, 3));
        now = NOW.plus(Duration.ofMinutes(6));
        assertThat(take(id, event(2, "a"))).isEqualTo(new FieldBooks.Taken.Kept(2, true));
        assertThat(take(id, event(3, "a"))).isEqualTo(new FieldBooks.Taken.Kept(4, true));
        var page = devices.events(ADMIN, id, null, 3);
        assertThat(page.rows()).extracting(Devices.EventRow::seq).containsExactly(4L, 3L, 2L);
        assertThat(devices.events(ADMIN, id, page.next(), 3).rows())
                .extracting(Devices.EventRow::late)
                .containsExactly(false);
    }

    @Test
    @Tag("ID-39")
    void aConfigurationIsCheckedVersionedAndComparedWithTheReport() {
        var id = add("till-1", DeviceKind.PAYMENT_POINT).id();
        assertThat(view(id).sync()).isEqualTo(SyncState.UNKNOWN);
        var rejected =
                (Devices.ConfigureOutcome.Rejected)
                        devices.configure(
                                ADMIN,
                                RequestId.fresh(),
                                id,
                                Map.of(
                                        "offline.limit", "-1",
                                        "offline.rule", "sometimes",
                                        "display.text", "x".repeat(41),
                                        "colour", "red"));
        assertThat(rejected.problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "offline.limit", "offline.rule", "display.text", "colour");
        assertThat(view(id).desiredVersion()).isEqualTo(1);

        devices.configure(ADMIN, RequestId.fresh(), id, Map.of("offline.limit", "900"));
        assertThat(field.desired(id).version()).isEqualTo(2);
        report(id, 1, field.desired(id).config(), List.of());
        assertThat(view(id).sync()).isEqualTo(SyncState.PENDING);
        report(id, 2, field.desired(id).config(), List.of("no such display"));
        assertThat(view(id).sync()).isEqualTo(SyncState.FAILED);
        report(id, 2, Map.of("offline.limit", "901"), List.of());
        assertThat(view(id).sync()).isEqualTo(SyncState.DRIFTED);
        report(id, 2, field.desired(id).config(), List.of());
        assertThat(view(id).sync()).isEqualTo(SyncState.IN_SYNC);
        assertThatThrownBy(() -> devices.configure(CLERK, RequestId.fresh(), id, Map.of()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aNameIsFormedUniqueAndNotTheBridges() {
        add("till-1", DeviceKind.PAYMENT_POINT);
        for (var name : List.of("ab", "Till", "-till", "till-", "t il", "a".repeat(41), "bridge")) {
            assertThat(tryAdd(name)).as(name).isInstanceOf(Devices.AddOutcome.Rejected.class);
        }
        assertThat(tryAdd("till-1")).isInstanceOf(Devices.AddOutcome.Rejected.class);
    }

    @Test
    void aCodeWorksOnceForItsDeviceInItsTime() {
        var code = ((Devices.AddOutcome.Added) tryAdd("till-1")).code().code();
        var other = ((Devices.AddOutcome.Added) tryAdd("till-2")).code().code();
        assertThat(redeem("till-1", other))
                .isEqualTo(refused(FieldBooks.JoinOutcome.Why.WRONG_CODE));
        now = NOW.plus(Duration.ofHours(25));
        assertThat(redeem("till-1", code))
                .isEqualTo(refused(FieldBooks.JoinOutcome.Why.CODE_EXPIRED));
        now = NOW;
        assertThat(redeem("till-1", code.toLowerCase(java.util.Locale.ROOT)))
                .isInstanceOf(FieldBooks.JoinOutcome.Joined.class);
        assertThat(redeem("till-1", code)).isEqualTo(refused(FieldBooks.JoinOutcome.Why.NO_CODE));
        assertThat(redeem("till-9", code))
                .isEqualTo(refused(FieldBooks.JoinOutcome.Why.UNKNOWN_DEVICE));
    }

    @Test
    @Tag("ID-42")
    @Tag("LOCK-40")
    void listsFollowMediaAndAssignmentsByDeltas() {
        person(7, "ACTIVE");
        medium(1, 7, "04AA01", "ACTIVE");
        var till = add("till-1", DeviceKind.PAYMENT_POINT).id();
        var cabinet = add("cabinet-1", DeviceKind.LOCKER_CABINET).id();
        redeemFresh("till-1");
        redeemFresh("cabinet-1");
        assertThat(field.delta(till, "allow", 0).add())
                .containsExactly(new ListDelta.Entry("04AA01", List.of(), List.of()));
        assertThat(field.delta(till, "block", 0).add()).isEmpty();
        assertThat(field.lists(till))
                .extracting(FieldBooks.ListStand::name)
                .containsExactly("block", "allow");

        devices.assign(ADMIN, RequestId.fresh(), cabinet, 3, new PersonId(7));
        assertThat(field.delta(cabinet, "allow", 1).add())
                .containsExactly(new ListDelta.Entry("04AA01", List.of(3), List.of()));
        hold(till);
        hold(cabinet);
        assertThat(field.spread(new MediumId(1)).confirmed()).hasSize(2);

        var before = stand(till, "allow");
        medium(1, 7, "04AA01", "BLOCKED");
        await(() -> field.spread(new MediumId(1)).unconfirmed().size() == 2);
        assertThat(field.delta(till, "block", 1).add())
                .extracting(ListDelta.Entry::credential)
                .containsExactly("04AA01");
        assertThat(field.delta(till, "allow", before).remove()).containsExactly("04AA01");
        assertThat(field.delta(cabinet, "allow", 0).add()).isEmpty();
        hold(till);
        assertThat(field.spread(new MediumId(1)).confirmed())
                .extracting(one -> one.device())
                .containsExactly("till-1");
        hold(cabinet);
        assertThat(field.spread(new MediumId(1)).unconfirmed()).isEmpty();
    }

    @Test
    @Tag("ID-42")
    void whatABlockedCardCouldStillSpendIsTheWorseOfToldAndSaid() {
        person(7, "ACTIVE");
        medium(1, 7, "04AA01", "ACTIVE");
        var till = add("till-1", DeviceKind.PAYMENT_POINT).id();
        redeemFresh("till-1");
        hold(till);
        medium(1, 7, "04AA01", "BLOCKED");
        await(() -> field.spread(new MediumId(1)).unconfirmed().size() == 1);
        devices.configure(
                ADMIN,
                RequestId.fresh(),
                till,
                Map.of("offline.rule", "limit", "offline.limit", "900"));
        assertThat(field.spread(new MediumId(1)).spendable()).as("told").isEqualTo(900);
        report(till, 1, Map.of("offline.rule", "limit", "offline.limit", "1500"), List.of());
        assertThat(field.spread(new MediumId(1)).spendable()).as("said").isEqualTo(1_500);
        report(till, 1, Map.of("offline.rule", "refuse", "offline.limit", "1500"), List.of());
        assertThat(field.spread(new MediumId(1)).spendable()).as("told again").isEqualTo(900);
        hold(till);
        assertThat(field.spread(new MediumId(1)).spendable()).as("it knows").isZero();
    }

    @Test
    @Tag("SAFE-63")
    void aSafesListFollowsItsUsersAndTheirCards() {
        person(7, "ACTIVE");
        medium(1, 7, "04AA01", "ACTIVE");
        person(8, "ACTIVE");
        var safe = add("safe-1", DeviceKind.SAFE).id();
        var till = add("till-1", DeviceKind.PAYMENT_POINT).id();
        redeemFresh("safe-1");
        var users = DeviceUsers.in(books, (_, person) -> "Person " + person.number());
        var right =
                new DeviceRight(
                        List.of(DeviceDuty.OPEN, DeviceDuty.DEPOSIT),
                        NOW,
                        NOW.plus(Duration.ofDays(1)));
        put(users, safe, 7, right);
        put(users, safe, 8, right);
        assertThat(field.delta(safe, "users", 1).add())
                .containsExactly(new ListDelta.Entry("04AA01", List.of(), List.of(), right));
        assertThat(users.of(ADMIN, safe))
                .extracting(DeviceUsers.User::name, DeviceUsers.User::known)
                .containsExactly(
                        tuple("Person 7", DeviceUsers.Known.ON_ITS_WAY),
                        tuple("Person 8", DeviceUsers.Known.NO_CARD));
        hold(safe);
        assertThat(users.of(ADMIN, safe).getFirst().known()).isEqualTo(DeviceUsers.Known.CONFIRMED);
        var version = stand(safe, "users");
        put(users, safe, 7, right);
        assertThat(stand(safe, "users")).as("nothing new").isEqualTo(version);

        medium(1, 7, "04AA01", "BLOCKED");
        await(() -> field.delta(safe, "users", 0).add().isEmpty());
        medium(1, 7, "04AA01", "ACTIVE");
        await(() -> !field.delta(safe, "users", 0).add().isEmpty());
        hold(safe);
        var now = stand(safe, "users");
        var outcome = users.remove(ADMIN, RequestId.fresh(), safe, new PersonId(7));
        assertThat(((DeviceUsers.Outcome.Done) outcome).user().known())
                .isEqualTo(DeviceUsers.Known.LEAVING);
        assertThat(field.delta(safe, "users", now).remove()).containsExactly("04AA01");
        hold(safe);
        assertThat(users.of(ADMIN, safe))
                .extracting(DeviceUsers.User::name)
                .containsExactly("Person 8");

        assertThat(refused(users.put(ADMIN, RequestId.fresh(), till, new PersonId(7), right)))
                .containsExactly("device-users.not-a-safe");
        var never = new DeviceRight(List.of(), NOW, NOW);
        assertThat(refused(users.put(ADMIN, RequestId.fresh(), safe, new PersonId(9), never)))
                .containsExactly(
                        "devices.person-unknown",
                        "device-users.no-duty",
                        "device-users.over-before");
        assertThat(refused(users.remove(ADMIN, RequestId.fresh(), safe, new PersonId(9))))
                .containsExactly("device-users.none");
        assertThatThrownBy(() -> users.put(CLERK, RequestId.fresh(), safe, new PersonId(7), right))
                .isInstanceOf(NotPermitted.class);
    }

    private static void put(DeviceUsers users, DeviceId safe, long person, DeviceRight right) {
        assertThat(users.put(ADMIN, RequestId.fresh(), safe, new PersonId(person), right))
                .isInstanceOf(DeviceUsers.Outcome.Done.class);
    }

    private static List<String> refused(DeviceUsers.Outcome outcome) {
        return ((DeviceUsers.Outcome.Rejected) outcome)
                .problems().stream().map(Problem::key).toList();
    }

    @Test
    @Tag("LOCK-28")
    void aTerminalIsAnsweredOnlyForTheKindsOfMediumThatItTakes() {
        person(7, "ACTIVE");
        medium(1, 7, "04AA01BB", "ACTIVE");
        var cabinet = add("cabinet-1", DeviceKind.LOCKER_CABINET).id();
        devices.assign(ADMIN, RequestId.fresh(), cabinet, 3, new PersonId(7));
        for (var medium : ReaderMedium.values()) {
            assertThat(open(cabinet, medium.word()))
                    .isEqualTo(new FieldBooks.OpenAnswer.MayOpen(3));
        }
        assertThat(open(cabinet, "felica"))
                .isEqualTo(no(FieldBooks.OpenAnswer.Why.MEDIUM_NOT_TAKEN));
        devices.configure(
                ADMIN,
                RequestId.fresh(),
                cabinet,
                Map.of("reader.classic", "false", "reader.em125", "false"));
        assertThat(open(cabinet, "classic"))
                .isEqualTo(no(FieldBooks.OpenAnswer.Why.MEDIUM_NOT_TAKEN));
        assertThat(open(cabinet, "em125"))
                .isEqualTo(no(FieldBooks.OpenAnswer.Why.MEDIUM_NOT_TAKEN));
        assertThat(open(cabinet, "desfire")).isEqualTo(new FieldBooks.OpenAnswer.MayOpen(3));
        assertThat(open(cabinet, "")).isEqualTo(new FieldBooks.OpenAnswer.MayOpen(3));
        assertThat(
                        devices.configure(
                                ADMIN, RequestId.fresh(), cabinet, Map.of("reader.plus", "maybe")))
                .isInstanceOf(Devices.ConfigureOutcome.Rejected.class);
    }

    private FieldBooks.OpenAnswer open(DeviceId cabinet, String medium) {
        return field.mayOpen(
                Actor.device(cabinet.number(), "cabinet-1"),
                cabinet,
                UUID.randomUUID().toString(),
                "04AA01BB",
                0,
                medium);
    }

    @Test
    @Tag("LOCK-40")
    void theSameAskGetsTheSameAnswerAndAnotherUnderItsIdNone() {
        person(7, "ACTIVE");
        medium(1, 7, "04AA01BB", "ACTIVE");
        var cabinet = add("cabinet-1", DeviceKind.LOCKER_CABINET).id();
        var device = Actor.device(cabinet.number(), "cabinet-1");
        assertThat(field.mayOpen(device, cabinet, "a", "04AA01BB", 0, ""))
                .isEqualTo(no(FieldBooks.OpenAnswer.Why.NO_RIGHT));
        devices.assign(ADMIN, RequestId.fresh(), cabinet, 3, new PersonId(7));
        assertThat(field.mayOpen(device, cabinet, "a", "04AA01BB", 0, ""))
                .isEqualTo(no(FieldBooks.OpenAnswer.Why.NO_RIGHT));
        assertThat(field.mayOpen(device, cabinet, "a", "04AA01BB", 3, ""))
                .isEqualTo(no(FieldBooks.OpenAnswer.Why.ASK_REUSED));
        assertThat(field.mayOpen(device, cabinet, "b", "04AA01BB", 0, ""))
                .isEqualTo(new FieldBooks.OpenAnswer.MayOpen(3));
        assertThat(
                        devices.configure(
                                ADMIN, RequestId.fresh(), cabinet, Map.of("compartments", "2")))
                .isInstanceOf(Devices.ConfigureOutcome.Rejected.class);
        assertThat(devices.assign(ADMIN, RequestId.fresh(), cabinet, 13, new PersonId(7)))
                .isInstanceOf(Devices.AssignOutcome.Rejected.class);
    }

    private FieldBooks.Taken take(DeviceId id, FieldEvent event) {
        return field.takeIn(Actor.device(id.number(), "till-1"), id, event, null, "");
    }

    private static FieldEvent event(long seq, String note) {
        return new FieldEvent(
                seq, "note", NOW, "", "{\"note\":\"" + note + "\",\"seq\":" + seq + "}");
    }

    private Device add(String name, DeviceKind kind) {
        return ((Devices.AddOutcome.Added)
                        devices.add(ADMIN, RequestId.fresh(), name, kind, name, ""))
                .device();
    }

    private Devices.AddOutcome tryAdd(String name) {
        return devices.add(ADMIN, RequestId.fresh(), name, DeviceKind.PAYMENT_POINT, "", "");
    }

    private FieldBooks.JoinOutcome redeem(String name, String code) {
        return field.redeem(name, code, "AB12", NOW.plus(Duration.ofDays(700)));
    }

    private void redeemFresh(String name) {
        var id = field.named(name).orElseThrow().id();
        redeem(name, devices.renewJoinCode(ADMIN, RequestId.fresh(), id).orElseThrow().code());
    }

    private static FieldBooks.JoinOutcome refused(FieldBooks.JoinOutcome.Why why) {
        return new FieldBooks.JoinOutcome.Refused(why);
    }

    private static FieldBooks.OpenAnswer no(FieldBooks.OpenAnswer.Why why) {
        return new FieldBooks.OpenAnswer.MayNotOpen(why);
    }

    private void report(DeviceId id, int version, Map<String, String> config, List<String> errors) {
        field.reported(
                Actor.device(id.number(), "till-1"),
                id,
                new FieldBooks.Report(version, config, errors, Map.of()));
    }

    private void hold(DeviceId id) {
        var held = new java.util.TreeMap<String, Long>();
        field.lists(id).forEach(list -> held.put(list.name(), list.version()));
        field.reported(
                Actor.device(id.number(), "x"),
                id,
                new FieldBooks.Report(1, Map.of(), List.of(), held));
    }

    private long stand(DeviceId id, String list) {
        return field.lists(id).stream()
                .filter(one -> one.name().equals(list))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private DeviceView view(DeviceId id) {
        return devices.find(ADMIN, id).orElseThrow();
    }

    private void person(long id, String state) {
        books.write(
                ADMIN,
                tx ->
                        tx.sql()
                                .insertInto(PERSON)
                                .set(PERSON.ID, id)
                                .set(PERSON.SUBJECT_ID, id)
                                .set(PERSON.STATE, state)
                                .set(PERSON.REVISION, 1)
                                .set(PERSON.SEALED, new byte[0])
                                .set(PERSON.CREATED_AT, tx.nowUtc())
                                .set(PERSON.CHANGED_AT, tx.nowUtc())
                                .execute());
    }

    private void medium(long id, long person, String uid, String state) {
        books.write(
                ADMIN,
                tx -> {
                    tx.sql().deleteFrom(MEDIUM).where(MEDIUM.ID.eq(id)).execute();
                    tx.sql()
                            .insertInto(MEDIUM)
                            .set(MEDIUM.ID, id)
                            .set(MEDIUM.KIND, "CARD")
                            .set(MEDIUM.PERSON_ID, person)
                            .set(MEDIUM.ISSUE_NUMBER, 1)
                            .set(MEDIUM.STATE, state)
                            .set(MEDIUM.UID, HexFormat.of().parseHex(uid))
                            .set(MEDIUM.CREATED_AT, tx.nowUtc())
                            .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                            .execute();
                    return tx.journal("media.changed", "medium:" + id, Map.of());
                });
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(condition::getAsBoolean);
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
