package app.lodge.core.settings;

import static app.lodge.core.books.tables.Tables.SETTING;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jooq.DSLContext;

final class SettingsStore {

    Optional<String> find(DSLContext sql, String name) {
        return sql.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.CONTENT);
    }

    void put(DSLContext sql, String name, String content, LocalDateTime at) {
        var changed =
                sql.update(SETTING)
                        .set(SETTING.CONTENT, content)
                        .set(SETTING.CHANGED_AT, at)
                        .where(SETTING.NAME.eq(name))
                        .execute();
        if (changed == 0) {
            sql.insertInto(SETTING)
                    .set(SETTING.NAME, name)
                    .set(SETTING.CONTENT, content)
                    .set(SETTING.CHANGED_AT, at)
                    .execute();
        }
    }
}
