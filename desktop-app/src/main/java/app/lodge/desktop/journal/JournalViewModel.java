package app.lodge.desktop.journal;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
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
    private final StringProperty actor = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LookPurpose> purpose = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final PagedList<JournalRow> rows;
    private final EntryViewModel entry;
    private final BooleanProperty aboutHolder = new SimpleBooleanProperty();
    private final BooleanProperty reasonMissing = new SimpleBooleanProperty();
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
        SETTINGS("settings."),
        POSTING("posting."),
        CASH_SHIFT("cash-shift."),
        APPROVAL("approval."),
        COST_CENTRE("cost-centre."),
        ERASURE("erasure."),
        LOOKED_AT("journal.");

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
                                reasonMissing(filter)
                                        ? new Page<>(List.of(), null)
                                        : session.doors()
                                                .journal()
                                                .page(session.actor(), filter, after, limit));
        entry = new EntryViewModel(session);
        topic.subscribe(_ -> narrow());
        subject.subscribe(_ -> {
            purpose.set(null); // a reason is given for one holder, not for whoever is typed next
            narrow();
        });
        actor.subscribe(_ -> narrow());
        purpose.subscribe(_ -> narrow());
        from.subscribe(_ -> narrow());
        until.subscribe(_ -> narrow());
    }

    private void narrow() {
        filter =
                new Filter(
                        topic.get().kind,
                        subject.get().strip(),
                        startOf(from.get()),
                        startOf(dayAfter(until.get())),
                        actor.get().strip(),
                        purpose.get());
        aboutHolder.set(filter.aboutHolder());
        reasonMissing.set(reasonMissing(filter));
        rows.reload();
    }

    /// Nobody looks at one holder's rows without saying why (ID-55).
    private static boolean reasonMissing(Filter filter) {
        return filter.aboutHolder() && filter.purpose() == null;
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

    /// Name of an operator or a device; empty for all.
    public StringProperty actor() {
        return actor;
    }

    /// Why the operator looks at one holder; null until chosen.
    public ObjectProperty<@Nullable LookPurpose> purpose() {
        return purpose;
    }

    /// The reasons that can be given: whoever stands at the counter does not need the journal.
    public List<LookPurpose> purposes() {
        return Arrays.stream(LookPurpose.values())
                .filter(one -> one != LookPurpose.COUNTER)
                .toList();
    }

    /// Whether the rows asked for are one holder's, which takes a reason.
    public ReadOnlyBooleanProperty aboutHolder() {
        return aboutHolder;
    }

    public ReadOnlyBooleanProperty reasonMissing() {
        return reasonMissing;
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

    /// The opened row.
    public EntryViewModel entry() {
        return entry;
    }

    public void refresh() {
        rows.reload();
    }
}
