package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementFilter;
import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Statements.Centre;
import app.lodge.core.accounts.Statements.Clerk;
import app.lodge.core.accounts.Statements.Means;
import app.lodge.core.accounts.Statements.Place;
import app.lodge.desktop.shell.KeptFilters;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which movements are shown, and the filters that this operator has named (ID-21, ID-50).
public final class FilterViewModel implements KeptFilters {

    private static final String LIST = "movements";

    /// Any place, and any that is no payment point.
    static final Place ANYWHERE = new Place(MovementFilter.ANYWHERE, "");

    static final Place COUNTER = new Place(MovementFilter.NO_PAYMENT_POINT, "");

    /// What moved the account itself, and what any cost centre paid instead.
    static final Centre OWN_MONEY = new Centre(MovementFilter.OWN_MONEY, "");

    static final Centre ANY_CENTRE = new Centre(MovementFilter.ANY_CENTRE, "");

    /// Which days; named ones mean other days tomorrow, so that a saved filter stays useful.
    public enum Span {
        ANY,
        TODAY,
        THIS_MONTH,
        LAST_MONTH,
        THIS_YEAR,
        BETWEEN
    }

    private final Session session;
    private final SavedFilters kept;
    private final Runnable changed;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.ANY);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<PostingKind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final Offered<Place> place = new Offered<>(List.of(ANYWHERE, COUNTER));
    private final Offered<Centre> centre = new Offered<>(List.of(OWN_MONEY, ANY_CENTRE));
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.BOTH);
    private final ObservableList<String> saved = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final MarksViewModel marks;
    private final ObjectProperty<MovementFilter> applied =
            new SimpleObjectProperty<>(MovementFilter.ALL);
    private boolean many;

    /// Read beside the screen.
    private volatile MovementFilter now = MovementFilter.ALL;

    FilterViewModel(Session session, SavedFilters kept, Runnable changed) {
        this.session = session;
        this.kept = kept;
        this.changed = changed;
        marks = new MarksViewModel(session.site().currency(), this::apply);
        List.<ObservableValue<?>>of(
                        span, from, until, kind, place.chosen(), direction, centre.chosen())
                .forEach(field -> field.subscribe((_, _) -> apply()));
        readSaved();
    }

    public ObjectProperty<Span> span() {
        return span;
    }

    public ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /// Empty for every business case.
    public ObjectProperty<Optional<PostingKind>> kind() {
        return kind;
    }

    static List<Optional<PostingKind>> kinds() {
        var all = new java.util.ArrayList<Optional<PostingKind>>();
        all.add(Optional.empty());
        Arrays.stream(PostingKind.values())
                .filter(one -> one != PostingKind.CASH_DIFFERENCE)
                .filter(one -> one != PostingKind.CASH_IN_TRANSIT)
                .forEach(one -> all.add(Optional.of(one)));
        return all;
    }

    public ObjectProperty<Place> place() {
        return place.chosen();
    }

    public ObservableList<Place> places() {
        return place.items();
    }

    /// Whose money: the account's own, or that of a cost centre that paid instead (ID-16).
    public ObjectProperty<Centre> centre() {
        return centre.chosen();
    }

    public ObservableList<Centre> centres() {
        return centre.items();
    }

    public ObjectProperty<Direction> direction() {
        return direction;
    }

    @Override
    public ObservableList<String> saved() {
        return saved;
    }

    @Override
    public StringProperty name() {
        return name;
    }

    /// Medium, amount, status, staff and text.
    public MarksViewModel marks() {
        return marks;
    }

    /// What is filtered by now.
    public ReadOnlyObjectProperty<MovementFilter> applied() {
        return applied;
    }

    MovementFilter now() {
        return now;
    }

    /// What the account that is shown can be filtered by.
    record Choices(
            List<Place> places,
            List<Centre> centres,
            List<Clerk> clerks,
            List<Means> media,
            Currency currency) {}

    void show(Choices found) {
        many = true;
        centre.show(found.centres());
        place.show(found.places());
        marks.show(found.media(), found.clerks(), found.currency());
        many = false;
        apply();
    }

    @Override
    public void reset() {
        many = true;
        span.set(Span.ANY);
        from.set(null);
        until.set(null);
        kind.set(Optional.empty());
        place.reset();
        direction.set(Direction.BOTH);
        centre.reset();
        marks.reset();
        many = false;
        apply();
    }

    private void apply() {
        if (many) {
            return;
        }
        var wanted =
                new MovementFilter(
                        first(),
                        last(),
                        kind.get().orElse(null),
                        place.chosen().get().device(),
                        direction.get(),
                        centre.chosen().get().number(),
                        marks.now());
        if (!wanted.equals(now)) {
            now = wanted;
            applied.set(wanted);
            changed.run();
        }
    }

    private @Nullable LocalDate first() {
        var today = today();
        return switch (span.get()) {
            case ANY -> null;
            case TODAY -> today;
            case THIS_MONTH -> today.withDayOfMonth(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusMonths(1);
            case THIS_YEAR -> today.withDayOfYear(1);
            case BETWEEN -> from.get();
        };
    }

    private @Nullable LocalDate last() {
        return switch (span.get()) {
            case ANY, TODAY, THIS_MONTH, THIS_YEAR -> null;
            case LAST_MONTH -> today().withDayOfMonth(1).minusDays(1);
            case BETWEEN -> until.get();
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.clock().instant(), session.site().zone());
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

    /// The marks stand on a line of their own: one kept before there were any has none.
    @Override
    public String written() {
        return String.join(
                "|",
                span.get().name(),
                String.valueOf(from.get()),
                String.valueOf(until.get()),
                kind.get().map(Enum::name).orElse(""),
                direction.get().name(),
                String.valueOf(place.chosen().get().device()),
                String.valueOf(centre.chosen().get().number()),
                centre.chosen().get().label().replace('|', '/'),
                place.chosen().get().label().replace('\n', ' ') + "\n" + marks.kept());
    }

    @Override
    public void take(String text) {
        var end = text.indexOf('\n');
        var parts = text.substring(0, end < 0 ? text.length() : end).split("\\|", 9);
        if (parts.length < 9) {
            return; // somebody wrote into the file, or it was kept before there were cost centres
        }
        many = true;
        span.set(Span.valueOf(parts[0]));
        from.set(day(parts[1]));
        until.set(day(parts[2]));
        kind.set(
                parts[3].isEmpty() ? Optional.empty() : Optional.of(PostingKind.valueOf(parts[3])));
        direction.set(Direction.valueOf(parts[4]));
        centre.choose(new Centre(Long.parseLong(parts[6]), parts[7]));
        place.choose(new Place(Long.parseLong(parts[5]), parts[8]));
        marks.read(end < 0 ? "" : text.substring(end + 1));
        many = false;
        apply();
    }

    private static @Nullable LocalDate day(String text) {
        return text.equals("null") ? null : LocalDate.parse(text);
    }
}
