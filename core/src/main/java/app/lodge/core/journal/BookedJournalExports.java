package app.lodge.core.journal;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.journal.Seals.SealOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exports read piece by piece from the rows and seals; nothing is kept between two pieces.
final class BookedJournalExports implements JournalExports {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final Actor EXPORTS = Actor.system("journal-exports");

    private final Books books;
    private final Seals seals;
    private final SigningKeys signing;
    private final String site;
    private final SealStore store = new SealStore();
    private final JournalStore journal = new JournalStore();

    BookedJournalExports(Books books, SigningKeys signing, String site) {
        this.books = books;
        this.seals = Seals.in(books, signing, site);
        this.signing = signing;
        this.site = site;
    }

    /// Where the export stands in the journal.
    record Noted(long row) {}

    @Override
    public ExportOutcome begin(Actor actor, RequestId request) {
        actor.require(Permission.SEE_JOURNAL);
        var noted =
                books.once(
                        actor,
                        request,
                        "journal-exports.begin",
                        Map.of(),
                        Noted.class,
                        tx ->
                                new Noted(
                                        tx.journal("journal.exported", "journal:all", Map.of())
                                                .number()));
        // The row above says who asked; this seal is no one's wish of its own.
        if (seals.seal(EXPORTS)
                instanceof SealOutcome.Broken(long at, String wanted, String found)) {
            return new ExportOutcome.Broken(at, wanted, found);
        }
        var seal = books.read(sql -> store.endingAfter(sql, noted.row() - 1, 1)).getFirst();
        var day = LocalDate.ofInstant(seal.at(), ZoneOffset.UTC);
        return new ExportOutcome.Begun(
                new Export(
                        seal.number(),
                        seal.lastRow(),
                        seal.hash(),
                        Seal.grouped(SealForm.fingerprint(SealForm.bytes(seal.keyAfterwards()))),
                        "journal-%s-%s.lodge".formatted(site, day)));
    }

    @Override
    public Piece read(Actor actor, Export export, @Nullable String after) {
        actor.require(Permission.SEE_JOURNAL);
        var from = after == null ? 0 : Long.parseLong(after);
        var lines = new JournalLines();
        var last =
                books.read(sql -> store.find(sql, export.seals()))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no seal %d".formatted(export.seals())));
        if (after == null) {
            var first = books.read(sql -> store.endingAfter(sql, 0, 1)).getFirst();
            lines.header(site, first.key());
        }
        var links =
                books.read(sql -> journal.linksAfter(sql, from, ROWS_AT_ONCE)).stream()
                        .filter(link -> link.row().number() <= last.lastRow())
                        .toList();
        var reached = write(lines, from, links);
        if (reached < last.lastRow() && !links.isEmpty()) {
            return new Piece(lines.toString(), reached, Long.toString(reached));
        }
        end(lines, last);
        return new Piece(lines.toString(), reached, null);
    }

    private long write(JournalLines lines, long from, List<JournalStore.Link> links) {
        var between = books.read(sql -> store.endingAfter(sql, from, links.size())).iterator();
        var seal = between.hasNext() ? between.next() : null;
        var reached = from;
        for (var link : links) {
            reached = link.row().number();
            lines.row(link.row(), link.operatorId());
            if (seal != null && seal.lastRow() == reached) {
                lines.seal(seal);
                seal = between.hasNext() ? between.next() : null;
            }
        }
        return reached;
    }

    /// Signed with the key in force, so that nobody else ends a shortened journal; an older seal's key
    /// may be gone by now.
    private void end(JournalLines lines, Seal last) {
        var at = books.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var key = books.read(store::keys).getFirst();
        if (!SealForm.hex(key.publicKey()).equals(last.keyAfterwards())) {
            throw new IllegalArgumentException(
                    "The signing key was replaced after seal %d: export again"
                            .formatted(last.number()));
        }
        var message =
                SealForm.end(
                        site,
                        last.lastRow(),
                        last.number(),
                        SealForm.bytes(last.hash()),
                        at,
                        key.publicKey());
        lines.end(last.lastRow(), last.number(), at, signing.sign(key.wrapped(), message));
    }
}
