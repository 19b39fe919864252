package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.desktop.accounts.FilterViewModel.Span;
import app.lodge.desktop.shell.Chips;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/// What is filtered by now, a button for each, which takes it away: seen also while the filters are closed.
final class FilterChips {

    private final Kit kit;
    private final FilterViewModel model;
    private final FilterWords words;
    private final Chips chips;

    FilterChips(Kit kit, FilterViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new FilterWords(kit);
        this.chips = new Chips(kit, "filter");
    }

    Node node() {
        model.applied().subscribe(_ -> fill());
        return chips.node();
    }

    private void fill() {
        var marks = model.marks();
        chips.clear();
        chips.add(
                "span", model.span(), Span.ANY, one -> Wording.of(kit.texts(), "filter.span", one));
        chips.add("kind", model.kind(), Optional.empty(), one -> words.orAny("posting-kind", one));
        chips.add("place", model.place(), FilterViewModel.ANYWHERE, words::of);
        chips.add(
                "direction",
                model.direction(),
                Direction.BOTH,
                one -> Wording.of(kit.texts(), "filter.direction", one));
        chips.add("centre", model.centre(), FilterViewModel.OWN_MONEY, words::of);
        chips.add("medium", marks.medium(), MarksViewModel.ANY_MEDIUM, words::of);
        chips.add("least", marks.least(), "", Function.identity());
        chips.add("most", marks.most(), "", Function.identity());
        chips.add(
                "status",
                marks.status(),
                Optional.empty(),
                one -> words.orAny("filter.status", one));
        chips.add("clerk", marks.clerk(), MarksViewModel.ANYONE, words::of);
        chips.add("text", marks.text(), "", Function.identity());
    }
}
