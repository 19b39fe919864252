package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.desktop.accounts.FilterViewModel.Span;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// What is filtered by now, a button for each, which takes it away: seen also while the filters are closed.
final class FilterChips {

    private final Kit kit;
    private final FilterViewModel model;
    private final FilterWords words;
    private final FlowPane flow = new FlowPane(6, 6);

    FilterChips(Kit kit, FilterViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new FilterWords(kit);
    }

    Node node() {
        flow.setId("filter-chips");
        model.applied().subscribe(_ -> fill());
        return Kit.showWhen(Bindings.isNotEmpty(flow.getChildren()), flow);
    }

    private void fill() {
        var marks = model.marks();
        flow.getChildren().clear();
        chip("span", model.span(), Span.ANY, one -> Wording.of(kit.texts(), "filter.span", one));
        chip("kind", model.kind(), Optional.empty(), one -> words.orAny("posting-kind", one));
        chip("place", model.place(), FilterViewModel.ANYWHERE, words::of);
        chip(
                "direction",
                model.direction(),
                Direction.BOTH,
                one -> Wording.of(kit.texts(), "filter.direction", one));
        chip("centre", model.centre(), FilterViewModel.OWN_MONEY, words::of);
        chip("medium", marks.medium(), MarksViewModel.ANY_MEDIUM, words::of);
        chip("least", marks.least(), "", Function.identity());
        chip("most", marks.most(), "", Function.identity());
        chip("status", marks.status(), Optional.empty(), one -> words.orAny("filter.status", one));
        chip("clerk", marks.clerk(), MarksViewModel.ANYONE, words::of);
        chip("text", marks.text(), "", Function.identity());
    }

    private <T> void chip(String field, Property<T> value, T none, Function<T, String> inWords) {
        var now = value.getValue();
        if (now.equals(none)) {
            return;
        }
        var text =
                kit.text(
                        "filter.chip",
                        Kit.plain(kit.text("filter.field." + field)),
                        inWords.apply(now));
        var chip = new Button(text, Kit.icon(Feather.X));
        chip.setId("filter-chip-" + field);
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(kit.text("filter.chip-remove", text));
        chip.getStyleClass().add("small");
        chip.setOnAction(_ -> value.setValue(none));
        flow.getChildren().add(chip);
    }
}
