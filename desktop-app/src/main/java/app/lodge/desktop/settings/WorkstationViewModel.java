package app.lodge.desktop.settings;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.shell.Zoom;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Language, look and zoom of this workstation; all change at once.
public final class WorkstationViewModel {

    private final ObjectProperty<String> language;
    private final ObjectProperty<Appearance.Theme> theme;
    private final Zoom zoom;

    /// @param zoom kept by the window's owner, because keys change it anywhere
    /// @param speak changes the language of the window
    public WorkstationViewModel(
            WorkstationSettings settings,
            Appearance appearance,
            Zoom zoom,
            Consumer<String> speak) {
        this.zoom = zoom;
        language = new SimpleObjectProperty<>(settings.values().language());
        theme = appearance.theme();
        language.addListener((_, _, chosen) -> {
            settings.keep(settings.values().withLanguage(chosen));
            speak.accept(chosen);
        });
        theme.addListener((_, _, chosen) -> settings.keep(settings.values().withTheme(chosen)));
    }

    ObjectProperty<String> language() {
        return language;
    }

    ObjectProperty<Appearance.Theme> theme() {
        return theme;
    }

    ObjectProperty<Integer> zoom() {
        return zoom.percent();
    }
}
