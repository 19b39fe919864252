package app.lodge.desktop.watch;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sight;
import app.lodge.core.watch.parties.Sights;
import app.lodge.core.watch.parties.Stand;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who else is told of devices, for which of them, and what each kind may see (SAFE-32).
public final class PartiesViewModel {

    static final List<String> LANGUAGES =
            Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList();

    final StringProperty name = new SimpleStringProperty("");
    final ObjectProperty<PartyKind> kind = new SimpleObjectProperty<>(PartyKind.CLIENT);
    final StringProperty language = new SimpleStringProperty("en");
    final StringProperty mail = new SimpleStringProperty("");
    final StringProperty webhook = new SimpleStringProperty("");
    final StringProperty secret = new SimpleStringProperty("");
    final ObservableList<Stand> stands = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Device> device = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable DeviceKind> deviceKind = new SimpleObjectProperty<>();
    final StringProperty place = new SimpleStringProperty("");

    private final Session session;
    private final Once once = new Once();
    private final ObservableList<Party> parties = FXCollections.observableArrayList();
    private final ObservableList<Sights> sights = FXCollections.observableArrayList();
    private final ObservableList<Device> devices = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Party> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<PartyKind> seeing = new SimpleObjectProperty<>(PartyKind.CLIENT);
    private final Map<Sight, BooleanProperty> sees = new EnumMap<>(Sight.class);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty seeingOpen = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private long edited;

    public PartiesViewModel(Session session) {
        this.session = session;
    }

    public ObservableList<Party> parties() {
        return parties;
    }

    public ObservableList<Sights> sights() {
        return sights;
    }

    public ObservableList<Device> devices() {
        return devices;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ObjectProperty<@Nullable Party> chosen() {
        return chosen;
    }

    /// The kind of party whose sights are being changed.
    public ObjectProperty<PartyKind> seeing() {
        return seeing;
    }

    public BooleanProperty sees(Sight sight) {
        return sees.computeIfAbsent(sight, _ -> new SimpleBooleanProperty());
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty seeingOpen() {
        return seeingOpen;
    }

    public BooleanProperty busy() {
        return busy;
    }

    private record Found(List<Party> parties, List<Sights> sights, List<Device> devices) {}

    public void refresh() {
        session.background()
                .run(
                        "watch.reading",
                        busy,
                        () ->
                                new Found(
                                        door().all(session.actor()),
                                        door().sights(session.actor()),
                                        session.doors().devices().list(session.actor()).stream()
                                                .map(DeviceView::device)
                                                .toList()),
                        this::show);
    }

    private Parties door() {
        return session.doors().parties();
    }

    private void show(Found found) {
        var before = chosen.get();
        devices.setAll(found.devices());
        parties.setAll(found.parties());
        sights.setAll(found.sights());
        chosen.set(
                found.parties().stream()
                        .filter(one -> before != null && before.id() == one.id())
                        .findFirst()
                        .orElse(null));
    }

    public void beginNew() {
        begin(new Party(0, "", PartyKind.CLIENT, "en", "", "", List.of()));
    }

    public void beginChange() {
        var now = chosen.get();
        if (now != null) {
            begin(now);
        }
    }

    private void begin(Party party) {
        edited = party.id();
        name.set(party.name());
        kind.set(party.kind());
        language.set(party.language());
        mail.set(party.mail());
        webhook.set(party.webhook());
        secret.set("");
        stands.setAll(party.stands());
        clearStand();
        problems.clear();
        once.answered();
        open.set(true);
    }

    private void clearStand() {
        device.set(null);
        deviceKind.set(null);
        place.set("");
    }

    public boolean isNew() {
        return edited == 0;
    }

    /// What is chosen and typed becomes a line; nothing at all means every device.
    public void addStand() {
        var one = device.get();
        stands.add(
                one == null
                        ? new Stand(0, deviceKind.get(), place.get().strip())
                        : new Stand(one.id().number(), null, ""));
        clearStand();
    }

    public void removeStand(Stand stand) {
        stands.remove(stand);
    }

    public void save() {
        problems.clear();
        var wanted =
                new Party(
                        edited,
                        name.get().strip(),
                        kind.get(),
                        language.get(),
                        mail.get().strip(),
                        webhook.get().strip(),
                        List.copyOf(stands));
        var typed = secret.get().isEmpty() ? null : secret.get();
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () -> door().put(session.actor(), request, wanted, typed),
                        this::saved);
    }

    private void saved(Parties.Outcome outcome) {
        once.answered();
        switch (outcome) {
            case Parties.Outcome.Kept(var party) -> {
                open.set(false);
                chosen.set(party);
                session.notices().done(Message.of("parties.saved"));
                refresh();
            }
            case Parties.Outcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void remove() {
        var party = chosen.get();
        if (party == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () -> door().remove(session.actor(), request, party.id()),
                        _ -> {
                            once.answered();
                            session.notices().done(Message.of("parties.removed"));
                            refresh();
                        });
    }

    public void beginSeeing(PartyKind of) {
        var now =
                sights.stream()
                        .filter(one -> one.kind() == of)
                        .findFirst()
                        .map(Sights::seen)
                        .orElse(Set.of());
        for (var sight : Sight.values()) {
            sees(sight).set(now.contains(sight));
        }
        problems.clear();
        once.answered();
        seeing.set(of);
        seeingOpen.set(true);
    }

    public void saveSeeing() {
        var seen = EnumSet.noneOf(Sight.class);
        for (var sight : Sight.values()) {
            if (sees(sight).get()) {
                seen.add(sight);
            }
        }
        var of = seeing.get();
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () -> {
                            door().see(session.actor(), request, of, seen);
                            return of;
                        },
                        _ -> {
                            once.answered();
                            seeingOpen.set(false);
                            session.notices().done(Message.of("parties.saved"));
                            refresh();
                        });
    }
}
