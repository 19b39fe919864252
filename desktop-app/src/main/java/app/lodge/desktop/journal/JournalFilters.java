package app.lodge.desktop.journal;

import app.lodge.desktop.shell.Chips;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.KeptFilterBar;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import org.jspecify.annotations.Nullable;

/// The filters over the journal: topic, subject, operator or device, days and text; those kept; and what is
/// filtered by now, a button for each.
final class JournalFilters {

    private static final int NAMED_WIDTH = 240;

    private final Kit kit;
    private final JournalFilterViewModel model;
    private final Chips chips;

    JournalFilters(Kit kit, JournalFilterViewModel model) {
        this.kit = kit;
        this.model = model;
        this.chips = new Chips(kit, "journal");
    }

    Node node() {
        var form = new Form(kit, "journal", FXCollections.observableArrayList());
        var row =
                Form.row(
                        form.choice(
                                "topic",
                                List.of(Topic.values()),
                                model.topic(),
                                value -> Wording.of(kit.texts(), "journal.topic", value)),
                        form.text("subject", model.subject(), kit.text("journal.subject-prompt")),
                        form.text("actor", model.actor(), kit.text("journal.actor-prompt")),
                        form.labelled("from", day(model.from())),
                        form.labelled("until", day(model.until())));
        row.getStyleClass().add("filter-row");
        var reason =
                Kit.showWhen(
                        model.aboutHolder(),
                        form.optionalChoice(
                                "purpose",
                                JournalFilterViewModel.purposes(),
                                model.purpose(),
                                value -> Wording.of(kit.texts(), "look-purpose", value)));
        var named = new KeptFilterBar(kit, "journal", model).node();
        named.setPrefWidth(NAMED_WIDTH);
        var second =
                Form.row(
                        form.entered("text", model.text(), kit.text("journal.text-prompt")),
                        reason,
                        named);
        second.getStyleClass().add("filter-row");
        var missing = Kit.paragraph(kit.text("journal.reason-missing"), Look.STRONG);
        model.applied().subscribe(_ -> fill());
        return Kit.column(
                8, row, second, Kit.showWhen(model.reasonMissing(), missing), chips.node());
    }

    private static DatePicker day(ObjectProperty<@Nullable LocalDate> value) {
        var picker = new DatePicker();
        picker.valueProperty().bindBidirectional(value);
        return picker;
    }

    private void fill() {
        chips.clear();
        chips.add(
                "topic",
                model.topic(),
                Topic.ALL,
                one -> Wording.of(kit.texts(), "journal.topic", one));
        chips.add("subject", model.subject(), "", Function.identity());
        chips.add("actor", model.actor(), "", Function.identity());
        chip("from", model.from());
        chip("until", model.until());
        chips.add("text", model.text(), "", Function.identity());
    }

    private void chip(String field, ObjectProperty<@Nullable LocalDate> value) {
        var day = value.get();
        if (day != null) {
            chips.add(field, kit.day(day), () -> value.set(null));
        }
    }
}
