package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.IMPORT_MAPPING;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.people.PersonnelImport.Mapping;
import java.util.List;
import java.util.Map;

/// The rows of saved mappings.
final class MappingStore {

    static final int LONGEST_CONTENT = 8_000;

    private final Books books;

    MappingStore(Books books) {
        this.books = books;
    }

    static String content(Mapping mapping) {
        return Json.canonical(Map.of("columns", mapping.columns()));
    }

    void save(Tx tx, Mapping mapping) {
        var changed =
                tx.sql()
                        .update(IMPORT_MAPPING)
                        .set(IMPORT_MAPPING.CONTENT, content(mapping))
                        .set(IMPORT_MAPPING.CHANGED_AT, tx.nowUtc())
                        .where(IMPORT_MAPPING.NAME.eq(mapping.name()))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(IMPORT_MAPPING)
                    .set(IMPORT_MAPPING.NAME, mapping.name())
                    .set(IMPORT_MAPPING.CONTENT, content(mapping))
                    .set(IMPORT_MAPPING.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
    }

    /// In order of name.
    List<Mapping> all() {
        return books.read(sql ->
                sql.select(IMPORT_MAPPING.NAME, IMPORT_MAPPING.CONTENT)
                        .from(IMPORT_MAPPING)
                        .orderBy(IMPORT_MAPPING.NAME)
                        .fetch(row -> new Mapping(row.value1(), columns(row.value2()))));
    }

    private static Map<String, String> columns(String content) {
        return Json.read(content, Columns.class).columns();
    }

    private record Columns(Map<String, String> columns) {}
}
