package app.lodge.desktop.costcentres;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.core.search.Search;
import app.lodge.desktop.costcentres.CostCentresViewModel.Detail;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Lets a group, a person or one card charge a centre (ID-13, ID-17).
public final class LinkFormViewModel {

    public static final List<Holder> KINDS = List.of(Holder.GROUP, Holder.PERSON, Holder.MEDIUM);

    private static final Set<MediumState> LIVE =
            Set.of(MediumState.ACTIVE, MediumState.BLOCKED, MediumState.PREPARING);

    private final Session session;
    private final Consumer<CostCentre> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Holder> kind = new SimpleObjectProperty<>(Holder.GROUP);
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final PersonChoice person;
    private final ObservableList<Medium> cards = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Medium> card = new SimpleObjectProperty<>();
    private final BooleanProperty preferred = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private CentreId centre = new CentreId(0);

    LinkFormViewModel(Session session, Consumer<CostCentre> saved) {
        this.session = session;
        this.saved = saved;
        person = new PersonChoice(session);
        person.chosen().subscribe(this::readCards);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObjectProperty<Holder> kind() {
        return kind;
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    public ObjectProperty<@Nullable Group> group() {
        return group;
    }

    /// The chosen person's cards, to link one of them.
    public ObservableList<Medium> cards() {
        return cards;
    }

    public ObjectProperty<@Nullable Medium> card() {
        return card;
    }

    private void readCards(Search.@Nullable Hit whose) {
        cards.clear();
        card.set(null);
        if (whose == null || !session.actor().may(Permission.SEE_MEDIA)) {
            return;
        }
        session.background()
                .run(
                        "centres.reading-cards",
                        busy,
                        () ->
                                session
                                        .doors()
                                        .media()
                                        .ofPerson(session.actor(), new PersonId(whose.number()))
                                        .stream()
                                        .filter(medium -> LIVE.contains(medium.state()))
                                        .toList(),
                        found -> {
                            if (whose.equals(person.chosen().get())) {
                                cards.setAll(found);
                                card.set(found.isEmpty() ? null : found.getFirst());
                            }
                        });
    }

    public PersonChoice person() {
        return person;
    }

    /// Charged when nothing is chosen at the point.
    public BooleanProperty preferred() {
        return preferred;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin(Detail shown) {
        centre = shown.id();
        person.clear();
        group.set(null);
        preferred.set(false);
        problems.clear();
        once.answered();
        session.background()
                .run(
                        "groups-desk.reading",
                        busy,
                        () -> session.doors().groups().list(session.actor()),
                        found -> {
                            groups.setAll(found);
                            kind.set(found.isEmpty() ? Holder.PERSON : Holder.GROUP);
                            open.set(true);
                        });
    }

    public void save() {
        var number = holder();
        if (number == 0) {
            problems.setAll(List.of(missing()));
            return;
        }
        var link = new Link(kind.get(), number, preferred.get());
        var request = once.request();
        session.background()
                .run(
                        "centres.saving",
                        busy,
                        () ->
                                session.doors()
                                        .costCentres()
                                        .link(session.actor(), request, centre, link),
                        this::answered);
    }

    private Problem missing() {
        if (kind.get() == Holder.GROUP) {
            return Problem.of("group", "", "centres.group-missing");
        }
        return kind.get() == Holder.MEDIUM && person.chosen().get() != null
                ? Problem.of("card", "", "centres.card-missing")
                : Problem.of("person", person.query().get(), "centres.person-missing");
    }

    private long holder() {
        var its = group.get();
        var hit = person.chosen().get();
        var medium = card.get();
        return switch (kind.get()) {
            case GROUP -> its == null ? 0 : its.id().number();
            case PERSON -> hit == null ? 0 : hit.number();
            case MEDIUM -> medium == null ? 0 : medium.id().number();
        };
    }

    private void answered(CentreOutcome outcome) {
        once.answered();
        switch (outcome) {
            case CentreOutcome.Done(var done) -> {
                open.set(false);
                saved.accept(done);
            }
            case CentreOutcome.Rejected(List<Problem> found) -> problems.setAll(found);
        }
    }
}
