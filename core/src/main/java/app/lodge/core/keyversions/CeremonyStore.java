package app.lodge.core.keyversions;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.keyversions.Ceremonies.Entry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// A ceremony's rows in the journal.
final class CeremonyStore {

    private static final String KIND = "ceremony.";

    List<Entry> entries(DSLContext sql, String id) {
        return sql.select(
                        JOURNAL.AT,
                        JOURNAL.ACTOR,
                        JOURNAL.WORKSTATION,
                        JOURNAL.KIND,
                        JOURNAL.CONTENT)
                .from(JOURNAL)
                .where(JOURNAL.SUBJECT.eq("ceremony:" + id))
                .orderBy(JOURNAL.ID)
                .fetch(row ->
                        new Entry(
                                Tx.instant(row.value1()),
                                row.value2(),
                                row.value3(),
                                row.value4().substring(KIND.length()),
                                values(row.value5())));
    }

    private static Map<String, String> values(String content) {
        var values = new LinkedHashMap<String, String>();
        Json.tree(content.getBytes(StandardCharsets.UTF_8))
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        return values;
    }
}
