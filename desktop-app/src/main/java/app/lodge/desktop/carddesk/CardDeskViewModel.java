package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.core.stock.Stock.AtDesk;
import app.lodge.desktop.carddesk.CardStation.Faces;
import app.lodge.desktop.contactkeys.KeyFileViewModel;
import app.lodge.desktop.purses.PurseAlarmsViewModel;
import app.lodge.desktop.purses.PurseFileViewModel;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
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
    private final StringProperty query = new SimpleStringProperty("");
    private final PagedList<Person> people;
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final HeldCards held;
    private final IssueCardViewModel issue;
    private final OpenJobsViewModel jobs;
    private final BlockCardViewModel block;
    private final LookViewModel look;
    private final KeyViewModel keys;
    private final AppViewModel app;
    private final NumberViewModel number;
    private final DeskFlowViewModel flow;
    private final NamelessCard nameless;
    private final BatchesViewModel batches;
    private final QueueViewModel queue;
    private final PurseAlarmsViewModel purseAlarms;
    private final PurseFileViewModel purseFile;
    private final KeyFileViewModel keyFile;
    private final ObjectProperty<@Nullable Message> low = new SimpleObjectProperty<>();
    private volatile String wanted = "";

    public CardDeskViewModel(Session session, CardStation station, StationViewModel machines) {
        this.session = session;
        people =
                new PagedList<>(
                        session.background(),
                        "people.reading",
                        (after, limit) ->
                                session.doors()
                                        .people()
                                        .list(session.actor(), wanted, after, limit));
        held = new HeldCards(session, station, person, busy);
        keys = new KeyViewModel(session, station, machines, person, held::read);
        issue =
                new IssueCardViewModel(
                        session, station, machines, person, this::refresh, keys::begin);
        jobs = new OpenJobsViewModel(session, station, this::readWhatBecame);
        block = new BlockCardViewModel(session, held::read);
        look = new LookViewModel(session, station, machines, person, held::read);
        app = new AppViewModel(session, person, held::read);
        number = new NumberViewModel(session, person, this::openPerson);
        flow = new DeskFlowViewModel(session, station, issue, person, this::refresh);
        nameless = new NamelessCard(session, busy, this::showEnrolled);
        batches = new BatchesViewModel(session, station, machines);
        queue = new QueueViewModel(session, station, machines, person, jobs);
        purseAlarms = new PurseAlarmsViewModel(session);
        purseFile = new PurseFileViewModel(session);
        keyFile = new KeyFileViewModel(session);
        query.subscribe(typed -> {
            wanted = typed.strip();
            people.reload();
        });
        person.subscribe(_ -> showPerson());
    }

    private void readWhatBecame() {
        held.read();
        queue.refresh();
    }

    private void showPerson() {
        issue.begin();
        held.begin();
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
        return held.media();
    }

    /// Empty while they are drawn.
    public ReadOnlyObjectProperty<Optional<Faces>> faces() {
        return held.faces();
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

    /// A telephone as a medium.
    public AppViewModel app() {
        return app;
    }

    public NumberViewModel number() {
        return number;
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

    /// The desk's own queue, in which the next stands while the last card is made.
    public QueueViewModel queue() {
        return queue;
    }

    public BatchesViewModel batches() {
        return batches;
    }

    public PurseAlarmsViewModel purseAlarms() {
        return purseAlarms;
    }

    public PurseFileViewModel purseFile() {
        return purseFile;
    }

    /// A contact key's stations and holders (KEY-05).
    public KeyFileViewModel keyFile() {
        return keyFile;
    }

    /// Purses on the shown person's cards, by the books.
    public ReadOnlyObjectProperty<Map<MediumId, Purse>> purses() {
        return held.purses();
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
        return nameless.may();
    }

    /// An ID without personal data, chosen for the next card (ID-12).
    public void enrolNameless() {
        if (!issue.busy().get()) {
            nameless.enrol();
        }
    }

    private void showEnrolled(Person enrolled) {
        people.reload();
        person.set(enrolled);
    }

    public void refresh() {
        readStock();
        people.reload();
        jobs.refresh();
        queue.refresh();
        issue.machines().refresh();
        held.read();
    }

    /// @param subject `person:12`, `medium:7`, `job:4`, `number:123,04711`, `look` or `purse-alarms`
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
        if (subject.startsWith("number:")) {
            number.scanned(subject.substring(colon + 1));
            return;
        }
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
                        found -> found.ifPresent(this::showAnew));
    }

    /// Also what changed about whom stands there already.
    private void showAnew(Person found) {
        if (found.equals(person.get())) {
            held.read();
        } else {
            person.set(found);
        }
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
}
