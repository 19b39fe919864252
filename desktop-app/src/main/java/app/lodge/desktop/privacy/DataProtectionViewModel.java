package app.lodge.desktop.privacy;

import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.LegalHold;
import app.lodge.core.privacy.Privacy;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.PaperQueue;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The site's data protection: who is due, whom a legal hold keeps, and the certificates given out
/// (ID-57).
public final class DataProtectionViewModel {

    private final PersonAtHand hand;
    private final Consumer<Person> protect;
    private final HoldViewModel holding;
    private final PapersViewModel papers;
    private final RetentionViewModel retention;
    private final StringProperty holdFor = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<LocalDate> by = new SimpleObjectProperty<>();
    private final PagedList<DueLine> due;
    private final PagedList<Certificate> certificates;
    private final ObservableList<HoldLine> holds = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Certificate> chosen = new SimpleObjectProperty<>();
    private volatile LocalDate byNow;

    /// @param name empty for whoever is erased by now
    public record DueLine(Privacy.Due due, String name) {}

    public record HoldLine(LegalHold hold, String name) {}

    /// @param protect opens one person's sheet
    public DataProtectionViewModel(Session session, Consumer<Person> protect) {
        this(session, protect, PaperQueue.ofThisMachine());
    }

    /// @param queue where certificates are printed
    public DataProtectionViewModel(Session session, Consumer<Person> protect, PaperQueue queue) {
        this.protect = protect;
        hand = new PersonAtHand(session);
        holding = new HoldViewModel(hand, this::refresh);
        papers = new PapersViewModel(hand, queue);
        retention = new RetentionViewModel(session);
        byNow = LocalDate.ofInstant(session.clock().instant(), session.site().zone());
        by.set(byNow);
        due = new PagedList<>(session.background(), "privacy.reading", this::dueLines);
        certificates =
                new PagedList<>(
                        session.background(),
                        "privacy.reading",
                        (after, limit) ->
                                session.doors()
                                        .privacy()
                                        .certificates(session.actor(), after, limit));
        by.subscribe((_, day) -> {
            byNow = day;
            due.reload();
        });
    }

    private Page<DueLine> dueLines(@Nullable String after, int limit) {
        var session = hand.session();
        var page = session.doors().privacy().due(session.actor(), byNow, after, limit);
        return new Page<>(
                page.rows().stream().map(one -> new DueLine(one, name(one.person()))).toList(),
                page.next());
    }

    private String name(PersonId person) {
        var session = hand.session();
        return session.doors()
                .people()
                .find(session.actor(), person)
                .map(known -> known.details().fullName())
                .orElse("");
    }

    public boolean allowed() {
        var actor = hand.session().actor();
        return actor.may(Permission.ERASE_PEOPLE) && actor.may(Permission.SEE_PEOPLE);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return hand.busy();
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return hand.refusal();
    }

    /// Who is due on this day or before.
    public ObjectProperty<LocalDate> by() {
        return by;
    }

    public PagedList<DueLine> due() {
        return due;
    }

    public ObservableList<HoldLine> holds() {
        return holds;
    }

    public PagedList<Certificate> certificates() {
        return certificates;
    }

    /// The certificate that is read.
    public ObjectProperty<@Nullable Certificate> chosen() {
        return chosen;
    }

    public RetentionViewModel retention() {
        return retention;
    }

    HoldViewModel holding() {
        return holding;
    }

    /// The number of the person whom a new legal hold is to keep.
    public StringProperty holdFor() {
        return holdFor;
    }

    public ObservableList<Problem> problems() {
        return hand.problems();
    }

    /// Sets the hold that was filled in for the person with the number.
    public void setHold() {
        var typed = holdFor.get().strip();
        hand.clear();
        if (!typed.matches("[0-9]{1,9}")) {
            hand.problems().add(Problem.of("person", typed, "move.to-malformed"));
            return;
        }
        var session = hand.session();
        hand.run(
                "privacy.reading",
                () ->
                        session.doors()
                                .people()
                                .find(session.actor(), new PersonId(Long.parseLong(typed))),
                found -> {
                    if (found.isEmpty()) {
                        hand.problems().add(Problem.of("person", typed, "people.unknown"));
                        return;
                    }
                    hand.person().set(found.get());
                    holding.set();
                });
    }

    public PapersViewModel papers() {
        return papers;
    }

    public void begin() {
        hand.clear();
        chosen.set(null);
        holdFor.set("");
        holding.begin();
        retention.begin();
        open.set(true);
        refresh();
    }

    private void refresh() {
        due.reload();
        certificates.reload();
        var session = hand.session();
        hand.run(
                "privacy.reading",
                () ->
                        session.doors().privacy().holds(session.actor(), null).stream()
                                .map(hold -> new HoldLine(hold, name(hold.person())))
                                .toList(),
                (List<HoldLine> read) -> holds.setAll(read));
    }

    public void lift(LegalHold hold) {
        holding.release(hold);
    }

    /// One person's own sheet, in place of this one.
    public void open(PersonId person) {
        var session = hand.session();
        hand.run(
                "privacy.reading",
                () -> session.doors().people().find(session.actor(), person),
                found ->
                        found.ifPresent(one -> {
                            open.set(false);
                            protect.accept(one);
                        }));
    }
}
