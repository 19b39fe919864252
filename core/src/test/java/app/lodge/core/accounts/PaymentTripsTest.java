package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.CountedBooks.Trips;
import app.lodge.core.books.PostgreSqlServer;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How often the one writer goes to the database for a group of payments: not more often for many than for
/// a few. A payment that asks or writes by itself again shows here, without a clock.
final class PaymentTripsTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    private static final int MANY = 32;

    private final Trips trips = new Trips();

    @Test
    @Tag("ID-20")
    void aGroupOfPaymentsGoesToTheServerAsOftenAsOne() {
        try (var site = ready(SERVER.database())) {
            var one = group(site, 1, caller -> pay(site, caller, 2, ""));
            var many = group(site, MANY, caller -> pay(site, caller, 3, ""));
            assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    @Tag("ID-20")
    void aGroupOfAuthorisationsGoesToTheServerAsOftenAsOne() {
        try (var site = ready(SERVER.database())) {
            var one = group(site, 1, caller -> authorise(site, caller, "a"));
            var many = group(site, MANY, caller -> authorise(site, caller, "b"));
            assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(6);
            var captured = group(site, MANY, caller -> pay(site, caller, 4, "b"));
            assertThat(captured).hasSizeLessThanOrEqualTo(11);
            group(site, MANY, caller -> authorise(site, caller, "c"));
            var released =
                    group(
                            site,
                            MANY,
                            caller -> site.payments.release(Site.point(caller), caller, "c"));
            assertThat(released).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    @Tag("ID-20")
    void aGroupOfTopUpsGoesToTheServerAsOftenAsOne() {
        try (var site = ready(SERVER.database())) {
            assertThat(group(site, 1, caller -> topUp(site, caller))).hasSizeLessThanOrEqualTo(7);
            assertThat(group(site, MANY, caller -> topUp(site, caller)))
                    .hasSizeLessThanOrEqualTo(7);
        }
    }

    @Test
    @Tag("ID-20")
    void aGroupOfPaymentsIsWrittenInAFewBatchesOnTheEmbeddedDatabase() {
        try (var site = ready(new BooksSource.InMemory(UUID.randomUUID().toString()))) {
            var paid = group(site, MANY, caller -> pay(site, caller, 2, ""));
            assertThat(changes(paid)).hasSize(5); // posting, entries, total, balance, journal
            var asked = group(site, MANY, caller -> authorise(site, caller, "b"));
            assertThat(changes(asked)).hasSize(4); // hold, balance, journal, answer
        }
    }

    /// Everybody has paid once: revenue accounts are open.
    private Site ready(BooksSource source) {
        var site = Site.counted(source, trips, MANY, MANY);
        for (var person = 1; person <= MANY; person++) {
            site.accounts.topUp(
                    Site.CLERK,
                    RequestId.fresh(),
                    site.id(person),
                    Site.eur(10_000),
                    PaymentMeans.CASH);
        }
        for (var caller = 1; caller <= MANY; caller++) {
            pay(site, caller, 1, "");
            authorise(site, caller, "first");
        }
        return site;
    }

    private static List<String> changes(List<String> made) {
        return made.stream().filter(name -> name.matches("executeBatch|executeUpdate")).toList();
    }

    /// @return the ways to the database that the group made, from its first question to its commit
    private List<String> group(Site site, int callers, IntConsumer call) {
        var calls = new ArrayList<Runnable>();
        for (var caller = 1; caller <= callers; caller++) {
            var number = caller;
            calls.add(() -> {
                if (number == 1) {
                    trips.clear(); // the writer is busy with what went before
                }
                call.accept(number);
            });
        }
        assertThat(Together.inOneGroup(site.books, Site.SYSTEM, calls)).containsOnlyNulls();
        var made = trips.made();
        return made.subList(
                made.indexOf("commit") + 1, made.size()); // after that of whoever kept it busy
    }

    private static void topUp(Site site, int person) {
        var outcome =
                site.accounts.topUp(
                        Site.CLERK,
                        RequestId.fresh(),
                        site.id(person),
                        Site.eur(10_000),
                        PaymentMeans.CASH);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TopUpOutcome.ToppedUp.class,
                        done -> {
                            assertThat(done.receipt().balanceAfter())
                                    .isEqualTo(done.account().balance());
                            assertThat(done.receipt().copy()).isZero();
                        });
    }

    private static void pay(Site site, int caller, long seq, String ask) {
        site.payments.book(
                Site.point(caller),
                caller,
                new PaymentEvent(seq, ask, Site.uid(caller), Site.eur(100), Site.START));
    }

    private static void authorise(Site site, int caller, String ask) {
        assertThat(
                        site.payments.authorise(
                                Site.point(caller),
                                caller,
                                new Ask(ask, Site.uid(caller), Site.eur(100), Site.START)))
                .isInstanceOf(Approved.class);
    }
}
