package app.lodge.desktop.devices;

import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceSetup;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices.Assignment;
import app.lodge.core.devices.Devices.EventRow;
import app.lodge.core.devices.Devices.JoinCode;
import app.lodge.core.passages.Passages;
import app.lodge.core.passages.Passages.OpenOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All devices, and everything about the one that is chosen.
public final class DevicesViewModel {

    private final Session session;
    private final ObservableList<DeviceView> devices = FXCollections.observableArrayList();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable DeviceId> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable DeviceFile> file = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable JoinCode> joinCode = new SimpleObjectProperty<>();
    private final BooleanProperty joinOpen = new SimpleBooleanProperty();
    private final PagedList<EventRow> events;
    private final AddDeviceViewModel add;
    private final ConfigureDeviceViewModel configure;
    private final AssignCompartmentViewModel assign;
    private final DeviceUserViewModel user;
    private final DeviceCareViewModel care;
    private final TypesOfPoints types;
    private final Once once = new Once();
    private boolean stale;
    private volatile @Nullable DeviceId shown;

    /// @param assignments of a cabinet; empty for other kinds
    /// @param users of a safe; empty for other kinds
    public record DeviceFile(
            DeviceView view,
            List<ConfigField> fields,
            List<Assignment> assignments,
            List<DeviceUsers.User> users,
            DeviceSetup setup) {}

    public DevicesViewModel(Session session) {
        this.session = session;
        events = new PagedList<>(session.background(), "devices.reading-events", this::readEvents);
        types = new TypesOfPoints(session, devices);
        add = new AddDeviceViewModel(session, this::joining);
        configure = new ConfigureDeviceViewModel(session, this::refresh);
        assign = new AssignCompartmentViewModel(session, this::refresh);
        user = new DeviceUserViewModel(session, this::refresh);
        care = new DeviceCareViewModel(session, this::refresh);
        chosen.subscribe(id -> {
            shown = id;
            file.set(null);
            events.clear();
            readFile();
        });
    }

    private Page<EventRow> readEvents(@Nullable String after, int limit) {
        var id = shown;
        return id == null
                ? new Page<>(List.of(), null)
                : session.doors().devices().events(session.actor(), id, after, limit);
    }

    public ObservableList<DeviceView> devices() {
        return devices;
    }

    public BooleanProperty loaded() {
        return loaded;
    }

    public ObjectProperty<@Nullable DeviceId> chosen() {
        return chosen;
    }

    public ReadOnlyObjectProperty<@Nullable DeviceFile> file() {
        return file;
    }

    public PagedList<EventRow> events() {
        return events;
    }

    public AddDeviceViewModel add() {
        return add;
    }

    public ConfigureDeviceViewModel configure() {
        return configure;
    }

    public DeviceCareViewModel care() {
        return care;
    }

    public AssignCompartmentViewModel assign() {
        return assign;
    }

    public DeviceUserViewModel user() {
        return user;
    }

    public TypesOfPoints types() {
        return types;
    }

    public ReadOnlyObjectProperty<@Nullable JoinCode> joinCode() {
        return joinCode;
    }

    public BooleanProperty joinOpen() {
        return joinOpen;
    }

    public boolean mayConfigure() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    /// @param subject `device:3`, `network:field` for whom the network refused, or `new`
    public void open(String subject) {
        if (subject.equals("new")) {
            add.begin();
        } else if (subject.startsWith("network:")) {
            care.lookAtRefusals();
        } else if (subject.startsWith("device:")) {
            chosen.set(new DeviceId(Long.parseLong(subject.substring("device:".length()))));
        }
    }

    /// Devices tell often: asked while reading, it reads once more afterwards.
    public void refresh() {
        if (busy.get()) {
            stale = true;
            return;
        }
        session.background()
                .run(
                        "devices.reading",
                        busy,
                        () -> session.doors().devices().list(session.actor()),
                        this::show);
        readFile();
    }

    private void show(List<DeviceView> found) {
        if (!devices.equals(found)) {
            devices.setAll(found);
        }
        loaded.set(true);
        types.refresh();
        if (chosen.get() == null && !found.isEmpty()) {
            chosen.set(found.getFirst().device().id());
        }
        if (stale) {
            stale = false;
            refresh();
        }
    }

    private void readFile() {
        var id = chosen.get();
        if (id == null) {
            return;
        }
        session.background()
                .run(
                        "devices.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().devices().find(session.actor(), id).map(this::read),
                        found ->
                                found.ifPresent(read -> {
                                    if (id.equals(chosen.get())) {
                                        file.set(read);
                                        care.show(read.view().device());
                                        events.reload();
                                    }
                                }));
    }

    private DeviceFile read(DeviceView view) {
        var doors = session.doors().devices();
        var kind = view.device().kind();
        return new DeviceFile(
                view,
                doors.fields(session.actor(), kind),
                kind == DeviceKind.LOCKER_CABINET
                        ? doors.assignments(session.actor(), view.device().id())
                        : List.of(),
                kind == DeviceKind.SAFE
                        ? session.doors().deviceUsers().of(session.actor(), view.device().id())
                        : List.of(),
                setup(view.device().id()));
    }

    private DeviceSetup setup(DeviceId id) {
        return session.doors().templates().setups(session.actor()).stream()
                .filter(setup -> setup.device().equals(id))
                .findFirst()
                .orElseGet(() -> new DeviceSetup(id, null, "", "", Set.of()));
    }

    public boolean mayOpenDoors() {
        return session.actor().may(Permission.OPEN_DOORS);
    }

    /// Opens the chosen door now.
    public void openDoor(DeviceView door, Passages.Reason reason) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "door-desk.opening",
                        busy,
                        () ->
                                session.doors()
                                        .passages()
                                        .open(session.actor(), request, door.device().id(), reason),
                        outcome -> {
                            var label = door.device().label();
                            switch (outcome) {
                                case OpenOutcome.Sent() ->
                                        session.notices()
                                                .done(Message.of("door-desk.opened", label));
                                case OpenOutcome.Away(), OpenOutcome.Rejected _ ->
                                        session.notices().warn(Message.of("door-desk.away", label));
                            }
                        });
    }

    /// A new code for a device that joins again.
    public void renewJoinCode() {
        var id = chosen.get();
        if (id == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "devices.adding",
                        busy,
                        () -> session.doors().devices().renewJoinCode(session.actor(), request, id),
                        code -> {
                            once.answered();
                            code.ifPresent(this::joining);
                        });
    }

    private void joining(JoinCode code) {
        joinCode.set(code);
        joinOpen.set(true);
        refresh();
    }
}
