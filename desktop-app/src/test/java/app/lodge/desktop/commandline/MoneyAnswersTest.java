package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Periods.PeriodOutcome;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command line makes of money moved, limited and charged.
class MoneyAnswersTest {

    private static final Money FIVE = Money.of(500, "EUR");

    @TempDir Path folder;
    private CommandRun site;

    @BeforeEach
    void site() {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering(
                                "Settings.site",
                                _ ->
                                        SiteSettings.of(
                                                "Riverside",
                                                Currency.getInstance("EUR"),
                                                ZoneId.of("Europe/Berlin"),
                                                "en"))
                        .answering("Accounts.ofPerson", _ -> Optional.of(account()));
    }

    @Test
    @Tag("ID-27")
    void ordersAPayOutWithItsGrounds() {
        site.answering(
                "Postings.payOut",
                given -> {
                    var order = (Postings.PayOut) given.get(1);
                    assertThat(order.amount()).isEqualTo(FIVE);
                    assertThat(order.means()).isEqualTo(PaymentMeans.CASH);
                    assertThat(order.grounds().reason()).isEqualTo(Reason.LOST_MEDIUM);
                    assertThat(order.grounds().reference()).isEqualTo("B-17");
                    assertThat(order.grounds().approval()).isEqualTo(9);
                    return new MoveOutcome.Moved(31, account(), null);
                });
        assertThat(
                        site.run(
                                "account",
                                "pay-out",
                                "4",
                                "5.00",
                                "--reason",
                                "lost-medium",
                                "--reference",
                                "B-17",
                                "--approval",
                                "9",
                                "--json",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(
                        Json.tree(site.out.getBytes(StandardCharsets.UTF_8))
                                .get("result")
                                .get("posting")
                                .asLong())
                .isEqualTo(31);
    }

    @Test
    @Tag("ID-26")
    @Tag("ID-27")
    void saysWhichRuleWhoseAndWhatRemains() {
        site.answering(
                "Postings.transfer",
                _ ->
                        new MoveOutcome.Refused(
                                new Refusal.LimitReached(
                                        new Limit(
                                                Limit.Kind.TRANSFERRED_PER_DAY,
                                                Limit.Owner.GROUP,
                                                3,
                                                2_000,
                                                null),
                                        150)));
        assertThat(site.run("account", "transfer", "4", "5", "5.00", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("Transfers per day", "group 3", "20.00 EUR", "1.50 EUR");
        site.answering(
                "Postings.correct",
                given -> {
                    assertThat(((Postings.Correction) given.get(1)).amount())
                            .isEqualTo(FIVE.negated());
                    return new MoveOutcome.NeedsApproval(
                            new FourEyes.Matter(
                                    FourEyes.Verb.CORRECTION, new AccountId(7), FIVE, 0),
                            Money.of(100, "EUR"));
                });
        assertThat(
                        site.run(
                                "account",
                                "correct",
                                "4",
                                "5.00",
                                "--direction",
                                "debit",
                                "--as",
                                "anna"))
                .isEqualTo(1);
        assertThat(site.err).contains("5.00 EUR is above 1.00 EUR");
    }

    @Test
    @Tag("ID-16")
    void addsACostCentreAndSaysWhenThereIsNone() {
        var centre =
                new CostCentre(
                        new CentreId(1), "4100", "Hall B", CostCentre.OverBudget.OWN_ACCOUNT, true);
        site.answering(
                "CostCentres.add",
                given -> {
                    assertThat(given.subList(1, 4))
                            .isEqualTo(
                                    List.of("4100", "Hall B", CostCentre.OverBudget.OWN_ACCOUNT));
                    return new CentreOutcome.Done(centre);
                });
        assertThat(
                        site.run(
                                "cost-centre",
                                "add",
                                "4100",
                                "Hall B",
                                "--over-budget",
                                "own-account",
                                "--as",
                                "root"))
                .isZero();
        site.answering("CostCentres.list", _ -> List.of(centre));
        assertThat(site.run("cost-centre", "link", "41", "person", "4", "--as", "root"))
                .isEqualTo(1);
        assertThat(site.err).contains("41");
    }

    @Test
    void closesAMonthAndKnowsWhatAMonthIs() {
        site.answering(
                "Periods.close",
                given -> new PeriodOutcome.NotInOrder(((YearMonth) given.get(1)).minusMonths(1)));
        assertThat(site.run("period", "close", "2026-10", "--as", "root")).isEqualTo(1);
        assertThat(site.err).contains("2026-09");
        assertThat(site.run("period", "close", "October", "--as", "root")).isEqualTo(2);
        assertThat(site.err).contains("2026-11");
    }

    private static Account account() {
        return new Account(
                new AccountId(7),
                new PersonId(4),
                Money.of(2_500, "EUR"),
                Money.of(0, "EUR"),
                Money.of(0, "EUR"),
                false,
                null);
    }
}
