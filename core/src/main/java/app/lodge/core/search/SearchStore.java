package app.lodge.core.search;

import static app.lodge.core.books.tables.Tables.CONTACT_KEY;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Books;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.SoughtNumber;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// Rows found by number. Only people's accounts: the site's own have no subject.
final class SearchStore {

    private static final int MOST_IN_PART = 50;

    private final Books books;

    SearchStore(Books books) {
        this.books = books;
    }

    /// The newest first.
    List<FoundCard> cardsOf(long person, int issueNumber) {
        return cards(MEDIUM.PERSON_ID.eq(person).and(MEDIUM.ISSUE_NUMBER.eq(issueNumber)));
    }

    /// Contact keys that have the number, or had it; the newest first (KEY-04).
    List<FoundCard> keysNumbered(KeyNumber number) {
        return cards(
                MEDIUM.ID.in(
                        select(CONTACT_KEY.MEDIUM_ID)
                                .from(CONTACT_KEY)
                                .where(CONTACT_KEY.KEY_NUMBER.eq(number.value()))));
    }

    /// By the whole number through the index; only if that finds nothing, by a part of it.
    List<FoundCard> cardsWith(SoughtNumber sought) {
        var whole = sought.whole().stream().map(HexFormat.of()::parseHex).toList();
        var found = whole.isEmpty() ? List.<FoundCard>of() : cards(MEDIUM.UID.in(whole));
        if (!found.isEmpty() || !sought.inPart()) {
            return found;
        }
        var parts =
                books.read(sql ->
                        sql
                                .select(MEDIUM.ID, MEDIUM.UID)
                                .from(MEDIUM)
                                .where(MEDIUM.UID.isNotNull())
                                .fetch()
                                .stream()
                                .filter(row -> sought.matches(row.value2()))
                                .limit(MOST_IN_PART)
                                .map(row -> row.value1())
                                .toList());
        return parts.isEmpty() ? List.of() : cards(MEDIUM.ID.in(parts));
    }

    List<FoundAccount> account(long number) {
        return books.read(sql ->
                sql.select(LEDGER_ACCOUNT.ID, PERSON.ID)
                        .from(LEDGER_ACCOUNT)
                        .join(PERSON)
                        .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                        .where(LEDGER_ACCOUNT.ID.eq(number))
                        .fetch(row -> new FoundAccount(row.value1(), row.value2())));
    }

    List<FoundDevice> devices() {
        return books.read(sql ->
                sql.select(DEVICE.ID, DEVICE.NAME, DEVICE.LABEL, DEVICE.PLACE)
                        .from(DEVICE)
                        .orderBy(DEVICE.LABEL, DEVICE.ID)
                        .fetch(row ->
                                new FoundDevice(
                                        row.value1(), row.value2(), row.value3(), row.value4())));
    }

    private List<FoundCard> cards(Condition condition) {
        return books.read(sql ->
                sql.select(MEDIUM.ID, MEDIUM.PERSON_ID, MEDIUM.ISSUE_NUMBER)
                        .from(MEDIUM)
                        .where(condition)
                        .orderBy(MEDIUM.ID.desc())
                        .fetch(row -> new FoundCard(row.value1(), row.value2(), row.value3())));
    }

    /// @param holder null for a card that is nobody's
    record FoundCard(long number, @Nullable Long holder, int issueNumber) {}

    record FoundAccount(long number, long holder) {}

    record FoundDevice(long number, String name, String label, String place) {}
}
