package app.lodge.core.journal;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.books.Changes;
import app.lodge.core.books.Fact;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// The kinds of row that the journal has, about a hundred: read once from the index, then kept by what is
/// committed. Databases sort dots in different ways, so a beginning is looked for in here.
final class KnownKindStore {

    private static final char FIRST = 1;

    private final Set<String> kinds = new ConcurrentSkipListSet<>();
    private volatile boolean read;

    KnownKindStore(Changes changes) {
        changes.listen(facts -> facts.stream().map(Fact::kind).forEach(kinds::add));
    }

    List<String> beginning(DSLContext sql, String with) {
        if (!read) {
            readAll(sql);
            read = true;
        }
        return kinds.stream().filter(kind -> kind.startsWith(with)).toList();
    }

    /// One short look into the index for each. H2 looks for what is not less, and would then read all rows of the
    /// kind before; so it is given the first text after it, which the server's order of texts would not understand.
    private void readAll(DSLContext sql) {
        var last = "";
        var ordersBytes = sql.dialect().family() == SQLDialect.H2;
        while (true) {
            var kind =
                    sql.select(JOURNAL.KIND)
                            .from(JOURNAL)
                            .where(
                                    ordersBytes
                                            ? JOURNAL.KIND.ge(last + FIRST)
                                            : JOURNAL.KIND.gt(last))
                            .orderBy(JOURNAL.KIND)
                            .limit(1)
                            .fetchOne(JOURNAL.KIND);
            if (kind == null) {
                return;
            }
            kinds.add(kind);
            last = kind;
        }
    }
}
