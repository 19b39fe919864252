package app.lodge.personalization.layouts;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Layout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Draws a layout with long values in every language of its own, before it is published: what is
/// cut or unreadable then would be so on somebody's card.
public final class LayoutProof {

    private final CardRenderer renderer;

    public LayoutProof(CardRenderer renderer) {
        this.renderer = renderer;
    }

    public List<Problem> problems(Layout layout) {
        var problems = new LinkedHashSet<Problem>();
        var languages = layout.words().isEmpty() ? Set.of("en") : layout.words().keySet();
        for (var language : languages) {
            for (var finding : renderer.render(layout, CardFields.longest(language)).findings()) {
                if (finding.blocks() || finding instanceof Finding.TextCut) {
                    problems.add(finding.problem());
                }
            }
        }
        return List.copyOf(problems);
    }
}
