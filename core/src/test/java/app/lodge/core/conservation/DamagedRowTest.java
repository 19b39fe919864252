package app.lodge.core.conservation;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static app.lodge.core.privacy.PrivacyDesk.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.CashDesks.Counted;
import app.lodge.core.cashdesk.CashDesks.Opening;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.CashDesks.Transit;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.conservation.Conservation.Check;
import app.lodge.core.conservation.Conservation.Row;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.kiosks.CashEvent;
import app.lodge.core.kiosks.CashEvent.Kind;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any one row of the books, damaged at random: the strip names that row and no other.
@Tag("ID-20")
@Tag("ID-50")
final class DamagedRowTest {

    private static final int ROUNDS = 400;
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final long SEED = new Random().nextLong();

    @TempDir static Path folder;
    private static Site site;

    /// @param set what is wrong with the row; `?` is a random number above zero
    /// @param key its columns
    /// @param named the row's name with the key's values in it
    private record Damage(String table, String set, List<String> key, String named) {

        static Damage of(String table, String set, String key, String named) {
            return new Damage(table, set, List.of(key.split(" ")), named);
        }
    }

    private static final String ROLLUP = "rollup:%s/%s/%s/%s";
    private static final String ROLLUP_KEY = "business_date device_id kind currency";
    private static final String USE_KEY = "centre_id account_id charged_on";

    private static final List<Damage> DAMAGES =
            List.of(
                    Damage.of("ledger_rollup", "amount = amount + ?", ROLLUP_KEY, ROLLUP),
                    Damage.of("ledger_rollup", "postings = postings + ?", ROLLUP_KEY, ROLLUP),
                    Damage.of("ledger_rollup", "tax = tax + ?", ROLLUP_KEY, ROLLUP),
                    Damage.of("ledger_rollup", "", ROLLUP_KEY, ROLLUP),
                    Damage.of(
                            "cost_centre_use",
                            "used = used + ?",
                            USE_KEY,
                            "cost-centre-use:%s/%s/%s"),
                    Damage.of("cost_centre_use", "", USE_KEY, "cost-centre-use:%s/%s/%s"),
                    Damage.of(
                            "cost_centre_charge",
                            "amount = amount + ?",
                            "posting_id",
                            "cost-centre-charge:%s"),
                    Damage.of(
                            "cost_centre_charge",
                            "given_back = given_back + ?",
                            "posting_id",
                            "cost-centre-charge:%s"),
                    Damage.of(
                            "cost_centre_charge",
                            "account_id = account_id + ?",
                            "posting_id",
                            "cost-centre-charge:%s"),
                    Damage.of("cost_centre_charge", "", "posting_id", "cost-centre-charge:%s"),
                    Damage.of("cash_shift", "carried = carried + ?", "id", "cash-shift:%s"),
                    Damage.of(
                            "cash_shift",
                            "opening_float = opening_float + ?",
                            "id",
                            "cash-shift:%s"),
                    Damage.of("cash_shift", "counted = counted + ?", "id", "cash-shift:%s"),
                    Damage.of("cash_shift", "expected = expected + ?", "id", "cash-shift:%s"),
                    Damage.of(
                            "cash_shift_posting",
                            "shift_id = 3 - shift_id",
                            "posting_id account_id",
                            "cash-shift-posting:%s/%s"),
                    Damage.of(
                            "cash_shift_posting",
                            "",
                            "posting_id account_id",
                            "cash-shift-posting:%s/%s"),
                    Damage.of(
                            "cash_count",
                            "counted = counted + ?, cause = 'UNKNOWN'",
                            "shift_id number",
                            "cash-count:%s/%s"),
                    Damage.of(
                            "cash_count_line",
                            "pieces = pieces + ?",
                            "shift_id number denomination",
                            "cash-count-line:%s/%s/%s"),
                    Damage.of(
                            "cash_count_line",
                            "",
                            "shift_id number denomination",
                            "cash-count-line:%s/%s/%s"),
                    Damage.of(
                            "kiosk_cash",
                            "amount = amount + ?",
                            "device_id seq",
                            "kiosk-cash:%s/%s"),
                    Damage.of(
                            "kiosk_piece",
                            "pieces = abs(pieces) + ?",
                            "device_id seq denomination",
                            "kiosk-piece:%s/%s/%s"),
                    Damage.of(
                            "kiosk_piece",
                            "",
                            "device_id seq denomination",
                            "kiosk-piece:%s/%s/%s"),
                    Damage.of(
                            "kiosk_content",
                            "pieces = pieces + ?",
                            "device_id currency denomination",
                            "kiosk-content:%s/%s/%s"),
                    Damage.of(
                            "kiosk_emptying",
                            "told = told + ?, cause = 'UNKNOWN'",
                            "id",
                            "kiosk-emptying:%s"),
                    Damage.of(
                            "kiosk_emptying",
                            "counted = coalesce(counted, 0) + ?, cause = 'UNKNOWN'",
                            "id",
                            "kiosk-emptying:%s"),
                    Damage.of(
                            "kiosk_count_line",
                            "pieces = pieces + ?",
                            "emptying_id denomination",
                            "kiosk-count-line:%s/%s"),
                    Damage.of("ledger_hold", "amount = amount + ?", "id", "hold:%s"),
                    Damage.of("ledger_balance", "posted = posted + ?", "account_id", "balance:%s"),
                    Damage.of(
                            "ledger_entry",
                            "amount = amount * 1000 + ?",
                            "posting_id leg",
                            "entry:%s/%s"),
                    Damage.of(
                            "ledger_posting",
                            "business_date = dateadd(day, -?, business_date)",
                            "id",
                            "posting:%s"),
                    Damage.of("ledger_posting", "kind = 'OTHER'", "id", "posting:%s"),
                    Damage.of("journal", "actor = 'Eve'", "id", "journal:%s"));

