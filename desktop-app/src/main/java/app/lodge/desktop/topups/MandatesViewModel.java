package app.lodge.desktop.topups;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.topups.Mandate;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.Mandates.MandateOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One person's mandates: where direct debits are collected, and where pay-outs go (ID-28).
public final class MandatesViewModel {

    /// In the order of the form.
    public static final List<String> FIELDS =
            List.of(
                    "holder",
                    "iban",
                    "bic",
                    "street",
                    "buildingNumber",
                    "postcode",
                    "town",
                    "country");

    private final Session session;
    private final PersonChoice person;
    private final ObservableList<Mandate> mandates = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable LocalDate> signedOn = new SimpleObjectProperty<>();
    private final BooleanProperty oneOff = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    public MandatesViewModel(Session session) {
        this.session = session;
        FIELDS.forEach(field -> values.put(field, new SimpleStringProperty("")));
        person = new PersonChoice(session);
        person.chosen().subscribe(_ -> refresh());
    }

    public PersonChoice person() {
        return person;
    }

    /// The newest first, revoked ones too.
    public ObservableList<Mandate> mandates() {
        return mandates;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public BooleanProperty open() {
        return open;
    }

    public StringProperty value(String field) {
        return values.computeIfAbsent(field, _ -> new SimpleStringProperty(""));
    }

    public ObjectProperty<@Nullable LocalDate> signedOn() {
        return signedOn;
    }

    public BooleanProperty oneOff() {
        return oneOff;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean maySee() {
        return session.actor().may(Permission.SEE_PEOPLE);
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_PEOPLE);
    }

    public void refresh() {
        var hit = person.chosen().get();
        if (hit == null) {
            mandates.clear();
            return;
        }
        var id = new PersonId(hit.number());
        session.background()
                .run(
                        "mandates-desk.reading",
                        busy,
                        () -> session.doors().mandates().ofPerson(session.actor(), id),
                        mandates::setAll);
    }

    public void begin() {
        var hit = person.chosen().get();
        if (hit != null) {
            values.values().forEach(value -> value.set(""));
            value("holder").set(hit.title());
            signedOn.set(today());
            oneOff.set(false);
            problems.clear();
            once.answered();
            open.set(true);
        }
    }

    private LocalDate today() {
        return session.clock().instant().atZone(session.site().zone()).toLocalDate();
    }

    public void grant() {
        var hit = person.chosen().get();
        var day = signedOn.get();
        if (hit == null) {
            return;
        }
        if (day == null) {
            problems.setAll(List.of(Problem.of("signedOn", "", "centres.first-day-missing")));
            return;
        }
        var bank =
                new BankDetails(
                        plain("holder"),
                        plain("iban"),
                        plain("bic"),
                        plain("street"),
                        plain("buildingNumber"),
                        plain("postcode"),
                        plain("town"),
                        plain("country").toUpperCase(java.util.Locale.ROOT));
        var single = oneOff.get();
        act(
                request ->
                        session.doors()
                                .mandates()
                                .grant(
                                        session.actor(),
                                        request,
                                        new PersonId(hit.number()),
                                        day,
                                        single,
                                        bank),
                "mandates-desk.granted");
    }

    private String plain(String field) {
        return value(field).get().strip();
    }

    /// Asks first: another one needs the holder's signature again.
    public void revoke(Mandate mandate) {
        session.dialogs()
                .confirm(
                        Message.of("mandates-desk.revoke-asks"),
                        Message.of("mandates-desk.revoke-explains", mandate.reference()),
                        "mandates-desk.revoke",
                        () ->
                                act(
                                        request ->
                                                session.doors()
                                                        .mandates()
                                                        .revoke(
                                                                session.actor(),
                                                                request,
                                                                mandate.number()),
                                        "mandates-desk.revoked-notice"));
    }

    private void act(Function<RequestId, MandateOutcome> verb, String noticeKey) {
        var request = once.request();
        session.background()
                .run(
                        "mandates-desk.saving",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            once.answered();
                            answered(outcome, noticeKey);
                        });
    }

    private void answered(MandateOutcome outcome, String noticeKey) {
        switch (outcome) {
            case MandateOutcome.Kept(var mandate) -> {
                open.set(false);
                session.notices().done(Message.of(noticeKey, mandate.reference()));
                refresh();
            }
            case MandateOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
