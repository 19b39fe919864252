package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.core.stock.Stock.AtDesk;
import app.lodge.desktop.carddesk.CardStation.Faces;
import app.lodge.desktop.purses.PurseAlarmsViewModel;
import app.lodge.desktop.purses.PurseFileViewModel;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Who stands at the desk, which card they would get, and which they have.
public final class CardDeskViewModel {

    private final Session session;
    private final CardStation station;
    private final StringProperty query = new SimpleStringProperty("");
    private final PagedList<Person> people;
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>();
    private final ObjectProperty<List<Medium>> media = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Faces>> faces =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty drawing = new SimpleBooleanProperty();
    private final IssueCardViewModel issue;
    private final OpenJobsViewModel jobs;
    private final BlockCardViewModel block;
    private final LookViewModel look;
    private final KeyViewModel keys;
    private final DeskFlowViewModel flow;
    private final Once nameless = new Once();
    private final PurseAlarmsViewModel purseAlarms;
    private final PurseFileViewModel purseFile;
    private final ObjectProperty<Map<MediumId, Purse>> purses =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<@Nullable Message> low = new SimpleObjectProperty<>();
    private volatile String wanted = "";

    public CardDeskViewModel(Session session, CardStation station, StationViewModel machines) {
        this.session = session;
        this.station = station;
        people =
                new PagedList<>(
                        session.background(),
                        "people.reading",
                        (after, limit) ->
                                session.doors()
                                        .people()
                                        .list(session.actor(), wanted, after, limit));
        keys = new KeyViewModel(session, station, machines, person, this::readMedia);
        issue =
                new IssueCardViewModel(
                        session, station, machines, person, this::refresh, keys::begin);
        jobs = new OpenJobsViewModel(session, station, this::readMedia);
        block = new BlockCardViewModel(session, this::readMedia);
        look = new LookViewModel(session, station, machines);
        flow = new DeskFlowViewModel(session, station, issue, person, this::refresh);
        purseAlarms = new PurseAlarmsViewModel(session);
        purseFile = new PurseFileViewModel(session);
        query.subscribe(typed -> {
            wanted = typed.strip();
            people.reload();
        });
        person.subscribe(_ -> showPerson());
    }

    private void showPerson() {
        issue.begin();
        media.set(List.of());
        purses.set(Map.of());
        faces.set(Optional.empty());
        readMedia();
        draw();
    }

    public StringProperty query() {
        return query;
    }

    public PagedList<Person> people() {
        return people;
    }

