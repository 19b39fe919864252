package app.lodge.desktop.shell;

import app.lodge.core.texts.BundledFont;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Light or dark, as the person or the system likes, changed while running; and the typeface.
public final class Appearance {

    private static final List<String> FONTS = List.of("Regular", "Medium", "SemiBold", "Bold");

    /// Style class of a window's root in the dark theme.
    private static final String DARK_ROOT = "dark";

    private @Nullable Scene dressed;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);

    /// LIGHT, DARK, or whatever the system is.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// Loads the fonts and follows theme and system from now on.
    ///
    /// @param shown whether the window is there: the system's preferences outlive it, and would keep
    ///     it in memory for as long as they are listened to
    public void start(ObservableValue<Boolean> shown) {
        FONTS.forEach(Appearance::load);
        loadChinese();
        theme.subscribe(_ -> apply());
        Platform.getPreferences().colorSchemeProperty().when(shown).subscribe(_ -> apply());
    }

    /// People may be called anything, whatever language the screens speak. JavaFX fixes what it falls
    /// back to at the first text that it draws, so this font must come before any.
    private static void loadChinese() {
        try (var font = BundledFont.CHINESE.open()) {
            Font.loadFont(font, 14);
        } catch (IOException e) {
            throw new UncheckedIOException("The Chinese font", e);
        }
    }

    /// Gives a window Lodge's own styles on top of the theme.
    public void dress(Scene scene) {
        dressed = scene;
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Appearance.class.getResource("lodge.css"))
                                .toExternalForm());
        apply();
    }

    private void apply() {
        var sheet =
                dark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet);
        if (dressed != null) {
            var classes = dressed.getRoot().getStyleClass();
            classes.remove(DARK_ROOT);
            if (dark()) {
                classes.add(DARK_ROOT);
            }
        }
    }

    private boolean dark() {
        return switch (theme.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static void load(String weight) {
        try (var font = Appearance.class.getResourceAsStream("fonts/Inter-" + weight + ".ttf")) {
            Font.loadFont(Objects.requireNonNull(font, weight), 14);
        } catch (IOException e) {
            throw new UncheckedIOException("Font Inter " + weight, e);
        }
    }
}
