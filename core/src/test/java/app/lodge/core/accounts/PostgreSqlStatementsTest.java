package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the screens of the books ask, on PostgreSQL.
@Tag("ID-21")
final class PostgreSqlStatementsTest {

    @Test
    void answersTheSameThere() throws Exception {
        try (var server = EmbeddedPostgres.builder().start();
                var site =
                        new Site(
                                new BooksSource.PostgreSql(
                                        server.getJdbcUrl("postgres", "postgres"), "postgres", ""),
                                2,
                                1)) {
            site.accounts.topUp(
                    Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(1_000), PaymentMeans.CASH);
            var purchase =
                    site.payments.book(
                            Site.point(1),
                            1,
                            new PaymentEvent(1, "", Site.uid(1), Site.eur(300), site.now));
            var statements = Statements.in(site.keeping);
            var wanted =
                    new MovementFilter(
                            Site.TODAY, Site.TODAY, PostingKind.PAYMENT, 1, Direction.OUT);
            assertThat(
                            statements
                                    .page(
                                            Site.CLERK,
                                            site.id(1),
                                            LookPurpose.COUNTER,
                                            wanted,
                                            null,
                                            10)
                                    .rows())
                    .extracting(Movement::posting)
                    .containsExactly(purchase);
            var file =
                    statements
                            .posting(Site.CLERK, site.id(1), purchase, LookPurpose.AUDIT)
                            .orElseThrow();
            assertThat(file.refundable()).isEqualTo(Site.eur(300));
            assertThat(file.place()).isEqualTo("Canteen 1");
            assertThat(statements.places(Site.CLERK, site.id(1))).hasSize(1);
            site.payments.authorise(
                    Site.point(1), 1, new Ask("held", Site.uid(1), Site.eur(40), site.now));
            var holds = Holds.in(site.keeping);
            var held =
                    holds.page(Site.CLERK, site.id(1), LookPurpose.AUDIT, HoldState.OPEN, null, 5)
                            .rows()
                            .getFirst();
            assertThat(held.place()).isEqualTo("Canteen 1");
            assertThat(
                            holds.release(
                                    Site.ADMINISTRATOR,
                                    RequestId.fresh(),
                                    site.id(1),
                                    held.number(),
                                    Reason.DEVICE_ERROR))
                    .isInstanceOf(Holds.ReleaseOutcome.LetGo.class);
            var november = site.periods.preview(Site.CLERK, YearMonth.of(2026, 11));
            assertThat(november.turnover()).hasSize(2);
            assertThat(november.hindrances())
                    .containsExactly(new Periods.Hindrance(Periods.Why.NOT_OVER, 1));
            assertThat(site.charges.due(Site.CLERK, new PersonId(1)).orElseThrow().free()).isTrue();
        }
    }
}
