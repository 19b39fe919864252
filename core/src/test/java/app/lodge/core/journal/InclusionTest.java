package app.lodge.core.journal;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal as an auditor reads it: one row and its proof, one operator's rows, one holder's with a
/// reason.
@Tag("ID-50")
final class InclusionTest {

    @TempDir Path folder;
    private Site site;
    private PersonId person;

    @BeforeEach
    void open() throws Exception {
        site = PrivacyDesk.open(PrivacyDesk.home(folder.resolve("home"), ""));
        var desk = new PrivacyDesk(site);
        person = desk.enrolled(PersonDetails.named("Anna", "A"));
        for (var i = 0; i < 5; i++) {
            desk.topUp(person, 100 + i);
        }
        site.seals().seal(CHIEF);
        desk.topUp(person, 999);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everySealedRowIsProvenFromItselfAndItsEvidenceAlone() {
        for (var row : rows(Filter.all())) {
            var evidence = site.seals().evidence(CHIEF, row.number());
            var seal = evidence.seal();
            if (seal == null) {
                assertThat(Inclusion.of(row, evidence)).isInstanceOf(Inclusion.NotSealed.class);
            } else {
                assertThat(Inclusion.of(row, evidence))
                        .isEqualTo(new Inclusion.Proven(seal, evidence.path()));
            }
        }
        assertThatThrownBy(() -> site.seals().evidence(CLERK, 1)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void whateverIsChangedInRowOrEvidenceIsNotProven() {
        var row = rows(Filter.all()).get(9);
        var sound = site.seals().evidence(CHIEF, row.number());
        assertThat(Inclusion.of(row, sound)).isInstanceOf(Inclusion.Proven.class);
        var other =
                new JournalRow(
                        row.number(),
                        row.at(),
                        row.kind(),
                        row.actor() + "x",
                        row.workstation(),
                        row.subject(),
                        row.content(),
                        row.hash());
        assertThat(broken(other, sound)).isEqualTo(Inclusion.What.ROW_HASH);
        var path = new ArrayList<>(sound.path());
        path.set(0, "00".repeat(32));
        assertThat(broken(row, with(sound, sound.site(), path)))
                .isEqualTo(Inclusion.What.SEAL_ROOT);
        assertThat(broken(row, with(sound, sound.site(), sound.path().subList(1, 2))))
                .isEqualTo(Inclusion.What.SEAL_ROOT);
        assertThat(broken(row, with(sound, "other", sound.path())))
                .isEqualTo(Inclusion.What.SEAL_SIGNATURE);
    }

    private static Inclusion.What broken(JournalRow row, Evidence evidence) {
        return ((Inclusion.Broken) Inclusion.of(row, evidence)).what();
    }

    private static Evidence with(Evidence sound, String site, List<String> path) {
        return new Evidence(site, sound.operatorId(), sound.previous(), sound.seal(), path);
    }

    @Test
    @Tag("ID-55")
    void oneHoldersRowsTakeAReasonWhichIsJournalled() {
        var about = "person:" + person.number();
        assertThatThrownBy(() -> rows(new Filter("", about, null, null)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> rows(new Filter("", about, null, null, "", LookPurpose.COUNTER)))
                .isInstanceOf(NotPermitted.class);
        assertThat(rows(new Filter("journal.looked-at", "", null, null))).isEmpty();
        assertThat(rows(new Filter("", about, null, null, "", LookPurpose.AUDIT)))
                .as("with the account's")
                .extracting(JournalRow::kind)
                .contains("person.enrolled", "posting.booked", "account.opened");
        assertThat(rows(new Filter("journal.looked-at", "", null, null)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.subject()).isEqualTo(about);
                    assertThat(row.content()).contains("AUDIT");
                });
    }

    @Test
    void oneOperatorsRowsPageByPage() {
        var filter = new Filter("", "", null, null, CLERK.name(), null);
        var found = new ArrayList<JournalRow>();
        String after = null;
        do {
            var page = site.journal().page(CHIEF, filter, after, 3);
            found.addAll(page.rows());
            after = page.next();
        } while (after != null);
        assertThat(found).hasSizeGreaterThan(6).allMatch(row -> row.actor().equals(CLERK.name()));
        assertThat(found)
                .isEqualTo(
                        rows(Filter.all()).stream()
                                .filter(row -> row.actor().equals(CLERK.name()))
                                .toList());
    }

    private List<JournalRow> rows(Filter filter) {
        return site.journal().page(CHIEF, filter, null, 500).rows();
    }
}
