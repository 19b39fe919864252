package app.lodge.core.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.groups.GroupId;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.rights.Day;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.PlanId;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.ResourceId;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.WeekPlan;
import app.lodge.core.rights.Window;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps.NewOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a small site holds beside people and postings, as its tables tell it: to the letter in
/// `tables.csv`, and still after somebody was erased.
@Tag("ID-54")
final class ExportedSiteTest {

    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<Entity> TOLD =
            List.of(
                    Entity.GROUPS,
                    Entity.GROUP_MEMBERS,
                    Entity.COST_CENTRES,
                    Entity.COST_CENTRE_HOLDERS,
                    Entity.BUDGETS,
                    Entity.LIMITS,
                    Entity.HOLDS,
                    Entity.TOP_UPS,
                    Entity.MANDATES,
                    Entity.SHIFTS,
                    Entity.RIGHTS,
                    Entity.RESOURCES,
                    Entity.WEEK_PLANS,
                    Entity.HOLIDAYS);

    @TempDir Path folder;
    private Site site;
    private EnrolOutcome.Enrolled ana;
    private EnrolOutcome.Enrolled bea;

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("home"));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
        var cost = new KdfCost(64, 1, 1);
        var settings = SiteSettings.of("Hof", EUR, ZoneId.of("Europe/Vienna"), "de");
        Site.create(home, settings, "chief", "correct horse".toCharArray(), clock, cost);
        site = Site.open(home, clock, cost);
        ana = enrol("Ana");
        bea = enrol("Bea");
        groupsAndCentres();
        money();
        rights();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private EnrolOutcome.Enrolled enrol(String name) {
        return (EnrolOutcome.Enrolled)
                site.people()
                        .enrol(
                                CHIEF,
                                RequestId.fresh(),
                                PersonDetails.named(name, "Marić"),
                                EnrolOutcome.Duplicates.ACCEPTED);
    }

    private void groupsAndCentres() {
        var groups = site.groups();
        groups.add(CHIEF, RequestId.fresh(), "Chemists, \"wet\"");
        groups.add(CHIEF, RequestId.fresh(), "Nobody yet");
        groups.enter(CHIEF, RequestId.fresh(), new GroupId(1), ana.person().id());
        groups.enter(CHIEF, RequestId.fresh(), new GroupId(1), bea.person().id());
        var centres = site.costCentres();
        var lab = new CentreId(1);
        centres.add(CHIEF, RequestId.fresh(), "4711", "Labor", CostCentre.OverBudget.values()[0]);
        centres.link(
                CHIEF,
                RequestId.fresh(),
                lab,
                new CostCentres.Link(CostCentres.Holder.GROUP, 1, false));
        centres.link(
                CHIEF,
                RequestId.fresh(),
                lab,
                new CostCentres.Link(CostCentres.Holder.PERSON, bea.person().id().number(), true));
        centres.setBudget(
                CHIEF, RequestId.fresh(), lab, budget(0, Budget.Period.MONTH, 50_000, true));
        centres.setBudget(
                CHIEF,
                RequestId.fresh(),
                lab,
                budget(bea.account().number(), Budget.Period.DAY, 750, false));
        limit(Limit.Kind.BALANCE, Limit.Owner.GROUP, 1, 5_000, null);
        limit(Limit.Kind.PAYMENTS_PER_WEEK, Limit.Owner.GROUP, 1, 12, null);
        limit(
                Limit.Kind.OVERDRAFT,
                Limit.Owner.ACCOUNT,
                bea.account().number(),
                2_000,
                LocalDate.of(2027, 1, 31));
    }

    private static Budget budget(long account, Budget.Period period, long amount, boolean carries) {
        return new Budget(account, period, amount, carries, LocalDate.of(2026, 1, 1), null);
    }

    private void limit(Limit.Kind kind, Limit.Owner owner, long whose, long most, LocalDate until) {
        site.limits().set(CHIEF, RequestId.fresh(), new Limit(kind, owner, whose, most, until));
    }

    private void money() {
        order("K-1", ana.account(), 1_000);
        order("K-2", bea.account(), 2_550);
        site.mandates()
                .grant(
                        CHIEF,
                        RequestId.fresh(),
                        bea.person().id(),
                        LocalDate.of(2026, 11, 1),
                        false,
                        new BankDetails(
                                "Bea Marić",
                                "DE89370400440532013000",
                                "",
                                "",
                                "",
                                "10115",
                                "Berlin",
                                "DE"));
        hold();
        var desks = site.cashDesks();
        desks.open(
                CHIEF,
                RequestId.fresh(),
                new CashDesks.Opening(
                        new Count(EUR, List.of(new Count.Line(1_000, 5))),
                        Money.of(5_000, "EUR"),
                        null,
                        ""));
        desks.close(
                CHIEF,
                RequestId.fresh(),
                new CashDesks.Counted(
                        1,
                        new Count(EUR, List.of(new Count.Line(1_000, 4))),
                        DifferenceCause.values()[0],
                        ""));
    }

    /// As a till leaves it whose customer walked away.
    private void hold() {
        site.books()
                .write(
                        CHIEF,
                        tx ->
                                tx.sql()
                                        .execute(
                                                """
                                                insert into ledger_hold (id, account_id, amount, currency, device_id,
                                                    ask_id, medium_id, state, created_at, expires_at)
                                                values (1, ?, 480, 'EUR', 7, 'A-1', 0, 'EXPIRED', ?, ?)\
                                                """,
                                                bea.account().number(),
                                                tx.nowUtc(),
                                                tx.nowUtc().plusMinutes(15)));
    }

    private void order(String reference, AccountId account, long cents) {
        site.topUps()
                .order(
                        CHIEF,
                        RequestId.fresh(),
                        new NewOrder(
                                TopUpSource.KIOSK, reference, account, Money.of(cents, "EUR")));
    }

    private void rights() {
        var rights = site.rights();
        rights.addResource(CHIEF, RequestId.fresh(), Resource.Kind.DOOR, "Labor", null);
        var week =
                new WeekPlan(
                        List.of(
                                new Window(EnumSet.range(Day.MONDAY, Day.FRIDAY), 7 * 60, 18 * 60),
                                new Window(EnumSet.of(Day.SATURDAY), 22 * 60, 2 * 60)),
                        WeekPlan.Holidays.values()[0]);
        rights.putPlan(CHIEF, RequestId.fresh(), "Daytime", week);
        rights.putPlan(
                CHIEF,
                RequestId.fresh(),
                "Daytime",
                new WeekPlan(week.windows().subList(0, 1), week.holidays()));
        rights.putHoliday(CHIEF, RequestId.fresh(), LocalDate.of(2026, 12, 25), "Christtag");
        put(Holder.group(1), Effect.GRANT, new PlanId(1));
        put(Holder.person(bea.person().id().number()), Effect.REFUSAL, null);
    }

    private void put(Holder holder, Effect effect, PlanId plan) {
        site.rights()
                .put(
                        CHIEF,
                        RequestId.fresh(),
                        new Rule.Wanted(
                                new ResourceId(1),
                                holder,
                                effect,
                                plan,
                                null,
                                Instant.parse("2027-06-30T22:00:00Z")));
    }

    @Test
    void everyTableIsToTheLetterWhatItWas() throws Exception {
        assertThat(tables()).isEqualTo(kept("tables.csv"));
    }

    @Test
    void whoeverIsErasedIsGoneFromTheRulesAndTheMoneyKeepsItsNumbers() throws Exception {
        var before = rows(Entity.TOP_UPS);
        assertThat(erase(ana.person().id())).isInstanceOf(EraseOutcome.Erased.class);
        assertThat(rows(Entity.GROUP_MEMBERS))
                .extracting(row -> row.get(1))
                .containsExactly(Long.toString(bea.person().id().number()));
        assertThat(rows(Entity.TOP_UPS))
                .extracting(row -> row.get(3))
                .containsExactlyElementsOf(before.stream().map(row -> row.get(3)).toList());
        assertThat(tables()).doesNotContain("Ana");
    }

    private EraseOutcome erase(PersonId person) {
        site.topUps().refuse(CHIEF, RequestId.fresh(), 1);
        return site.privacy()
                .erase(CHIEF, RequestId.fresh(), person, ErasureGround.values()[0], "E-1");
    }

    private List<List<String>> rows(Entity entity) {
        return site.exports().read(CHIEF, entity, null).rows();
    }

    private String tables() throws IOException {
        var text = new StringBuilder();
        for (var entity : TOLD) {
            var out = new ByteArrayOutputStream();
            TableFile.write(
                    out, entity, Format.CSV, after -> site.exports().read(CHIEF, entity, after));
            text.append("# ").append(entity).append('\n');
            text.append(out.toString(UTF_8).replace("\r\n", "\n"));
        }
        return text.toString();
    }

    private static String kept(String name) throws IOException {
        try (var in = ExportedSiteTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }
}
