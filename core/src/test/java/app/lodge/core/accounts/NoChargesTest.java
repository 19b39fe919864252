package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.books.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nothing inside the system costs anything: what one side of a posting loses the other gets, to the last
/// cent, and a fee is a posting of its own that only rows of a tariff make (ID-33).
@Tag("ID-33")
final class NoChargesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void whateverIsPostedInWhateverOrderNobodyIsChargedForIt() {
        var kinds = EnumSet.noneOf(PostingKind.class);
        for (long seed : new long[] {3, 33, 333, 3_333}) {
            kinds.addAll(played(seed));
        }
        assertThat(kinds)
                .contains(
                        PostingKind.TOP_UP,
                        PostingKind.PAYMENT,
                        PostingKind.REFUND,
                        PostingKind.REVERSAL,
                        PostingKind.TRANSFER,
                        PostingKind.PAY_OUT,
                        PostingKind.CORRECTION)
                .doesNotContain(PostingKind.FEE);
    }

    /// @return the kinds of posting that came about
    private static Set<PostingKind> played(long seed) {
        try (var site = Site.inMemory(3, 2)) {
            dearTariff(site);
            var random = new Random(seed);
            new Play(site).all(Stream.generate(() -> Action.random(random)).limit(250).toList());
            site.postings.closeAccount(
                    Site.CLERK,
                    RequestId.fresh(),
                    new Postings.Closing(
                            site.id(3),
                            new Postings.Settlement.PaidOut(PaymentMeans.CASH),
                            Grounds.of(Reason.LEFT_THE_SITE)));
            var kinds = EnumSet.noneOf(PostingKind.class);
            postings(site)
                    .forEach((posting, sides) -> {
                        kinds.add(sides.getFirst().kind());
                        assertThat(sides)
                                .as("seed %d, posting %d: two sides and no third", seed, posting)
                                .hasSize(2)
                                .noneMatch(side -> side.account().equals(AccountKind.FEES.name()));
                        assertThat(sides.getFirst().amount())
                                .as("seed %d, posting %d", seed, posting)
                                .isEqualTo(-sides.getLast().amount());
                    });
            return kinds;
        }
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

    /// The kinds of posting that no random play comes by have no other way to a fee either: whoever makes
    /// one reads a tariff or a rule that names it.
    @Test
    void onlyRowsOfATariffMakeFees() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var making =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("PostingKind.FEE"))
                            .map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList();
            assertThat(making)
                    .containsExactly(
                            "BookedMediaCharges.java", // the tariff of media
                            "ChargesAtIssue.java", // the same, at issue
                            "OutsideMoney.java", // the source's rule on a returned debit
                            "PurseMoney.java"); // what is left on a purse after its term
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
