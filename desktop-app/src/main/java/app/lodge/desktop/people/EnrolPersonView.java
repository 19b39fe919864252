package app.lodge.desktop.people;

import app.lodge.core.people.EnrolOutcome.Likeness;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The one form for a person: required fields first, then what can wait.
public final class EnrolPersonView {

    private final Kit kit;
    private final EnrolPersonViewModel model;
    private final Form form;

    public EnrolPersonView(Kit kit, EnrolPersonViewModel model) {
        this.kit = kit;
        this.model = model;
        this.form = new Form(kit, "person", model.problems());
    }

    public Sheet sheet() {
        var title = kit.text(model.entersNew() ? "people.enrol" : "people.change");
        var sheet = new Sheet(kit, title, 700, body(), model.open());
        var save = kit.primary("person-save", "people.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        save.textProperty()
                .bind(
                        Bindings.when(Bindings.isEmpty(model.likenesses()))
                                .then(kit.text("people.save"))
                                .otherwise(kit.text("people.save-anyway")));
        return sheet.aside(Kit.line(kit.text("people.keyboard-hint"), Look.SMALL, Look.MUTED))
                .primary(save);
    }

    private VBox body() {
        return Kit.column(
                14,
                kit.message(model.warning(), "banner", "tone-caution"),
                likenesses(),
                Form.row(field("givenName"), field("familyName")),
                Form.row(
                        form.text(
                                "birthDate",
                                model.value("birthDate"),
                                kit.text("person.birth-date-prompt")),
                        field("personnelNumber")),
                Form.row(field("group"), branch()),
                Form.row(field("email"), field("phone")),
                Form.row(field("street"), narrow("houseNumber")),
                Form.row(narrow("postcode"), field("town"), country()),
                form.otherProblems());
    }

    private VBox field(String name) {
        return form.text(name, model.value(name));
    }

    private VBox narrow(String name) {
        var field = field(name);
        field.setMaxWidth(150);
        return field;
    }

    /// Typed, or one of the site's.
    private VBox branch() {
        var typed = new TextField();
        typed.textProperty().bindBidirectional(model.value("branch"));
        typed.setAccessibleText(Kit.plain(kit.text("person.field.branch")));
        HBox.setHgrow(typed, Priority.ALWAYS);
        var choices = new MenuButton(kit.text("person.branch-choose"));
        choices.setId("person-branch-choose");
        choices.setMinWidth(Region.USE_PREF_SIZE);
        ListChangeListener<String> refill =
                _ ->
                        choices.getItems()
                                .setAll(model.branches().stream().map(this::choice).toList());
        model.branches().addListener(refill);
        refill.onChanged(null);
        Kit.showWhen(Bindings.isNotEmpty(model.branches()), choices);
        return form.labelledBy("branch", typed, Kit.row(8, typed, choices));
    }

    private MenuItem choice(String branch) {
        var item = new MenuItem(branch);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.value("branch").set(branch));
        return item;
    }

    private VBox country() {
        var control = new ComboBox<String>();
        control.getItems().add("");
        control.getItems().addAll(Locale.getISOCountries());
        control.setConverter(
                new javafx.util.StringConverter<>() {
                    @Override
                    public String toString(String code) {
                        return code == null || code.isEmpty()
                                ? ""
                                : Locale.of("", code).getDisplayCountry(kit.texts().locale());
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException("Countries are chosen: " + text);
                    }
                });
        var alphabet = java.text.Collator.getInstance(kit.texts().locale());
        control.getItems()
                .sort(java.util.Comparator.comparing(control.getConverter()::toString, alphabet));
        control.valueProperty().bindBidirectional(model.value("country"));
        return form.labelled("country", control);
    }

    private Node likenesses() {
        var list = Kit.column(6);
        ListChangeListener<Likeness> refill =
                _ ->
                        list.getChildren()
                                .setAll(model.likenesses().stream().map(this::line).toList());
        model.likenesses().addListener(refill);
        refill.onChanged(null);
        var box =
                Kit.column(
                        8,
                        Kit.line(kit.text("people.duplicate-title"), Look.STRONG),
                        list,
                        Kit.paragraph(kit.text("people.duplicate-advice"), Look.SMALL));
        box.getStyleClass().addAll("banner", "tone-caution");
        box.setId("duplicate-warning");
        return Kit.showWhen(Bindings.isNotEmpty(model.likenesses()), box);
    }

    private Node line(Likeness likeness) {
        var person = likeness.person();
        return Kit.paragraph(
                kit.text(
                        "people.duplicate-line",
                        person.details().fullName(),
                        "%07d".formatted(person.id().number()),
                        Wording.of(kit.texts(), "why", likeness.why())));
    }
}