    public ObjectProperty<@Nullable Person> person() {
        return person;
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<Medium>> media() {
        return media;
    }

    /// Empty while they are drawn.
    public ReadOnlyObjectProperty<Optional<Faces>> faces() {
        return faces;
    }

    public IssueCardViewModel issue() {
        return issue;
    }

    public OpenJobsViewModel jobs() {
        return jobs;
    }

    public BlockCardViewModel block() {
        return block;
    }

    public LookViewModel look() {
        return look;
    }

    public KeyViewModel keys() {
        return keys;
    }

    /// What is this card, or this key? By what the chosen reader takes.
    public void lookAtMedium() {
        if (keys.atAdapter()) {
            keys.begin();
        } else {
            look.begin();
        }
    }

    public DeskFlowViewModel flow() {
        return flow;
    }

    public PurseAlarmsViewModel purseAlarms() {
        return purseAlarms;
    }

    public PurseFileViewModel purseFile() {
        return purseFile;
    }

    /// Purses on the shown person's cards, by the books.
    public ReadOnlyObjectProperty<Map<MediumId, Purse>> purses() {
        return purses;
    }

    public boolean mayBlock() {
        return session.actor().may(Permission.BLOCK_MEDIA);
    }

    /// That few blanks are left at this desk; null while there are enough, or none are counted.
    public ReadOnlyObjectProperty<@Nullable Message> low() {
        return low;
    }

    private void readStock() {
        session.background()
                .run(
                        "stock-desk.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().stock().atDesk(session.actor()),
                        at ->
                                low.set(
                                        at.filter(AtDesk::low)
                                                .map(one ->
                                                        Message.of(
                                                                "stock-desk.left-low",
                                                                one.place().name(),
                                                                one.usable()))
                                                .orElse(null)));
    }

    public boolean mayEnrolNameless() {
        return session.actor().may(Permission.ISSUE_CARDS)
                && session.actor().may(Permission.CHANGE_PEOPLE);
    }

    /// An ID without personal data, chosen for the next card (ID-12).
    public void enrolNameless() {
        if (busy.get() || issue.busy().get() || !mayEnrolNameless()) {
            return;
        }
        session.background()
                .run(
                        "carddesk.nameless-adding",
                        busy,
                        () ->
                                session.doors()
                                        .people()
                                        .enrolNameless(session.actor(), nameless.request()),
                        this::showEnrolled);
    }

    private void showEnrolled(EnrolOutcome outcome) {
        nameless.answered();
        switch (outcome) {
            case EnrolOutcome.Enrolled(var enrolled, var _) -> {
                people.reload();
                person.set(enrolled);
                session.notices()
                        .done(Message.of("carddesk.nameless-done", enrolled.details().fullName()));
            }
            case EnrolOutcome.Rejected(var problems) ->
                    session.notices().done(Message.of(problems.getFirst()));
            case EnrolOutcome.PossibleDuplicate _ -> {
                // Nobody is like somebody without a name.
            }
        }
    }

    public void refresh() {
        readStock();
        people.reload();
        jobs.refresh();
        issue.machines().refresh();
        readMedia();
    }

    /// @param subject `person:12`, `medium:7`, `job:4`, `look` or `purse-alarms`
    public void open(String subject) {
        if (subject.equals("look")) {
            lookAtMedium();
            return;
        }
        if (subject.equals("purse-alarms")) {
            purseAlarms.begin();
            return;
        }
        int colon = subject.indexOf(':');
        var number = Long.parseLong(subject.substring(colon + 1));
        switch (subject.substring(0, colon)) {
            case "person" -> openPerson(new PersonId(number));
            case "medium" -> openMedium(new MediumId(number));
            default -> jobs.refresh();
        }
    }

    private void openPerson(PersonId id) {
        session.background()
                .run(
                        "people.reading",
                        busy,
                        () -> session.doors().people().find(session.actor(), id),
                        found -> found.ifPresent(person::set));
    }

    private void openMedium(MediumId id) {
        session.background()
                .run(
                        "people.reading",
                        busy,
                        () ->
                                session.doors()
                                        .media()
                                        .find(session.actor(), id)
                                        .flatMap(medium ->
                                                session.doors()
                                                        .people()
                                                        .find(session.actor(), medium.holder())),
                        found -> found.ifPresent(person::set));
    }

    public void openPersonFile() {
        var shown = person.get();
        if (shown != null) {
            session.navigator().open(Destination.PEOPLE, "person:" + shown.id().number());
        }
    }

    private void readMedia() {
        var shown = person.get();
        if (shown == null) {
            return;
        }
        session.background()
                .run(
                        "carddesk.reading",
                        busy,
                        () -> held(shown.id()),
                        found -> {
                            if (shown.equals(person.get())) {
                                purses.set(found.purses());
                                media.set(found.media());
                            }
                        });
    }

    private record Held(List<Medium> media, Map<MediumId, Purse> purses) {}

    private Held held(PersonId who) {
        var found = session.doors().media().ofPerson(session.actor(), who);
        var door = session.doors().purses();
        var carried = new HashMap<MediumId, Purse>();
        for (var medium : found) {
            if (PurseOnCard.carries(medium.chip())) {
                door.find(session.actor(), medium.id())
                        .ifPresent(purse -> carried.put(medium.id(), purse));
            }
        }
        return new Held(found, Map.copyOf(carried));
    }

    private void draw() {
        var shown = person.get();
        if (shown == null) {
            return;
        }
        session.background()
                .run(
                        "carddesk.drawing",
                        drawing,
                        () -> station.preview(shown.id()),
                        drawn -> {
                            if (shown.equals(person.get())) {
                                faces.set(Optional.of(drawn));
                            }
                        });
    }
}
