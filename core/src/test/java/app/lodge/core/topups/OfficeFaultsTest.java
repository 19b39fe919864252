package app.lodge.core.topups;

import static app.lodge.core.topups.TopUpSite.CHIEF;
import static app.lodge.core.topups.TopUpSite.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.BooksAudit;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.FillableDisk;
import app.lodge.core.books.JournalBar;
import app.lodge.core.books.PostgreSqlServer;
import app.lodge.core.books.RequestId;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.exports.Entity;
import app.lodge.core.exports.Exports.Daily;
import app.lodge.core.exports.Exports.ScheduleOutcome;
import app.lodge.core.exports.Format;
import app.lodge.core.money.Money;
import app.lodge.core.people.Person;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.Privacy.HoldOutcome;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles.ReturnsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A day in the office: top-ups from outside, files for the bank, exports, a legal hold, an erasure. In the
/// middle of every step the disk is full, the database is gone, or the clock is set back: that is said,
/// nothing is half there, and the same request is done once after all.
@Tag("ID-28")
@Tag("ID-54")
@Tag("ID-57")
@Tag("ID-64")
final class OfficeFaultsTest {

    private static final String KEY = "ef".repeat(32);

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @TempDir Path folder;
    private TopUpSite site;
    private Person ana;
    private Person ivo;

    /// A step under the request that it always has.
    private record Step(String name, Function<RequestId, Object> work) {}

    @AfterEach
    void close() {
        FillableDisk.full(false);
        site.close();
    }

    @Test
    void whateverMeetsAFullDiskIsDoneOnceAfterTheRestart() {
        var file = folder.resolve("books");
        open(
                new BooksSource.EmbeddedFile(file, KEY),
                (clock, sealing) -> FillableDisk.open(file, KEY, clock, sealing));
        var met = new ArrayList<String>();
        for (var step : steps()) {
            var request = new RequestId(step.name());
            var before = rows();
            FillableDisk.full(true);
            try {
                step.work().apply(request);
            } catch (BooksUnavailable why) {
                met.add(step.name());
                assertThat(why).hasMessageContaining("No space left on device");
            }
            site.books.close();
            FillableDisk.full(false);
            site.open();
            assertThat(rows()).as(step.name()).isEqualTo(before);
            requireSound(step.name());
            done(step, request);
        }
        assertThat(met).hasSize(steps().size());
        atTheEnd();
    }

    @Test
    void whateverADatabaseThatGoesCutsOffIsDoneOnceAfterwards() throws Exception {
        var database = SERVER.database();
        open(database, (clock, sealing) -> Books.open(database, clock, sealing));
        try (var bar = new JournalBar(database)) {
            var met = new ArrayList<String>();
            for (var step : steps()) {
                var request = new RequestId(step.name());
                var before = rows();
                bar.lower();
                try {
                    step.work().apply(request);
                } catch (BooksUnavailable why) {
                    met.add(step.name());
                }
                bar.lift();
                patiently(() -> assertThat(rows()).as(step.name()).isEqualTo(before));
                requireSound(step.name());
                done(step, request);
            }
            assertThat(met).hasSize(steps().size());
        }
        atTheEnd();
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        var source = new BooksSource.InMemory("office-" + folder.getFileName());
        open(source, (clock, sealing) -> Books.open(source, clock, sealing));
        for (var step : steps()) {
            site.now = site.now.minus(Duration.ofHours(30));
            done(step, new RequestId(step.name()));
            requireSound(step.name());
        }
        atTheEnd();
    }

    private void open(
            BooksSource source,
            BiFunction<java.time.InstantSource, app.lodge.core.books.Sealing, Books> opening) {
        site = new TopUpSite(folder, source, opening);
        ana = site.person("Ana");
        ivo = site.person("Ivo");
        site.creditor();
        site.rule(TopUpSource.ONLINE_CARD, SourceRule.Crediting.AT_ONCE, 0, 0);
        site.accounts.topUp(
                CLERK,
                RequestId.fresh(),
                site.account(ana),
                Money.of(5_000, "EUR"),
                PaymentMeans.CASH);
    }

