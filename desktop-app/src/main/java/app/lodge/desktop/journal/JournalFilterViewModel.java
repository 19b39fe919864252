package app.lodge.desktop.journal;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.desktop.shell.KeptFilters;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which rows of the journal are shown, and the filters that this operator has named (ID-50, ID-54).
public final class JournalFilterViewModel implements KeptFilters {

    private static final String LIST = "journal";

    private final Session session;
    private final SavedFilters kept;
    private final ObjectProperty<Topic> topic = new SimpleObjectProperty<>(Topic.ALL);
    private final StringProperty subject = new SimpleStringProperty("");
    private final StringProperty actor = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LookPurpose> purpose = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final BooleanProperty aboutHolder = new SimpleBooleanProperty();
    private final BooleanProperty reasonMissing = new SimpleBooleanProperty();
    private final ObservableList<String> saved = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Filter> applied = new SimpleObjectProperty<>(Filter.all());
    private boolean many;

    JournalFilterViewModel(Session session, SavedFilters kept) {
        this.session = session;
        this.kept = kept;
        topic.subscribe((_, _) -> apply());
        subject.subscribe((_, _) -> aboutAnother());
        text.subscribe((_, _) -> aboutAnother());
        actor.subscribe((_, _) -> apply());
        purpose.subscribe((_, _) -> apply());
        from.subscribe((_, _) -> apply());
        until.subscribe((_, _) -> apply());
        readSaved();
    }

    /// A reason is given for one holder, not for whoever is typed next.
    private void aboutAnother() {
        var already = many;
        many = true;
        purpose.set(null);
        many = already;
        apply();
    }

    private void apply() {
        if (many) {
            return;
        }
        var wanted =
                new Filter(
                        topic.get().kind(),
                        subject.get().strip(),
                        startOf(from.get()),
                        startOf(dayAfter(until.get())),
                        actor.get().strip(),
                        purpose.get(),
                        text.get().strip());
        aboutHolder.set(wanted.aboutHolder());
        reasonMissing.set(reasonMissing(wanted));
        applied.set(wanted);
    }

    /// Nobody looks at one holder's rows without saying why (ID-55).
    static boolean reasonMissing(Filter filter) {
        return filter.aboutHolder() && filter.purpose() == null;
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(session.site().zone()).toInstant();
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

    /// Part of anything that a row says; empty for all.
    public StringProperty text() {
        return text;
    }

    /// Why the operator looks at one holder; null until chosen.
    public ObjectProperty<@Nullable LookPurpose> purpose() {
        return purpose;
    }

    /// The reasons that can be given: whoever stands at the counter does not need the journal.
    static List<LookPurpose> purposes() {
        return Arrays.stream(LookPurpose.values())
                .filter(one -> one != LookPurpose.COUNTER)
                .toList();
    }

    /// Whether the rows asked for may be one holder's, which takes a reason.
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

    /// What is filtered by now.
    public ReadOnlyObjectProperty<Filter> applied() {
        return applied;
    }

    @Override
    public ObservableList<String> saved() {
        return saved;
    }

    @Override
    public StringProperty name() {
        return name;
    }

    @Override
    public void reset() {
        many = true;
        clear();
        many = false;
        apply();
    }

    private void clear() {
        topic.set(Topic.ALL);
        subject.set("");
        actor.set("");
        text.set("");
        from.set(null);
        until.set(null);
    }

    private void readSaved() {
        saved.setAll(kept.names(session.actor().operatorId(), LIST));
    }

    @Override
    public void keep() {
        var wanted = name.get().strip();
        if (!wanted.isEmpty()) {
            kept.keep(session.actor().operatorId(), LIST, wanted, written());
            readSaved();
            name.set("");
        }
    }

    @Override
    public void forget(String which) {
        kept.forget(session.actor().operatorId(), LIST, which);
        readSaved();
    }

    @Override
    public void choose(String which) {
        kept.find(session.actor().operatorId(), LIST, which).ifPresent(this::take);
    }

    /// Without what may lead to one holder: kept filters tell of nobody.
    @Override
    public String written() {
        var plain = new Filter("", subject.get(), null, null);
        var words = new Filter("", "", null, null, "", null, text.get());
        return String.join(
                "|",
                topic.get().name(),
                String.valueOf(from.get()),
                String.valueOf(until.get()),
                plain.aboutHolder() ? "" : subject.get().strip().replace('|', '/'),
                actor.get().strip().replace('|', '/'),
                words.aboutHolder() ? "" : text.get().strip());
    }

    @Override
    public void take(String written) {
        var parts = written.split("\\|", 6);
        if (parts.length < 6) {
            return; // somebody wrote into the file
        }
        many = true;
        clear();
        Arrays.stream(Topic.values())
                .filter(one -> one.name().equals(parts[0]))
                .forEach(topic::set);
        from.set(day(parts[1]));
        until.set(day(parts[2]));
        subject.set(parts[3]);
        actor.set(parts[4]);
        text.set(parts[5]);
        many = false;
        apply();
    }

    private static @Nullable LocalDate day(String written) {
        return written.equals("null") ? null : LocalDate.parse(written);
    }
}