    @BeforeAll
    static void live() throws Exception {
        site = PrivacyDesk.open(PrivacyDesk.home(folder.resolve("home"), ""));
        var desk = new PrivacyDesk(site);
        var till = desk.device("till-1", DeviceKind.PAYMENT_POINT);
        var cafe = desk.device("till-2", DeviceKind.PAYMENT_POINT);
        var anna = desk.enrolled(PersonDetails.named("Anna", "A"));
        var bela = desk.enrolled(PersonDetails.named("Béla", "B"));
        var own = new Uid("04112233445566");
        var company = new Uid("04112233445577");
        desk.card(anna, own);
        desk.card(bela, company);
        shift(desk, anna, 20_000);
        shift(desk, bela, 14_000);
        var centre =
                ((CentreOutcome.Done)
                                site.costCentres()
                                        .add(
                                                CHIEF,
                                                RequestId.fresh(),
                                                "4100",
                                                "Kitchen",
                                                OverBudget.OWN_ACCOUNT))
                        .centre()
                        .id();
        site.costCentres()
                .link(
                        CHIEF,
                        RequestId.fresh(),
                        centre,
                        new Link(Holder.PERSON, bela.number(), true));
        for (var minor : new long[] {310, 470, 95}) {
            desk.pay(till, own, minor);
            desk.pay(till, company, minor + 7);
        }
        refunded();
        kiosk(desk, own);
        site.payments()
                .authorise(
                        Actor.device(till.number(), "till-1"),
                        till.number(),
                        new Ask("open", own, new Money(120, EUR), NOW));
        desk.topUp(anna, 333);
        site.books()
                .write(
                        CHIEF,
                        tx -> {
                            for (var trigger : List.of("journal", "posting", "entry")) {
                                tx.sql().execute("drop trigger %s_append_only".formatted(trigger));
                            }
                            return null;
                        });
    }

    /// Opened with money from the safe, topped up, carried, closed five cents short.
    private static void shift(PrivacyDesk desk, PersonId person, long fromSafe) {
        var desks = site.cashDesks();
        var inDrawer = desks.till(CLERK, EUR).expected().minor() + fromSafe;
        var opened =
                desks.open(
                        CLERK,
                        RequestId.fresh(),
                        new Opening(count(inDrawer), new Money(fromSafe, EUR), null, "B-1"));
        assertThat(opened).isInstanceOf(ShiftOutcome.Done.class);
        desk.topUp(person, 2_500);
        desk.topUp(person, 1_705);
        var shift = desks.shifts(CLERK, 1).getFirst().number();
        desks.carry(CLERK, RequestId.fresh(), new Transit(shift, new Money(-1_000, EUR), "B-2"));
        var left = desks.till(CLERK, EUR).expected().minor() - 5;
        assertThat(
                        desks.close(
                                CLERK,
                                RequestId.fresh(),
                                new Counted(
                                        shift, count(left), DifferenceCause.WRONG_CHANGE, "B-3")))
                .isInstanceOf(ShiftOutcome.Closed.class);
    }

