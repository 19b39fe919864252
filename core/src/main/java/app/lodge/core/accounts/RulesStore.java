package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.SETTING;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.util.regex.Pattern;

/// The document of {@link AccountRules}.
final class RulesStore {

    /// How fees were written down until they could not be read again.
    private static final Pattern WRAPPED = Pattern.compile("\\[\"Long\",(-?[0-9]+)\\]");

    private static final String DOCUMENT = "money-rules";

    AccountRules read(Books books) {
        return books.read(sql ->
                sql.select(SETTING.CONTENT)
                        .from(SETTING)
                        .where(SETTING.NAME.eq(DOCUMENT))
                        .fetchOptional(SETTING.CONTENT)
                        .map(text ->
                                Json.read(
                                        WRAPPED.matcher(text).replaceAll("$1"), AccountRules.class))
                        .orElse(AccountRules.STANDARD));
    }

    void put(Tx tx, AccountRules rules) {
        var content = Json.text(rules, AccountRules.class);
        var changed =
                tx.sql()
                        .update(SETTING)
                        .set(SETTING.CONTENT, content)
                        .set(SETTING.CHANGED_AT, tx.nowUtc())
                        .where(SETTING.NAME.eq(DOCUMENT))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(SETTING)
                    .set(SETTING.NAME, DOCUMENT)
                    .set(SETTING.CONTENT, content)
                    .set(SETTING.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
    }
}
