package app.lodge.desktop.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Person;
import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.ChangeRequest;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfService.DecideOutcome;
import app.lodge.core.selfservice.SelfService.Seen;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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

/// One person's self-service on one sheet: who sees the accounts, a new link, what the person wants changed.
public final class SelfServiceViewModel {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Seen> links = FXCollections.observableArrayList();
    private final ObservableList<ChangeRequest> requests = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final LinkFormViewModel form = new LinkFormViewModel();
    private final ObjectProperty<Behalf.Why> why =
            new SimpleObjectProperty<>(Behalf.Why.AT_THE_COUNTER);
    private final StringProperty code = new SimpleStringProperty("");
    private final Once once = new Once();

    private record Read(List<Seen> links, List<ChangeRequest> requests) {}

    /// @param changed called when the person's data is another than before
    public SelfServiceViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_PEOPLE);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<@Nullable Person> person() {
        return person;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// The newest first, ended ones too.
    public ObservableList<Seen> links() {
        return links;
    }

    /// What this person wants changed and nobody has decided.
    public ObservableList<ChangeRequest> requests() {
        return requests;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public LinkFormViewModel form() {
        return form;
    }

    public ObjectProperty<Behalf.Why> why() {
        return why;
    }

    /// As it came back from the owner's mail.
    public StringProperty code() {
        return code;
    }

    public void begin(Person chosen) {
        person.set(chosen);
        links.clear();
        requests.clear();
        form.clear();
        code.set("");
        said(null, List.of());
        once.answered();
        open.set(true);
        refresh();
    }

    private void refresh() {
        var chosen = person.get();
        if (chosen == null) {
            return;
        }
        var door = door();
        session.background()
                .run(
                        "self-service-desk.reading",
                        busy,
                        () ->
                                new Read(
                                        door.ofPerson(actor(), chosen.id()),
                                        mayChange()
                                                ? door.requests(actor()).stream()
                                                        .filter(one ->
                                                                one.person().equals(chosen.id()))
                                                        .toList()
                                                : List.of()),
                        read -> {
                            links.setAll(read.links());
                            requests.setAll(read.requests());
                        });
    }

    /// By the proof that the clerk has looked at; opens the login if the address has none.
    public void link() {
        var proof = form.proof().get();
        var behalf = behalf();
        withLogin((request, login, wanted) ->
                door().link(actor(), request, login, wanted, proof, behalf));
    }

    /// Has a code sent to the address that is stored for the person.
    public void askRelease() {
        var behalf = behalf();
        withLogin((request, login, wanted) ->
                LinkWork.onBehalf(
                        session, request, login, new HolderRequest.AskRelease(wanted), behalf));
    }

    /// The code came back.
    public void release(Link asked) {
        var release = new HolderRequest.Release(asked.id(), code.get());
        var behalf = behalf();
        act(request -> LinkWork.onBehalf(session, request, asked.login(), release, behalf));
    }

    /// Asks first: a link stands on a code of the owner's or a paper that somebody looks at, and neither comes
    /// back by an undo.
    public void unlink(Link link) {
        var behalf = behalf();
        session.dialogs()
                .confirm(
                        Message.of("self-service-desk.unlink-asks"),
                        Message.of("self-service-desk.unlink-explains"),
                        "self-service-desk.unlink",
                        () -> act(request -> door().unlink(actor(), request, link.id(), behalf)));
    }

    public void accept(ChangeRequest wish) {
        decide(request -> door().accept(actor(), request, wish.id()));
    }

    public void refuse(ChangeRequest wish) {
        decide(request -> door().refuse(actor(), request, wish.id()));
    }

    private void decide(Function<RequestId, DecideOutcome> verb) {
        run(
                verb,
                outcome -> {
                    switch (outcome) {
                        case DecideOutcome.Decided _ -> changed.run();
                        case DecideOutcome.NotOpen _ ->
                                said(Message.of("self-service-desk.not-open"), List.of());
                        case DecideOutcome.Rejected(var found) -> said(null, found);
                    }
                });
    }

    private void withLogin(LinkWork.Linking verb) {
        var chosen = person.get();
        if (chosen == null) {
            return;
        }
        var work =
                new LinkWork(session, chosen, form.email().get().strip(), form.wanted(), behalf());
        act(request -> work.run(request, verb));
    }

    private void act(Function<RequestId, LinkOutcome> verb) {
        run(verb, this::answered);
    }

    private <T> void run(Function<RequestId, T> verb, Consumer<T> done) {
        var request = once.request();
        session.background()
                .run(
                        "self-service-desk.saving",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            once.answered();
                            said(null, List.of());
                            done.accept(outcome);
                            refresh();
                        });
    }

    private void answered(LinkOutcome outcome) {
        switch (outcome) {
            case LinkOutcome.Asked(_, var until) -> {
                form.clear();
                session.notices().done(Message.of("self-service-desk.asked", zoned(until)));
            }
            case LinkOutcome.Done _ -> {
                form.clear();
                code.set("");
                session.notices().done(Message.of("self-service-desk.done"));
            }
            case LinkOutcome.OnlyAtTheDesk() ->
                    said(Message.of("self-service-desk.only-at-the-desk"), List.of());
            case LinkOutcome.Barred(var until) ->
                    said(Message.of("self-service-desk.barred", zoned(until)), List.of());
            case LinkOutcome.WrongCode(int left) ->
                    said(Message.of("self-service-desk.wrong-code", left), List.of());
            case LinkOutcome.NoCode() -> said(Message.of("self-service-desk.no-code"), List.of());
            case LinkOutcome.TooMany _ -> said(Message.of("self-service-desk.too-many"), List.of());
            case LinkOutcome.Rejected(var found) -> said(null, found);
        }
    }

    private String zoned(Instant at) {
        return MINUTE.format(at.atZone(session.site().zone()));
    }

    private void said(@Nullable Message message, List<Problem> found) {
        refusal.set(message);
        problems.setAll(found);
    }

    private Behalf behalf() {
        return new Behalf(why.get(), "");
    }

    private Actor actor() {
        return session.actor();
    }

    private SelfService door() {
        return session.doors().selfService();
    }
}
