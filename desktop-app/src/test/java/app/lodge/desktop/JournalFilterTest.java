package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.journal.JournalViewModel;
import app.lodge.desktop.journal.Topic;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal is filtered by text, too, and named filters outlive the desktop, but tell of nobody.
@Tag("ID-50")
final class JournalFilterTest {

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();

    private JournalViewModel journal() {
        var actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
        var model =
                new JournalViewModel(
                        new Session(
                                site.doors(),
                                actor,
                                site.settings,
                                new InlineBackground(),
                                new ViewModelsTest.NoDialogs(),
                                new HeardNotices(new ArrayList<>()),
                                new ShellViewModel(actor),
                                InstantSource.fixed(FakePeople.NOW)),
                        SavedFilters.in(folder.resolve("w.filters")));
        model.refresh();
        return model;
    }

    @Test
    void aTextFindsItsRowsThroughPagesThatHaveNone() {
        var model = journal();
        model.filter().text().set(" Enrolled ");
        assertThat(model.rows().rows())
                .hasSize(15)
                .extracting(JournalRow::kind)
                .containsOnly("person.enrolled");
    }

    @Test
    @Tag("ID-55")
    void aTextThatMayLeadToOneHolderTakesAReason() {
        var model = journal();
        var filter = model.filter();
        filter.text().set("1003");
        assertThat(filter.reasonMissing().get()).isTrue();
        assertThat(model.rows().rows()).isEmpty();
        filter.purpose().set(LookPurpose.COMPLAINT);
        assertThat(filter.reasonMissing().get()).isFalse();
        assertThat(model.rows().rows()).hasSize(15);
        filter.text().set("31");
        assertThat(filter.reasonMissing().get()).as("the reason was for another").isTrue();
        filter.text().set("");
        assertThat(filter.aboutHolder().get()).isFalse();
    }

    @Test
    @Tag("ID-54")
    void aNamedFilterOutlivesTheDesktopWithoutWhomItWasAbout() {
        var filter = journal().filter();
        filter.topic().set(Topic.MEDIUM);
        filter.actor().set("Clara");
        filter.text().set("blocked | lost");
        filter.subject().set("person:3");
        filter.from().set(LocalDate.of(2026, 11, 1));
        filter.name().set("mine");
        filter.keep();

        var tomorrow = journal().filter();
        assertThat(tomorrow.saved()).containsExactly("mine");
        tomorrow.choose("mine");
        assertThat(tomorrow.topic().get()).isEqualTo(Topic.MEDIUM);
        assertThat(tomorrow.actor().get()).isEqualTo("Clara");
        assertThat(tomorrow.text().get()).isEqualTo("blocked | lost");
        assertThat(tomorrow.from().get()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(tomorrow.subject().get()).isEmpty();
        tomorrow.reset();
        assertThat(tomorrow.applied().get()).isEqualTo(app.lodge.core.journal.Journal.Filter.all());
        tomorrow.forget("mine");
        assertThat(journal().filter().saved()).isEmpty();
    }
}
