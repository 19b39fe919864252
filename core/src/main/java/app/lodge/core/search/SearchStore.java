package app.lodge.core.search;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Books;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// Rows found by number. Only people's accounts: the site's own have no subject.
final class SearchStore {

    private final Books books;

    SearchStore(Books books) {
        this.books = books;
    }

    /// The newest first.
    List<FoundCard> cardsOf(long person, int issueNumber) {
        return cards(MEDIUM.PERSON_ID.eq(person).and(MEDIUM.ISSUE_NUMBER.eq(issueNumber)));
    }

    /// @param uids upper-case hex
    List<FoundCard> cardsWithUid(Collection<String> uids) {
        if (uids.isEmpty()) {
            return List.of();
        }
        return cards(MEDIUM.UID.in(uids.stream().map(HexFormat.of()::parseHex).toList()));
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
