package app.lodge.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.PostgreSqlServer;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.journal.Journal.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Turning the pages of any filter shows each row that fits once and no other, though the clock was set
/// forth and back while they were written.
@Tag("ID-50")
final class JournalPagesTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    private static final Actor CHIEF = new Actor(1, "Root", Role.ADMINISTRATOR, "desk-1");
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<String> KINDS =
            List.of("posting.booked", "posting.undone", "post", "media.blocked", "hold.reserved");

    private final Random random = new Random(20_261_122L);
    private Instant now = START;

    @Test
    void everyFilterTurnsThroughItsRowsOnH2() {
        turn(new BooksSource.InMemory(UUID.randomUUID().toString()));
    }

    @Test
    void everyFilterTurnsThroughItsRowsOnPostgreSql() {
        turn(SERVER.database());
    }

    @Test
    void aTextIsLookedForInSoManyRowsAtOnceAndFoundOnALaterPage() {
        try (var books =
                Books.open(
                        new BooksSource.InMemory(UUID.randomUUID().toString()),
                        () -> now,
                        new Plain())) {
            var most = TextInRows.PIECE * TextInRows.PIECES;
            books.write(
                    CHIEF,
                    tx -> {
                        tx.journal("media.blocked", "device:9", Map.of("why", "Stolen"));
                        for (var i = 0; i < most; i++) {
                            tx.journal("clerk.signed-in", "site", Map.of());
                        }
                        return null;
                    });
            var journal = Journal.in(books);
            var filter = new Filter("", "", null, null, "", null, "sToLeN");
            var first = journal.page(CHIEF, filter, null, 50);
            assertThat(first.rows()).isEmpty();
            var second = journal.page(CHIEF, filter, first.next(), 50);
            assertThat(second.rows()).extracting(JournalRow::kind).containsExactly("media.blocked");
            assertThat(second.next()).isNull();
        }
    }

    @Test
    @Tag("ID-55")
    void aTextWithADigitTakesAReasonAndOnlyItsDigitsAreJournalled() {
        try (var books =
                Books.open(
                        new BooksSource.InMemory(UUID.randomUUID().toString()),
                        () -> now,
                        new Plain())) {
            books.write(CHIEF, tx -> tx.journal("account.blocked", "account:1003", Map.of()));
            var journal = Journal.in(books);
            assertThatThrownBy(() ->
                            journal.page(
                                    CHIEF,
                                    new Filter("", "", null, null, "", null, "1003"),
                                    null,
                                    9))
                    .isInstanceOf(NotPermitted.class);
            var why =
                    new Filter("", "", null, null, "", LookPurpose.COMPLAINT, "Account:1003 Novak");
            assertThat(journal.page(CHIEF, why, null, 9).rows()).isEmpty();
            var looked = journal.page(CHIEF, Filter.all(), null, 1).rows().getFirst();
            assertThat(looked.kind()).isEqualTo("journal.looked-at");
            assertThat(looked.content()).contains("1003").doesNotContain("Novak");
        }
    }

    private void turn(BooksSource source) {
        try (var books = Books.open(source, () -> now, new Plain())) {
            for (var i = 0; i < 300; i++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(12) - 4));
                books.write(
                        CHIEF,
                        tx ->
                                tx.journal(
                                        KINDS.get(random.nextInt(KINDS.size())),
                                        "device:" + random.nextInt(4),
                                        Map.of()));
            }
            var journal = Journal.in(books);
            var all = pages(journal, Filter.all());
            assertThat(all)
                    .hasSize(300)
                    .isSortedAccordingTo(Comparator.comparingLong(JournalRow::number).reversed());
            for (var i = 0; i < 120; i++) {
                var filter = filter();
                assertThat(pages(journal, filter))
                        .as("%s", filter)
                        .containsExactlyElementsOf(fitting(all, filter));
            }
        }
    }

    private Filter filter() {
        var kind = List.of("", "post", "posting.", "media.blocked", "none").get(random.nextInt(5));
        var subject = random.nextBoolean() ? "" : "device:" + random.nextInt(5);
        var text = List.of("", "", "BOOKED", "media", "nowhere").get(random.nextInt(5));
        return new Filter(kind, subject, time(), time(), "", null, text);
    }

    private @Nullable Instant time() {
        return random.nextInt(3) == 0 ? START.plus(Duration.ofMinutes(random.nextInt(600))) : null;
    }

    private static List<JournalRow> fitting(List<JournalRow> all, Filter filter) {
        var wanted = filter.text().toLowerCase(Locale.ROOT);
        if (filter.equals(new Filter("", "", null, null, "", null, filter.text()))) {
            return all.stream().filter(row -> row.kind().contains(wanted)).toList();
        }
        return all.stream()
                .filter(row -> row.kind().startsWith(filter.kind()))
                .filter(row -> row.kind().contains(wanted))
                .filter(row -> filter.subject().isEmpty() || row.subject().equals(filter.subject()))
                .filter(row -> filter.from() == null || !row.at().isBefore(filter.from()))
                .filter(row -> filter.until() == null || row.at().isBefore(filter.until()))
                .sorted(
                        Comparator.comparing(JournalRow::at)
                                .thenComparing(JournalRow::number)
                                .reversed())
                .toList();
    }

    private List<JournalRow> pages(Journal journal, Filter filter) {
        var rows = new ArrayList<JournalRow>();
        String after = null;
        do {
            var page = journal.page(CHIEF, filter, after, 1 + random.nextInt(40));
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
