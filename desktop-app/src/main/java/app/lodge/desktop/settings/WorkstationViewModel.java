package app.lodge.desktop.settings;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Language and look of this workstation; both change at once.
public final class WorkstationViewModel {

    private final ObjectProperty<String> language;
    private final ObjectProperty<Appearance.Theme> theme;

    /// @param speak changes the language of the window
    public WorkstationViewModel(
            WorkstationSettings settings, Appearance appearance, Consumer<String> speak) {
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
}
