package app.lodge.core.journal;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Chain;
import app.lodge.core.books.Fact;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The journal as the books hold it.
final class BookedJournal implements Journal {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MOST_FACTS = 500;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Books books;
    private final JournalStore store = new JournalStore();
    private final JournalPageStore pages;
    private final TextInRows texts;

    BookedJournal(Books books) {
        this.books = books;
        this.pages = new JournalPageStore(new KnownKindStore(books.changes()));
        this.texts = new TextInRows(books, pages);
    }

    @Override
    public Page<JournalRow> page(Actor actor, Filter filter, @Nullable String after, int limit) {
        actor.require(Permission.SEE_JOURNAL);
        if (filter.aboutHolder()) {
            looked(actor, filter);
        }
        var most = Math.clamp(limit, 1, 500);
        var before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        if (!filter.text().isBlank()) {
            return texts.page(filter, before, most);
        }
        var rows = books.read(sql -> pages.newestFirst(sql, filter, before, most + 1));
        return rows.size() <= most
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, most), Long.toString(rows.get(most - 1).number()));
    }

    private void looked(Actor actor, Filter filter) {
        var purpose = filter.purpose();
        var subject = filter.subject().isBlank() ? "journal" : filter.subject().strip();
        if (purpose == null || purpose == LookPurpose.COUNTER) {
            throw new NotPermitted(actor.name(), "look at " + subject + " without a reason");
        }
        var content = new LinkedHashMap<String, Object>();
        content.put("purpose", purpose.name());
        var numbers = filter.text().replaceAll("[^0-9]+", " ").strip();
        if (!numbers.isEmpty()) { // the letters of a text might name somebody
            content.put("numbers", numbers.substring(0, Math.min(numbers.length(), 64)));
        }
        books.write(actor, tx -> tx.journal("journal.looked-at", subject, content));
    }

    @Override
    public Verification verify(Actor actor) {
        actor.require(Permission.SEE_JOURNAL);
        var hash = Chain.START;
        var number = 0L;
        while (true) {
            var from = number;
            var links = books.read(sql -> store.linksAfter(sql, from, ROWS_AT_ONCE));
            if (links.isEmpty()) {
                return new Verification.Intact(number, HEX.formatHex(hash));
            }
            for (var link : links) {
                if (link.row().number() != number + 1) {
                    return new Verification.Broken(
                            number + 1, "row " + (number + 1), "row " + link.row().number());
                }
                number++;
                hash = link.hashAfter(hash);
                if (!HEX.formatHex(hash).equals(link.row().hash())) {
                    return new Verification.Broken(number, HEX.formatHex(hash), link.row().hash());
                }
            }
        }
    }

    @Override
    public Head head(Actor actor) {
        return books.read(store::head);
    }

    @Override
    public List<Fact> facts(Actor actor, long after, Duration wait) {
        try {
            var patience =
                    wait.compareTo(Duration.ofSeconds(30)) > 0 ? Duration.ofSeconds(30) : wait;
            if (!books.changes().await(after, patience)) {
                return List.of();
            }
            return books.read(sql -> store.factsAfter(sql, after, MOST_FACTS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
