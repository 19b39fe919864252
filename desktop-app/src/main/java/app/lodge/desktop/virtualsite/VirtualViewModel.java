package app.lodge.desktop.virtualsite;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.ReaderMedium;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.virtualsite.VirtualSite.Act;
import app.lodge.core.virtualsite.VirtualSite.ActOutcome;
import app.lodge.core.virtualsite.VirtualSite.AddOutcome;
import app.lodge.core.virtualsite.VirtualSite.Standing;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/// The virtual devices in the field, and what is done to the chosen one (ID-49).
public final class VirtualViewModel {

    private final Session session;
    private final CrowdViewModel crowd;
    private final PersonChoice person;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Standing> devices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Standing> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<DeviceKind> kind =
            new SimpleObjectProperty<>(DeviceKind.PAYMENT_POINT);
    private final StringProperty count = new SimpleStringProperty("1");
    private final StringProperty amount = new SimpleStringProperty("");
    private final Once adding = new Once();
    private final Once acting = new Once();
    private boolean stale;

    public VirtualViewModel(Session session) {
        this.session = session;
        this.crowd = new CrowdViewModel(session);
        this.person = new PersonChoice(session);
    }

    /// Whether this site may have virtual devices; false until it is known.
    public ReadOnlyBooleanProperty open() {
        return open;
    }

    public ObservableList<Standing> devices() {
        return devices;
    }

    public ObjectProperty<@Nullable Standing> chosen() {
        return chosen;
    }

    public CrowdViewModel crowd() {
        return crowd;
    }

    public PersonChoice person() {
        return person;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// What came of the last deed.
    public ReadOnlyObjectProperty<@Nullable Message> said() {
        return said;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    ObjectProperty<DeviceKind> kind() {
        return kind;
    }

    public StringProperty count() {
        return count;
    }

    public StringProperty amount() {
        return amount;
    }

    boolean mayAct() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    private record Seen(boolean open, List<Standing> devices) {}

    /// Devices tell often: asked while reading, it reads once more afterwards.
    public void refresh() {
        if (reading.get()) {
            stale = true;
            return;
        }
        var site = session.doors().virtualSite();
        session.background()
                .run(
                        "devices.reading",
                        reading,
                        () -> {
                            var isOpen = site.open(session.actor());
                            return new Seen(
                                    isOpen, isOpen ? site.devices(session.actor()) : List.of());
                        },
                        this::take);
    }

    private void take(Seen seen) {
        open.set(seen.open());
        var before = chosen.get();
        if (!devices.equals(seen.devices())) {
            devices.setAll(seen.devices());
            chosen.set(
                    devices.stream()
                            .filter(one -> before != null && one.device().equals(before.device()))
                            .findFirst()
                            .orElse(null));
        }
        if (seen.open()) {
            crowd.refresh();
        }
        if (stale) {
            stale = false;
            refresh();
        }
    }

    public void add() {
        problems.clear();
        var wanted = CrowdViewModel.number("count", count.get(), problems);
        if (!problems.isEmpty()) {
            return;
        }
        var request = adding.request();
        var sort = kind.get();
        session.background()
                .run(
                        "devices.adding",
                        busy,
                        () ->
                                session.doors()
                                        .virtualSite()
                                        .add(session.actor(), request, sort, wanted, ""),
                        outcome -> {
                            adding.answered();
                            switch (outcome) {
                                case AddOutcome.Added(var names) ->
                                        said.set(Message.of("virtual.added", names.size()));
                                case AddOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                            refresh();
                        });
    }

    public void stop() {
        session.background()
                .run(
                        "virtual.acting",
                        busy,
                        () -> session.doors().virtualSite().stop(session.actor()),
                        stopped -> {
                            said.set(Message.of("virtual.stopped", stopped));
                            refresh();
                        });
    }

    /// The chosen person lays their card on the chosen device.
    public void tap() {
        hold(Deed.TAP);
    }

    /// The chosen person puts cash into the chosen kiosk or phone.
    public void putIn() {
        hold(Deed.PUT_IN);
    }

    /// The chosen person wants cash out of it.
    public void payOut() {
        hold(Deed.PAY_OUT);
    }

    /// All the cash goes into a bag; a safe's cassette is swapped by the chosen person.
    public void emptyCash() {
        var device = chosen.get();
        if (device != null && device.kind() == DeviceKind.SAFE) {
            hold(Deed.SWAP);
        } else {
            act(new Act.EmptyCash());
        }
    }

    private void hold(Deed deed) {
        problems.clear();
        var device = chosen.get();
        var who = person.chosen().get();
        if (device == null) {
            problems.add(Problem.of("device", "", "virtual.choose-device"));
            return;
        }
        if (who == null) {
            problems.add(Problem.of("person", "", "virtual.choose-person"));
            return;
        }
        var asked = Amounts.read("amount", amount.get(), session.site().currency());
        var opening = deed == Deed.TAP && device.kind() == DeviceKind.LOCKER_CABINET;
        if (!opening && deed != Deed.SWAP && asked.amount().isEmpty()) {
            asked.problem().ifPresent(problems::add);
            return;
        }
        var nothing = Money.zero(session.site().currency());
        var request = acting.request();
        session.background()
                .run(
                        "virtual.acting",
                        busy,
                        () -> {
                            var card = card(new PersonId(who.number()));
                            if (card.isEmpty()) {
                                return new ActOutcome.Rejected(
                                        List.of(Problem.of("person", "", "virtual.no-card")));
                            }
                            var uid = Objects.requireNonNull(card.get().uid()).hex();
                            return session.doors()
                                    .virtualSite()
                                    .act(
                                            session.actor(),
                                            request,
                                            device.device(),
                                            opening
                                                    ? new Act.OpenLocker(uid, kind(card.get()))
                                                    : deed.with(
                                                            uid, asked.amount().orElse(nothing)));
                        },
                        this::acted);
    }

    /// Empty if the person has no card that may be used.
    private Optional<Medium> card(PersonId holder) {
        return session.doors().media().ofPerson(session.actor(), holder).stream()
                .filter(medium -> medium.state() == MediumState.ACTIVE)
                .filter(medium -> medium.uid() != null)
                .findFirst();
    }

    /// As a reader tells it (LOCK-28).
    private static String kind(Medium card) {
        return ReaderMedium.ofChip(card.chip()).map(ReaderMedium::word).orElse("");
    }

    /// Does something to the chosen device.
    public void act(Act act) {
        problems.clear();
        var device = chosen.get();
        if (device == null) {
            problems.add(Problem.of("device", "", "virtual.choose-device"));
            return;
        }
        var request = acting.request();
        session.background()
                .run(
                        "virtual.acting",
                        busy,
                        () ->
                                session.doors()
                                        .virtualSite()
                                        .act(session.actor(), request, device.device(), act),
                        this::acted);
    }

    private void acted(ActOutcome outcome) {
        acting.answered();
        switch (outcome) {
            case ActOutcome.Done done -> said.set(said(done.result()));
            case ActOutcome.Rejected(var found) -> problems.setAll(found);
        }
        refresh();
    }

    private static Message said(String result) {
        return switch (result) {
            case "paid" -> Message.of("virtual.result.paid");
            case "opened" -> Message.of("virtual.result.opened");
            case "cash-in" -> Message.of("virtual.result.cash-in");
            case "cash-out" -> Message.of("virtual.result.cash-out");
            case "done" -> Message.of("virtual.result.done");
            default -> Message.of("virtual.result.refused", result);
        };
    }
}
