package app.lodge.desktop.shell;

import app.lodge.core.texts.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What views are made with: words in the present language, and the small nodes that every screen
/// uses, so that they look and read the same everywhere.
///
/// @param zone in which times are shown
public record Kit(Texts texts, Sheets sheets, ZoneId zone) {

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    public String say(@Nullable Message message) {
        return message == null ? "" : Wording.of(texts, message);
    }

    public String time(Instant at) {
        return texts.time(at, zone);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(habits())
                .format(day);
    }

    /// The country whose way of writing dates goes with the language.
    public Locale habits() {
        return texts.locale().getLanguage().equals("en") ? Locale.UK : texts.locale();
    }

    public Label label(String key, Object... arguments) {
        return new Label(text(key, arguments));
    }

    /// A label for text that is no key, with style classes.
    public static Label line(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A label that breaks instead of being cut.
    public static Label paragraph(String text, String... styleClasses) {
        var label = line(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A wrapping label that follows a message and takes no room while there is none.
    public Label message(ObservableValue<@Nullable Message> message, String... styleClasses) {
        var label = paragraph("", styleClasses);
        label.textProperty().bind(message.map(this::say).orElse(""));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    public static FontIcon icon(Ikon icon) {
        return new FontIcon(icon);
    }

    public Button button(String id, String key, @Nullable Ikon icon, Runnable action) {
        var button = new Button(text(key), icon == null ? null : icon(icon));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one button of a screen or sheet that does what the person came for.
    public Button primary(String id, String key, @Nullable Ikon icon, Runnable action) {
        var button = button(id, key, icon, action);
        button.getStyleClass().add("accent");
        return button;
    }

    /// A button of one icon; its words are spoken and shown as a tip.
    public Button iconButton(String id, String key, Ikon icon, Runnable action) {
        var button = new Button(null, icon(icon));
        button.setId(id);
        var words = plain(text(key));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Label badge(String text, Look.Tone tone) {
        var badge = line(text, Look.BADGE, tone.styleClass());
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    public static HBox row(double gap, Node... nodes) {
        var row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(double gap, Node... nodes) {
        return new VBox(gap, nodes);
    }

    /// A raised area with its own heading.
    public VBox panel(String titleKey, Node... nodes) {
        var panel = new VBox(14, line(text(titleKey), Look.PANEL_TITLE));
        panel.getChildren().addAll(nodes);
        panel.getStyleClass().add(Look.PANEL);
        return panel;
    }

    /// What to see where there is nothing yet, and what to do about it.
    public VBox empty(Ikon icon, String titleKey, String adviceKey, Node... actions) {
        var advice = paragraph(text(adviceKey), Look.MUTED);
        advice.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        advice.setAlignment(Pos.CENTER);
        advice.setMaxWidth(380);
        var empty = new VBox(10, icon(icon), line(text(titleKey), Look.STRONG), advice);
        empty.getChildren().addAll(actions);
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add(Look.EMPTY);
        return empty;
    }

    /// Shows a node, and gives it room, only while the condition holds.
    public static <N extends Node> N showWhen(ObservableValue<Boolean> condition, N node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /// Text without the mark of its keyboard shortcut, which Chinese adds in brackets.
    public static String plain(String withMnemonic) {
        return withMnemonic.replaceFirst(" ?\\(_\\w\\)|_(?=\\S)", "");
    }
}
