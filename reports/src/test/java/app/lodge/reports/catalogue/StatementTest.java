package app.lodge.reports.catalogue;

import static app.lodge.reports.catalogue.ReportFormat.PDF;
import static app.lodge.reports.catalogue.ReportKind.ACCOUNT_STATEMENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.money.Money;
import app.lodge.core.texts.Texts;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-21")
@Tag("ID-53")
class StatementTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final FakeSite site = new FakeSite();

    @Test
    void showsEveryMovementWithItsRunningBalanceAndTheTotals() throws Exception {
        site.withMovements(60);

        var rendered = Reading.file(site.reports(), ACCOUNT_STATEMENT, PDF, "account", "17");

        var text = Reading.text(rendered);
        var texts = new Texts(Locale.ENGLISH);
        for (var movement : site.movements) {
            assertThat(text)
                    .contains(
                            Reading.plain(
                                    movement.posting()
                                            + " "
                                            + texts.time(movement.occurredAt(), BERLIN)));
            assertThat(text)
                    .contains(
                            Reading.plain(
                                    texts.money(movement.amount())
                                            + " "
                                            + texts.money(movement.balanceAfter())));
        }
        assertThat(text).contains("60 movements");
        assertThat(text)
                .contains("Closing balance")
                .contains(texts.money(site.movements.getLast().balanceAfter()));
        assertThat(rendered.rows()).isEqualTo(60);
        assertThat(rendered.pageCount()).isGreaterThan(1);
        assertThat(text).contains("Page 1 of " + rendered.pageCount());
        assertThat(text).contains("Page " + rendered.pageCount() + " of " + rendered.pageCount());
        assertThat(rendered.fileName()).isEqualTo("account-statement-17-2026-11-22.pdf");
    }

    @Test
    void aPersonsStatementHasEveryAccountEachInItsCurrency() throws Exception {
        site.withMovements(3);
        site.dollars = true;

        var paper = Reading.file(site.reports(), ACCOUNT_STATEMENT, PDF, "person", "1000");
        var text = Reading.text(paper);

        assertThat(paper.pageCount()).isEqualTo(2);
        assertThat(text).contains("3 movements").contains("Page 2 of 2");
        assertThat(text).contains("Account 17").contains("Account 18");
        assertThat(text).contains("There are no movements in this period.");
        assertThat(text).contains(new Texts(Locale.ENGLISH).money(Money.of(0, "USD")));

        var csv =
                new String(
                        Reading.file(
                                        site.reports(),
                                        ACCOUNT_STATEMENT,
                                        ReportFormat.XML,
                                        "person",
                                        "1000")
                                .content(),
                        UTF_8);
        assertThat(csv).contains("closing_18");
    }

    @Test
    void beginsAPeriodWithTheBalanceBeforeIt() throws Exception {
        site.withMovements(60);
        var texts = new Texts(Locale.ENGLISH);

        var text =
                Reading.text(
                        Reading.file(
                                site.reports(),
                                ACCOUNT_STATEMENT,
                                PDF,
                                "account",
                                "17",
                                "from",
                                "2026-11-02",
                                "until",
                                "2026-11-02"));

        // 2 November in Berlin is 1 November 23:00Z to 2 November 23:00Z: movements 16 to 39
        assertThat(text).contains("24 movements").contains(" 1016 ").contains(" 1039 ");
        assertThat(text).doesNotContain(" 1015 ").doesNotContain(" 1040 ");
        assertThat(text).contains(texts.money(site.movements.get(15).balanceAfter()));
        assertThat(text).contains(texts.money(site.movements.get(39).balanceAfter()));
    }

    @Test
    void saysSoWhenThereIsNothing() throws Exception {
        var rendered = Reading.file(site.reports(), ACCOUNT_STATEMENT, PDF, "account", "17");

        assertThat(Reading.text(rendered))
                .contains("There are no movements in this period.")
                .contains("Page 1 of 1");
        assertThat(rendered.rows()).isZero();
        assertThat(rendered.pageCount()).isEqualTo(1);
    }

    @Test
    void showsABalanceThatDoesNotFollow() throws Exception {
        site.withMovements(3);
        site.movements.remove(1);

        assertThat(
                        Reading.text(
                                Reading.file(
                                        site.reports(), ACCOUNT_STATEMENT, PDF, "account", "17")))
                .contains("The balance does not follow from the line before");
    }

    @Test
    void tellsWhatWasBookedLateAndThatTheAccountIsBlocked() throws Exception {
        site.withMovements(8);
        site.accountBlocked = true;

        var text =
                Reading.text(
                        Reading.fileIn(
                                "de", site.reports(), ACCOUNT_STATEMENT, PDF, "person", "1000"));

        assertThat(text).contains("Verspätet gemeldet, gebucht am 01.11.2026, 13:00:00");
        assertThat(text).contains("Konto 17 · Łucja Wiśniewska-Żółć · Person 1000 · gesperrt");
        assertThat(text).contains("Kontoauszug").contains("Seite 1 von 1");
    }

    @Test
    @Tag("ID-55")
    void showsAnAuditorTheNumberAndNotTheName() throws Exception {
        site.withMovements(2);

        var outcome =
                site.reports()
                        .render(
                                FakeSite.AUDITOR,
                                ReportOrder.file(
                                        ACCOUNT_STATEMENT,
                                        Reading.parameters("account", "17"),
                                        PDF,
                                        "en"));

        assertThat(Reading.text((Rendered) outcome))
                .contains("Account 17 · person 1000")
                .doesNotContain("Wiśniewska");
    }

    @Test
    void prints10000Movements() throws Exception {
        site.withMovements(10_000);

        var rendered = Reading.file(site.reports(), ACCOUNT_STATEMENT, PDF, "account", "17");

        var text = Reading.text(rendered);
        for (var movement : site.movements) {
            assertThat(text).contains(" " + movement.posting() + " ");
        }
        assertThat(rendered.pageCount()).isBetween(200, 400);
    }
}
