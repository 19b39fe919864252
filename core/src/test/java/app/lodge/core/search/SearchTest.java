package app.lodge.core.search;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.people.SamplePeople;
import app.lodge.core.people.TestRegister;
import app.lodge.core.search.Search.Hit;
import app.lodge.core.search.Search.Kind;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-49")
final class SearchTest {

    private static final Hit ANNA = new Hit(Kind.PERSON, 1, "Anna Müller", "0000001 · Forschung");
    private static final Hit CARD = new Hit(Kind.CARD, 7, "0000001-02", "Anna Müller");
    private static final Hit ACCOUNT = new Hit(Kind.ACCOUNT, 4711, "4711", "Anna Müller");
    private static final Hit LOCKERS = new Hit(Kind.DEVICE, 3, "Spinde Süd", "locker-3 · Halle 2");

    @TempDir private Path folder;
    private TestRegister site;
    private Search search;

    @BeforeEach
    void open() {
        site = new TestRegister(folder);
        site.enrolled(SamplePeople.anna());
        site.books()
                .write(
                        Actor.system("test"),
                        tx -> {
                            var subject =
                                    tx.sql().select(PERSON.SUBJECT_ID).from(PERSON).fetchSingle();
                            tx.sql()
                                    .insertInto(MEDIUM)
                                    .set(MEDIUM.ID, 7L)
                                    .set(MEDIUM.KIND, "CARD")
                                    .set(MEDIUM.PERSON_ID, 1L)
                                    .set(MEDIUM.ISSUE_NUMBER, 2)
                                    .set(MEDIUM.STATE, "ACTIVE")
                                    .set(MEDIUM.UID, HexFormat.of().parseHex("04A1B2C3D4E5F6"))
                                    .set(MEDIUM.CREATED_AT, tx.nowUtc())
                                    .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                                    .execute();
                            tx.sql()
                                    .insertInto(LEDGER_ACCOUNT)
                                    .set(LEDGER_ACCOUNT.ID, 4711L)
                                    .set(LEDGER_ACCOUNT.KIND, "PERSONAL")
                                    .set(LEDGER_ACCOUNT.CURRENCY, "EUR")
                                    .set(LEDGER_ACCOUNT.SUBJECT_ID, subject.value1())
                                    .set(LEDGER_ACCOUNT.CHECKED, true)
                                    .set(LEDGER_ACCOUNT.LABEL, "")
                                    .set(LEDGER_ACCOUNT.OPENED_AT, tx.nowUtc())
                                    .execute();
                            return tx.sql()
                                    .insertInto(DEVICE)
                                    .set(DEVICE.ID, 3L)
                                    .set(DEVICE.NAME, "locker-3")
                                    .set(DEVICE.KIND, "CABINET")
                                    .set(DEVICE.LABEL, "Spinde Süd")
                                    .set(DEVICE.PLACE, "Halle 2")
                                    .set(DEVICE.STATE, "NEW")
                                    .set(DEVICE.CREATED_AT, tx.nowUtc())
                                    .execute();
                        });
        search = Search.in(site.books(), site.register());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "muller", "MÜL ann", "0000001", "00042", "42", "mueller@ex"})
    void aPersonIsFound(String text) {
        assertThat(search.find(CLERK, text, 10)).contains(ANNA);
    }

    /// The chip 04 A1 B2 C3 D4 E5 F6 as readers print it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000001-02",
                "1-2",
                "000000102",
                "04A1B2C3D4E5F6",
                "04a1b2c3d4e5f6",
                "04:A1:B2:C3:D4:E5:F6",
                "04 a1 b2 c3 d4 e5 f6",
                "04-A1-B2-C3-D4-E5-F6",
                "0x04A1B2C3D4E5F6",
                "F6E5D4C3B2A104",
                "1303689068602870",
                "0001303689068602870",
                "69495546249912580"
            })
    void aCardIsFoundByItsNumberAndInEveryPrintOfItsChip(String text) {
        assertThat(search.find(CLERK, text, 10)).contains(CARD);
    }

    @Test
    void anAccountAndADeviceAreFound() {
        assertThat(search.find(CLERK, "4711", 10)).containsExactly(ACCOUNT);
        assertThat(search.find(CLERK, "0004711", 10)).containsExactly(ACCOUNT);
        for (var text : java.util.List.of("spinde", "SUD", "halle", "locker-3", "halle spinde")) {
            assertThat(search.find(CLERK, text, 10)).containsExactly(LOCKERS);
        }
    }

    @Test
    @Tag("ID-55")
    void anAuditorFindsNumbersAndNoNames() {
        assertThat(search.find(AUDITOR, "anna", 10)).isEmpty();
        assertThat(search.find(AUDITOR, "1-2", 10))
                .containsExactly(new Hit(Kind.CARD, 7, "0000001-02", ""));
        assertThat(search.find(Actor.device(3, "locker-3"), "4711", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\0",
                "'; drop table person; --",
                "%",
                "_",
                "99999999999999999999999",
                "0x",
                "-"
            })
    void oddTextsFindNothingAndHarmNothing(String text) {
        assertThat(search.find(CLERK, text, 10)).doesNotContain(ACCOUNT, CARD);
        assertThat(search.find(CLERK, "x".repeat(100_000), 10)).isEmpty();
    }
}
