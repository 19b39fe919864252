package app.lodge.core.watch;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
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
import app.lodge.core.journal.Seals;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.watch.Provision.Kind;
import app.lodge.core.watch.Watch.ProvisionOutcome;
import app.lodge.core.watch.Watch.RibbonTold;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Licences, the credit of SIM cards and ribbons stand in the look-ahead, and rules tell of them in time.
@Tag("ID-49")
class ProvisionsTest {

    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");
    private static final Actor AUDITOR = new Actor(3, "Eva", Role.AUDITOR, "desk-2");
    private static final Actor BRIDGE = Actor.system("bridge");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private Instant now = Instant.parse("2026-11-22T20:00:00Z");
    private Books books;
    private Watch watch;

    @BeforeEach
    void open() {
        books =
                Books.open(
                        new BooksSource.InMemory("provisions-" + UUID.randomUUID()),
                        () -> now,
                        new Open());
        watch =
                Watch.of(
                        new WatchParts(
                                books,
                                _ -> List.of(),
                                () ->
                                        new SiteGauges.Reading(
                                                10,
                                                100,
                                                Optional.empty(),
                                                List.of(),
                                                List.of(),
                                                List.of()),
                                answering(
                                        Seals.class, new Seals.Standing("", "", "", null, 0, null)),
                                answering(
                                        KeyVersions.class,
                                        new KeyVersions.Status(1, null, "", List.of())),
                                () ->
                                        SiteSettings.of(
                                                "Test",
                                                Currency.getInstance("EUR"),
                                                ZoneId.of("UTC"),
                                                "en"),
                                new Open(),
                                "site-1",
                                () -> null,
                                _ -> Optional.empty()));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static <T> T answering(Class<T> door, Object answer) {
        return door.cast(
                Proxy.newProxyInstance(
                        door.getClassLoader(), new Class<?>[] {door}, (_, _, _) -> answer));
    }

    @Test
    void aLicenceIsInTheListFromTheDayItIsEnteredAndToldAMonthBeforeItEnds() {
        put(0, Kind.LICENCE, "Printer kit", TODAY.plusDays(31), 0, 0);
        assertThat(ahead())
                .containsExactly(
                        tuple(Ahead.Kind.LICENCE, "Printer kit", TODAY.plusDays(31), 0L, 0L));
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10)).isEmpty();
        now = now.plus(Duration.ofDays(1));
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10))
                .extracting(Alert::matter, Alert::what, Alert::amount)
                .containsExactly(tuple(Matter.LICENCE, "Printer kit", 30L));
        var id = watch.provisions(CLERK).getFirst().id();
        put(id, Kind.LICENCE, "Printer kit", TODAY.plusDays(400), 0, 0);
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10)).allMatch(alert -> alert.endedAt() != null);
        assertThat(days()).containsExactly(TODAY.plusDays(400));
        assertThat(watch.removeProvision(ADMIN, RequestId.fresh(), id)).isTrue();
        assertThat(watch.removeProvision(ADMIN, RequestId.fresh(), id)).isFalse();
        assertThat(ahead()).isEmpty();
    }

    @Test
    void theCreditOfASimCardIsToldAtItsLevelAndBeforeItLapses() {
        put(0, Kind.SIM, "Station, hall", null, 501, 500);
        put(0, Kind.SIM, "Station, gym", TODAY.plusDays(8), 900, 0);
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10)).isEmpty();
        put(watch.provisions(CLERK).getFirst().id(), Kind.SIM, "Station, hall", null, 500, 500);
        now = now.plus(Duration.ofDays(1));
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10))
                .extracting(Alert::matter, Alert::what)
                .containsExactlyInAnyOrder(
                        tuple(Matter.SIM_CREDIT, "Station, hall"),
                        tuple(Matter.SIM_CREDIT, "Station, gym"));
        assertThat(ahead())
                .containsExactly(
                        tuple(Ahead.Kind.SIM_CREDIT, "Station, gym", TODAY.plusDays(8), 900L, 0L),
                        tuple(Ahead.Kind.SIM_CREDIT, "Station, hall", null, 500L, 500L));
    }

    @Test
    void aRibbonLastsAsLongAsTheSitePrintsOnIt() {
        watch.tellRibbon(CLERK, new RibbonTold("E1234", "YMCKO", 40, 200));
        assertThat(ahead())
                .containsExactly(tuple(Ahead.Kind.RIBBON, "YMCKO · E1234", null, 40L, 200L));
        // 150 cards in 30 days are 5 a day; into a file or long ago they are none.
        printed(150, "evolis:E1234", now.minus(Duration.ofDays(3)));
        printed(150, "file:/cards", now.minus(Duration.ofDays(3)));
        printed(150, "evolis:E1234", now.minus(Duration.ofDays(31)));
        assertThat(days()).containsExactly(TODAY.plusDays(8));
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10)).isEmpty();
        watch.tellRibbon(CLERK, new RibbonTold("E1234", "YMCKO", 35, 200));
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10))
                .extracting(Alert::matter, Alert::what, Alert::amount)
                .containsExactly(tuple(Matter.RIBBON, "YMCKO · E1234", 7L));
        watch.tellRibbon(CLERK, new RibbonTold("E1234", "YMCKO", 200, 200));
        watch.round(BRIDGE);
        assertThat(watch.alerts(CLERK, 10)).allMatch(alert -> alert.endedAt() != null);
        assertThat(watch.provisions(CLERK)).hasSize(1);
        watch.tellRibbon(CLERK, new RibbonTold("E1234", "YMCKO", 0, 200));
        assertThat(days()).containsExactly(TODAY);
    }

    @Test
    void whatIsWrongIsSaidAndOnlyWhoMayEnters() {
        assertThat(problems(new Provision(0, Kind.LICENCE, " ", null, -1, 0, now)))
                .containsExactly("name", "on", "remaining");
        assertThat(problems(new Provision(0, Kind.RIBBON, "YMCKO", null, 5, 9, now)))
                .containsExactly("kind");
        watch.tellRibbon(CLERK, new RibbonTold("E1", "YMCKO", 40, 200));
        var ribbon = watch.provisions(CLERK).getFirst().id();
        assertThat(problems(new Provision(ribbon, Kind.SIM, "Mine", null, 5, 9, now)))
                .containsExactly("provision");
        assertThat(problems(new Provision(99, Kind.SIM, "Mine", null, 5, 9, now)))
                .containsExactly("provision");
        var licence = new Provision(0, Kind.LICENCE, "Kit", TODAY, 0, 0, now);
        assertThatThrownBy(() -> watch.putProvision(CLERK, RequestId.fresh(), licence))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> watch.removeProvision(CLERK, RequestId.fresh(), ribbon))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> watch.tellRibbon(AUDITOR, new RibbonTold("E1", "YMCKO", 1, 200)))
                .isInstanceOf(NotPermitted.class);
    }

    private List<String> problems(Provision provision) {
        return watch.putProvision(ADMIN, RequestId.fresh(), provision)
                        instanceof ProvisionOutcome.Rejected(var problems)
                ? problems.stream().map(Problem::field).toList()
                : List.of();
    }

    private void put(
            long id, Kind kind, String name, @Nullable LocalDate on, long remaining, long wanted) {
        assertThat(
                        watch.putProvision(
                                ADMIN,
                                RequestId.fresh(),
                                new Provision(id, kind, name, on, remaining, wanted, now)))
                .isInstanceOf(ProvisionOutcome.Kept.class);
    }

    private List<org.assertj.core.groups.Tuple> ahead() {
        return watch.ahead(CLERK).stream()
                .filter(one -> one.subject().startsWith("provision:"))
                .map(one -> tuple(one.kind(), one.what(), one.on(), one.used(), one.of()))
                .toList();
    }

    private List<@Nullable LocalDate> days() {
        return watch.ahead(CLERK).stream()
                .filter(one -> one.subject().startsWith("provision:"))
                .<@Nullable LocalDate>map(Ahead::on)
                .toList();
    }

    private void printed(int cards, String printer, Instant at) {
        books.write(
                BRIDGE,
                tx -> {
                    tx.sql().execute("set referential_integrity false");
                    for (var card = 0; card < cards; card++) {
                        var id = tx.nextNumber(CARD_JOB.ID);
                        tx.sql()
                                .insertInto(CARD_JOB)
                                .set(CARD_JOB.ID, id)
                                .set(CARD_JOB.REQUEST, "r" + id)
                                .set(CARD_JOB.PERSON_ID, 1L)
                                .set(CARD_JOB.MEDIUM_ID, 1L)
                                .set(CARD_JOB.ATTEMPT, 1)
                                .set(CARD_JOB.STATE, "DONE")
                                .set(CARD_JOB.PRINTER, printer)
                                .set(CARD_JOB.READER, "")
                                .set(CARD_JOB.LAYOUT, "")
                                .set(CARD_JOB.WORKSTATION, "desk-1")
                                .set(CARD_JOB.EVIDENCE, "{}")
                                .set(CARD_JOB.CREATED_AT, Tx.utc(at))
                                .set(CARD_JOB.CHANGED_AT, Tx.utc(at))
                                .execute();
                    }
                    return null;
                });
    }

    /// Nothing here is secret.
    private static final class Open implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }
}
