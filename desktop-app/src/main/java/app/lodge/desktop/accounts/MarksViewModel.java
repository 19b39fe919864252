package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementMarks;
import app.lodge.core.accounts.MovementStatus;
import app.lodge.core.accounts.Statements.Clerk;
import app.lodge.core.accounts.Statements.Means;
import app.lodge.core.books.Problem;
import app.lodge.core.media.MediumKind;
import app.lodge.desktop.shell.Amounts;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What movements are filtered by beside day, case and place: medium, amount, status, staff and text (ID-50).
public final class MarksViewModel {

    static final Means ANY_MEDIUM = new Means(MovementMarks.ANY_MEDIUM, MediumKind.CARD, 0);

    static final Clerk ANYONE = new Clerk(MovementMarks.ANYONE, "");

    static final Clerk NO_OPERATOR = new Clerk(MovementMarks.NO_OPERATOR, "");

    private final Offered<Means> medium = new Offered<>(List.of(ANY_MEDIUM));
    private final StringProperty least = new SimpleStringProperty("");
    private final StringProperty most = new SimpleStringProperty("");
    private final ObjectProperty<Optional<MovementStatus>> status =
            new SimpleObjectProperty<>(Optional.empty());
    private final Offered<Clerk> clerk = new Offered<>(List.of(ANYONE, NO_OPERATOR));
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private Currency currency;

    MarksViewModel(Currency currency, Runnable changed) {
        this.currency = currency;
        List.<ObservableValue<?>>of(medium.chosen(), least, most, status, clerk.chosen(), text)
                .forEach(field -> field.subscribe((_, _) -> changed.run()));
    }

    public ObjectProperty<Means> medium() {
        return medium.chosen();
    }

    public ObservableList<Means> media() {
        return medium.items();
    }

    /// As it was typed; empty for no end.
    public StringProperty least() {
        return least;
    }

    /// As {@link #least}.
    public StringProperty most() {
        return most;
    }

    public ObjectProperty<Optional<MovementStatus>> status() {
        return status;
    }

    static List<Optional<MovementStatus>> statuses() {
        return Stream.concat(
                        Stream.of(Optional.<MovementStatus>empty()),
                        Stream.of(MovementStatus.values()).map(Optional::of))
                .toList();
    }

    public ObjectProperty<Clerk> clerk() {
        return clerk.chosen();
    }

    public ObservableList<Clerk> clerks() {
        return clerk.items();
    }

    /// Part of a reference, or a receipt's number.
    public StringProperty text() {
        return text;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Each holder has other media: the one chosen for somebody else is none of theirs.
    void show(List<Means> itsMedia, List<Clerk> itsClerks, Currency itsCurrency) {
        currency = itsCurrency;
        medium.reset();
        medium.show(itsMedia);
        clerk.show(itsClerks);
    }

    void reset() {
        medium.reset();
        least.set("");
        most.set("");
        status.set(Optional.empty());
        clerk.reset();
        text.set("");
    }

    /// What is typed wrong is said, and does not filter.
    MovementMarks now() {
        problems.clear();
        return new MovementMarks(
                medium.chosen().get().number(),
                minor("least", least.get()).orElse(0L),
                minor("most", most.get()).orElse(MovementMarks.NO_END),
                status.get().orElse(null),
                clerk.chosen().get().number(),
                text.get());
    }

    private Optional<Long> minor(String field, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var reading = Amounts.read(field, typed, currency);
        reading.problem().ifPresent(problems::add);
        return reading.amount().map(money -> money.minor());
    }

    /// To be kept. The medium is not: it is one holder's, and kept filters tell of nobody.
    String kept() {
        return String.join(
                "|",
                least.get().replace('|', ' '),
                most.get().replace('|', ' '),
                status.get().map(Enum::name).orElse(""),
                String.valueOf(clerk.chosen().get().number()),
                clerk.chosen().get().name().replace('|', '/'),
                text.get());
    }

    /// @param kept empty for one that was kept before there were any marks
    void read(String kept) {
        reset();
        var parts = kept.split("\\|", 6);
        if (parts.length < 6) {
            return;
        }
        least.set(parts[0]);
        most.set(parts[1]);
        status.set(
                parts[2].isEmpty()
                        ? Optional.empty()
                        : Optional.of(MovementStatus.valueOf(parts[2])));
        clerk.choose(new Clerk(Long.parseLong(parts[3]), parts[4]));
        text.set(parts[5]);
    }
}
