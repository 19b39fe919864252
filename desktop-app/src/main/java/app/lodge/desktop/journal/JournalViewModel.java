package app.lodge.desktop.journal;

import app.lodge.core.books.Problem;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Pages of the journal.
public final class JournalViewModel {

    private final Session session;
    private final ObjectProperty<Topic> topic = new SimpleObjectProperty<>(Topic.ALL);
    private final StringProperty subject = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final PagedList<JournalRow> rows;
    private final ObjectProperty<@Nullable JournalRow> chosen = new SimpleObjectProperty<>();
    private volatile Filter filter = Filter.all();

    /// What the journal can be narrowed to: the first word of a row's kind.
    public enum Topic {
        ALL(""),
        PERSON("person."),
        MEDIUM("medium."),
        CARD_JOB("card-job."),
        ACCOUNT("account."),
        DEVICE("device."),
        OPERATOR("operator."),
        SETTINGS("settings.");

        private final String kind;

        Topic(String kind) {
            this.kind = kind;
        }
    }

    public JournalViewModel(Session session) {
        this.session = session;
        rows =
                new PagedList<>(
                        session.background(),
                        "journal.reading",
                        (after, limit) ->
                                session.doors()
                                        .journal()
                                        .page(session.actor(), filter, after, limit));
        topic.subscribe(_ -> narrow());
        subject.subscribe(_ -> narrow());
        from.subscribe(_ -> narrow());
        until.subscribe(_ -> narrow());
    }

    private void narrow() {
        filter =
                new Filter(
                        topic.get().kind,
                        subject.get().strip(),
                        startOf(from.get()),
                        startOf(dayAfter(until.get())));
        rows.reload();
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        ZoneId zone = session.site().zone();
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    public ObjectProperty<Topic> topic() {
        return topic;
    }

    /// `person:12`, `medium:7` …; empty for all.
    public StringProperty subject() {
        return subject;
    }

    public ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /// Included.
    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public PagedList<JournalRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable JournalRow> chosen() {
        return chosen;
    }

    public void refresh() {
        rows.reload();
    }
}