    /// Filled, fed, emptied and counted two cents short; a part of what was asked for came out.
    private static void kiosk(PrivacyDesk desk, Uid card) {
        var device = desk.device("kiosk-1", DeviceKind.KIOSK);
        var actor = Actor.device(device.number(), "kiosk-1");
        var events =
                List.of(
                        cash(1, Kind.FILLED, null, Map.of(100L, 20), ""),
                        cash(2, Kind.CASH_IN, card, Map.of(2_000L, 1, 500L, 2), ""),
                        cash(3, Kind.CASH_OUT, card, Map.of(100L, 3), ""),
                        cash(4, Kind.EMPTIED, null, Map.of(2_000L, 1, 100L, 1), "B-7"));
        for (var event : events) {
            assertThat(site.kioskTraffic().takeIn(actor, device.number(), event).remark())
                    .isEmpty();
        }
        assertThat(
                        site.kiosks()
                                .count(
                                        CLERK,
                                        RequestId.fresh(),
                                        new Kiosks.Counting(
                                                device,
                                                "B-7",
                                                count(2_098),
                                                DifferenceCause.COUNTING_ERROR,
                                                "")))
                .isInstanceOf(Kiosks.CountOutcome.Done.class);
    }

    private static CashEvent cash(
            long seq, Kind kind, @Nullable Uid card, Map<Long, Integer> pieces, String seal) {
        var sum = pieces.entrySet().stream().mapToLong(one -> one.getKey() * one.getValue()).sum();
        return new CashEvent(seq, kind, NOW, card, "", new Money(sum, EUR), pieces, seal);
    }

    private static Count count(long minor) {
        return new Count(
                EUR,
                List.of(
                        new Count.Line(1_000, (int) (minor / 1_000)),
                        new Count.Line(1, (int) (minor % 1_000))));
    }

    /// One cent of the last payment that charged the centre.
    private static void refunded() {
        var posting =
                site.books()
                        .read(sql ->
                                sql.fetchSingle("select max(posting_id) from cost_centre_charge")
                                        .get(0, Long.class));
        assertThat(
                        site.postings()
                                .refund(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Postings.Refund(
                                                posting,
                                                new Money(1, EUR),
                                                Grounds.of(Reason.GOODS_RETURNED))))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void soundBooksAreGreenAndEveryLawWasAsked() {
        var standing = site.conservation().lookNow(CHIEF);
        assertThat(standing.holds()).as("%s", standing).isTrue();
        assertThat(standing.checks()).allSatisfy(check -> assertThat(check.looked()).isPositive());
    }

    @Test
    void whateverSingleRowIsDamagedThatRowIsNamedAndNoOther() {
        var random = new Random(SEED);
        for (var round = 0; round < ROUNDS; round++) {
            var damage = DAMAGES.get(round % DAMAGES.size());
            var by = 1 + random.nextInt(500);
            var told =
                    new Object() {
                        String row = "";
                        List<Check> checks = List.of();
                    };
            try {
                site.books()
                        .write(
                                CHIEF,
                                tx -> {
                                    var rows =
                                            tx.sql()
                                                    .fetch(
                                                            "select * from "
                                                                    + damage.table()
                                                                    + extra(damage));
                                    var row = rows.get(random.nextInt(rows.size()));
                                    told.row = name(damage, row);
                                    assertThat(damaged(tx.sql(), damage, row, by)).isOne();
                                    told.checks =
                                            new Look(
                                                            new ConservationStore(tx.sql()),
                                                            new SideBooksStore(tx.sql()),
                                                            new KioskBooksStore(tx.sql()))
                                                    .checks();
                                    throw new Undone();
                                });
            } catch (Undone e) {
                // the row is as it was
            }
            var named = new TreeSet<String>();
            told.checks.forEach(check -> check.rows().stream().map(Row::row).forEach(named::add));
            assertThat(named)
                    .as("seed %d, round %d: %s by %d gave %s", SEED, round, damage, by, told.checks)
                    .containsExactly(told.row);
        }
    }

    /// A damage that a row does not show is none: an open shift has nothing counted.
    private static String extra(Damage damage) {
        return switch (damage.table()) {
            case "cash_shift" -> " where closed_at is not null";
            case "ledger_hold" -> " where state = 'OPEN'";
            case "cost_centre_use" -> " where used <> 0";
            default -> "";
        };
    }

    private static int damaged(DSLContext sql, Damage damage, Record row, int by) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        damage.key()
                .forEach(column -> {
                    where.add(column + " = ?");
                    values.add(row.get(column));
                });
        var condition = " where " + String.join(" and ", where);
        return damage.set().isEmpty()
                ? sql.execute("delete from " + damage.table() + condition, values.toArray())
                : sql.execute(
                        "update "
                                + damage.table()
                                + " set "
                                + damage.set().replace("?", Integer.toString(by))
                                + condition,
                        values.toArray());
    }

    private static String name(Damage damage, Record row) {
        var wanted = damage.named().split("%s", -1).length - 1;
        return damage.named()
                .formatted(
                        damage.key().stream()
                                .limit(wanted)
                                .map(column -> String.valueOf(row.get(column)))
                                .toArray());
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