    private List<Step> steps() {
        return List.of(
                new Step(
                        "mandate",
                        request ->
                                site.mandates.grant(
                                        CLERK,
                                        request,
                                        ana.id(),
                                        java.time.LocalDate.of(2026, 11, 1),
                                        false,
                                        TopUpSite.BANK)),
                new Step("order", request -> order(request, TopUpSource.ONLINE_CARD, "O-1")),
                new Step(
                        "authorise",
                        request -> site.topUps.authorise(CLERK, request, number("O-1"), "A-1")),
                new Step("settle", request -> site.topUps.settle(CHIEF, request, number("O-1"))),
                new Step(
                        "give-back",
                        request -> site.topUps.giveBack(CHIEF, request, number("O-1"), "MD06")),
                new Step(
                        "unblock",
                        request -> {
                            site.accounts.block(
                                    CHIEF,
                                    request,
                                    site.account(ana),
                                    app.lodge.core.accounts.BlockReason.OTHER);
                            return site.accounts.unblock(
                                    CHIEF,
                                    new RequestId(request.value() + "-2"),
                                    site.account(ana));
                        }),
                new Step(
                        "pay-out",
                        request ->
                                site.postings.payOut(
                                        CHIEF,
                                        request,
                                        new PayOut(
                                                site.account(ana),
                                                Money.of(1_500, "EUR"),
                                                PaymentMeans.BANK_TRANSFER,
                                                Grounds.of(Reason.HOLDER_REQUEST)))),
                new Step(
                        "run",
                        request -> site.bankFiles.run(CHIEF, request, Kind.PAYOUT, TopUpSite.DUE)),
                new Step("carried-out", request -> site.bankFiles.carriedOut(CHIEF, request, 1)),
                new Step(
                        "returns",
                        request ->
                                site.bankFiles.applyReturns(
                                        CHIEF,
                                        request,
                                        new ReturnsFile(
                                                "r.csv",
                                                ("reference;reason\nLODGE-T-"
                                                                + paidOut()
                                                                + ";AC04\n")
                                                        .getBytes(UTF_8)))),
                new Step(
                        "schedule",
                        request ->
                                ((ScheduleOutcome.Kept)
                                                site.exports.schedule(
                                                        CHIEF,
                                                        request,
                                                        0,
                                                        new Daily(
                                                                Entity.POSTINGS,
                                                                Format.CSV,
                                                                folder.resolve("out").toString(),
                                                                LocalTime.of(6, 0))))
                                        .schedule()),
                new Step("export", request -> site.exports.begin(CHIEF, request, Entity.PEOPLE)),
                new Step(
                        "hold",
                        request ->
                                ((HoldOutcome.Held)
                                                site.privacy.hold(
                                                        CHIEF,
                                                        request,
                                                        ana.id(),
                                                        HoldGround.COURT,
                                                        java.time.LocalDate.of(2030, 1, 1),
                                                        "C-1"))
                                        .hold()),
                new Step(
                        "erase",
                        request ->
                                site.privacy.erase(
                                        CHIEF,
                                        request,
                                        ivo.id(),
                                        ErasureGround.ASKED_BY_PERSON,
                                        "")));
    }

    private Object order(RequestId request, TopUpSource source, String reference) {
        return site.topUps.order(
                CLERK,
                request,
                new TopUps.NewOrder(source, reference, site.account(ana), Money.of(1_000, "EUR")));
    }

    private long number(String reference) {
        return site.topUps
                .findByReference(CHIEF, TopUpSource.ONLINE_CARD, reference)
                .orElseThrow()
                .number();
    }

    private long paidOut() {
        return site.books.read(sql ->
                sql.fetchSingle("select max(posting_id) from payout_transfer").get(0, Long.class));
    }

    /// The same request twice: the second changes nothing.
    private void done(Step step, RequestId request) {
        var first = patiently(() -> step.work().apply(request));
        var after = rows();
        step.work().apply(request);
        assertThat(rows()).as("%s again, after %s", step.name(), first).isEqualTo(after);
    }

    private void atTheEnd() {
        assertThat(site.balance(site.account(ana))).isEqualTo(5_000);
        assertThat(clearing()).isZero();
        var erased =
                site.privacy.erase(
                        CHIEF, new RequestId("erase"), ivo.id(), ErasureGround.ASKED_BY_PERSON, "");
        assertThat(erased)
                .isInstanceOfSatisfying(
                        EraseOutcome.Erased.class,
                        done -> assertThat(done.certificate().complete()).isTrue());
        requireSound("at the end");
    }

    private long clearing() {
        return site.books.read(sql ->
                sql.fetchSingle(
                                """
                                select coalesce(sum(e.amount), 0) from ledger_entry e
                                join ledger_account a on a.id = e.account_id where a.kind like '%CLEARING'\
                                """)
                        .get(0, Long.class));
    }

    private void requireSound(String where) {
        assertThat(new BooksAudit(site.books).findings()).as(where).isEmpty();
        var standing = Conservation.in(site.books).lookNow(CHIEF);
        assertThat(standing.holds()).as("%s: %s", where, standing).isTrue();
    }

    /// How many rows each table has.
    private TreeMap<String, Integer> rows() {
        return site.books.read(sql -> {
            var counts = new TreeMap<String, Integer>();
            for (var name :
                    sql.fetch(
                                    "select table_name from information_schema.tables"
                                            + " where lower(table_schema) = 'public' and table_type like '%TABLE%'")
                            .getValues(0, String.class)) {
                counts.put(name, sql.fetchCount(DSL.table(DSL.name(name))));
            }
            return counts;
        });
    }

    private static void patiently(Runnable work) {
        patiently(() -> {
            work.run();
            return "";
        });
    }

    /// A connection that was ended is made again at the next try.
    private static <T> T patiently(java.util.function.Supplier<T> work) {
        for (var tries = 0; ; tries++) {
            try {
                return work.get();
            } catch (BooksUnavailable e) {
                if (tries == 20) {
                    throw e;
                }
            }
        }
    }
}
