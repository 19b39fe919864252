package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.books.RequestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nothing inside the system costs anything: what one side of a posting loses the other gets, to the last
/// cent, and a fee is a posting of its own that only rows of a tariff make (ID-33).
@Tag("ID-33")
final class NoChargesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /// Who makes what a tariff or a rule asks for.
    private static final Map<PostingKind, List<String>> TARIFF =
            Map.of(
                    PostingKind.FEE,
                    List.of(
                            "BookedMediaCharges.java", // the tariff of media
                            "ChargesAtIssue.java", // the same, at issue
                            "OutsideMoney.java", // the source's rule on a returned debit
                            "PurseMoney.java"), // what is left on a purse after its term
                    PostingKind.DEPOSIT,
                    List.of("BookedMediaCharges.java", "ChargesAtIssue.java"),
                    PostingKind.DEPOSIT_RETURN,
                    List.of("BookedMediaCharges.java", "ChargesAtIssue.java"));

    /// Where a kind of posting comes about, so that it can be seen to cost nothing.
    private enum Where {
        /// Whatever people and staff do at random.
        PLAY,
        /// Done once by the back office, below.
        OFFICE,
        /// A row of the tariff or a rule that names it: only {@link #TARIFF}'s files make it.
        TARIFF,
        /// Nobody makes it yet.
        NOWHERE
    }

    /// A new kind does not compile until somebody has decided.
    private static Where where(PostingKind kind) {
        return switch (kind) {
            case TOP_UP, PAYMENT, REFUND, REVERSAL, TRANSFER, PAY_OUT, CORRECTION -> Where.PLAY;
            case CLOSING, SETTLEMENT, CASH_IN_TRANSIT, CASH_DIFFERENCE -> Where.OFFICE;
            case FEE, DEPOSIT, DEPOSIT_RETURN -> Where.TARIFF;
            case OPENING -> Where.NOWHERE;
        };
    }

    private static Set<PostingKind> all(Where where) {
        return Stream.of(PostingKind.values())
                .filter(kind -> where(kind) == where)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PostingKind.class)));
    }

    @Test
    void whateverIsPostedInWhateverOrderNobodyIsChargedForIt() {
        var kinds = EnumSet.noneOf(PostingKind.class);
        for (long seed : new long[] {3, 33, 333, 3_333}) {
            kinds.addAll(played(seed));
        }
        assertThat(kinds)
                .containsAll(all(Where.PLAY))
                .doesNotContainAnyElementsOf(all(Where.TARIFF));
    }

    @Test
    void whatTheOfficePostsChargesNobodyEither() {
        try (var site = Site.inMemory(2, 1)) {
            dearTariff(site);
            var outside = OutsideMoney.in(site.keeping);
            var cash = CashLedger.in(site.keeping);
            site.books.write(
                    Site.CLERK,
                    tx -> {
                        outside.credit(tx, "top-up:CARD", 1, site.id(1), Site.eur(700));
                        outside.settle(tx, "top-up:CARD", 1, Site.eur(700));
                        var drawer = cash.drawer(tx, Site.EUR);
                        cash.transit(tx, RequestId.fresh(), drawer, Site.eur(5_000), "");
                        return cash.difference(tx, RequestId.fresh(), drawer, Site.eur(-3), "");
                    });
            close(site, 1);
            assertThat(twoSidesOnly(site, "office")).containsAll(all(Where.OFFICE));
            assertThat(site.account(1).balance().minor()).isZero();
        }
    }

    /// @return the kinds of posting that came about
    private static Set<PostingKind> played(long seed) {
        try (var site = Site.inMemory(3, 2)) {
            dearTariff(site);
            var random = new Random(seed);
            new Play(site).all(Stream.generate(() -> Action.random(random)).limit(250).toList());
            close(site, 3);
            return twoSidesOnly(site, "seed " + seed);
        }
    }

    private static void close(Site site, int person) {
        site.postings.closeAccount(
                Site.CLERK,
                RequestId.fresh(),
                new Postings.Closing(
                        site.id(person),
                        new Postings.Settlement.PaidOut(PaymentMeans.CASH),
                        Grounds.of(Reason.LEFT_THE_SITE)));
    }

    private static Set<PostingKind> twoSidesOnly(Site site, String what) {
        var kinds = EnumSet.noneOf(PostingKind.class);
        postings(site)
                .forEach((posting, sides) -> {
                    kinds.add(sides.getFirst().kind());
                    assertThat(sides)
                            .as("%s, posting %d: two sides and no third", what, posting)
                            .hasSize(2)
                            .noneMatch(side -> side.account().equals(AccountKind.FEES.name()));
                    assertThat(sides.getFirst().amount())
                            .as("%s, posting %d", what, posting)
                            .isEqualTo(-sides.getLast().amount());
                });
        return kinds;
    }

    private record Side(PostingKind kind, String account, long amount) {}

    private static Map<Long, List<Side>> postings(Site site) {
        return site.books.read(sql ->
                sql.select(
                                LEDGER_POSTING.ID,
                                LEDGER_POSTING.KIND,
                                LEDGER_ACCOUNT.KIND,
                                LEDGER_ENTRY.AMOUNT)
                        .from(LEDGER_POSTING)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID))
                        .join(LEDGER_ACCOUNT)
                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                        .fetchGroups(
                                row -> row.value1(),
                                row ->
                                        new Side(
                                                PostingKind.valueOf(row.value2()),
                                                row.value3(),
                                                row.value4())));
    }

    /// The kinds of posting that nobody plays have no other way to a fee either: whoever makes one reads a
    /// tariff or a rule that names it.
    @Test
    void onlyRowsOfATariffMakeFeesAndDeposits() {
        assertThat(all(Where.TARIFF))
                .containsExactlyInAnyOrderElementsOf(TARIFF.keySet())
                .allSatisfy(kind ->
                        assertThat(naming(kind))
                                .as("%s", kind)
                                .containsExactlyElementsOf(TARIFF.get(kind)));
        assertThat(all(Where.NOWHERE))
                .allSatisfy(kind -> assertThat(naming(kind)).as("%s", kind).isEmpty());
    }

    private static List<String> naming(PostingKind kind) {
        var name = Pattern.compile("PostingKind\\.%s\\b".formatted(kind));
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> name.matcher(text(file)).find())
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// High enough that nobody would overlook it.
    private static void dearTariff(Site site) {
        site.moneyRules.change(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new AccountRules(
                        AccountRules.STANDARD.transfers(),
                        AccountRules.STANDARD.approvals(),
                        new Tariff(
                                99_999,
                                88_888,
                                Map.of(BlockReason.LOST, 77_777L),
                                "standard",
                                AccountRules.Uncovered.CASH),
                        Map.of("standard", 1_900),
                        24));
    }
}
