package app.lodge.desktop.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices.ConfigureOutcome;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Changes what a device should be; the next version is pushed at once.
public final class ConfigureDeviceViewModel {

    private final Session session;
    private final Runnable configured;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private List<ConfigField> fields = List.of();
    private @Nullable DeviceView device;

    ConfigureDeviceViewModel(Session session, Runnable configured) {
        this.session = session;
        this.configured = configured;
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    List<ConfigField> fields() {
        return fields;
    }

    StringProperty value(String key) {
        return values.computeIfAbsent(key, _ -> new SimpleStringProperty(""));
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    String deviceLabel() {
        return device == null ? "" : device.device().label();
    }

    void begin(DeviceFile file) {
        device = file.view();
        fields = file.fields();
        values.clear();
        problems.clear();
        once.answered();
        fields.forEach(field ->
                value(field.key())
                        .set(
                                file.view()
                                        .desired()
                                        .getOrDefault(field.key(), field.defaultValue())));
        open.set(true);
    }

    /// Sends what was changed, and only that.
    void save() {
        var shown = device;
        if (shown == null) {
            return;
        }
        var changes = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var typed = value(field.key()).get().strip();
            if (!typed.equals(shown.desired().getOrDefault(field.key(), field.defaultValue()))) {
                changes.put(field.key(), typed);
            }
        }
        if (changes.isEmpty()) {
            open.set(false);
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "devices.configuring",
                        busy,
                        () ->
                                session.doors()
                                        .devices()
                                        .configure(
                                                session.actor(),
                                                request,
                                                shown.device().id(),
                                                changes),
                        this::answered);
    }

    private void answered(ConfigureOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ConfigureOutcome.Configured(var view) -> {
                open.set(false);
                session.notices()
                        .done(
                                Message.of(
                                        "devices.configured",
                                        view.device().label(),
                                        view.desiredVersion()));
                configured.run();
            }
            case ConfigureOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
