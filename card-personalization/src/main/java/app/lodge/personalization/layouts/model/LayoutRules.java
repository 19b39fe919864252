package app.lodge.personalization.layouts.model;

import app.lodge.core.books.Problem;
import java.util.HashSet;
import java.util.List;

/// What a readable layout must also keep to be printable: unique ids, nothing beyond the card, text
/// and codes away from the edge, no colour where the ribbon has only black.
final class LayoutRules {

    private final Layout layout;
    private final List<Problem> problems;

    LayoutRules(Layout layout, List<Problem> problems) {
        this.layout = layout;
        this.problems = problems;
    }

    void check() {
        var ids = new HashSet<String>();
        for (var side : layout.sides()) {
            var spoilt = layout.zones().stream().filter(zone -> zone.on(side == layout.front()));
            var zones = spoilt.toList();
            for (var element : side.elements()) {
                var frame = element.frame();
                if (!ids.add(frame.id())) {
                    problem(frame, "layouts.id-twice");
                }
                if (!(element instanceof Element.Shape) && !frame.box().keeps(-Box.BLEED)) {
                    problem(frame, "layouts.beyond-the-card", "0.5");
                }
                if (isReadByPeopleOrMachines(element) && !frame.box().keeps(Box.SAFE)) {
                    problem(frame, "layouts.too-near-the-edge", Box.SAFE / 1000);
                }
                for (var zone : zones) {
                    if (isReadByPeopleOrMachines(element) && frame.box().meets(zone.box())) {
                        problem(frame, "layouts.in-a-zone", LayoutJson.spelling(zone));
                    }
                }
                if (side.inks() == LayoutSide.Inks.BLACK && frame.panel() == Panel.COLOUR) {
                    problem(frame, "layouts.colour-on-black-side");
                }
                if (element instanceof Element.Photo && frame.panel() == Panel.K) {
                    problem(frame, "layouts.photo-needs-colour");
                }
                if (frame.panel() == Panel.OVERLAY_HOLE && !(element instanceof Element.Shape)) {
                    problem(frame, "layouts.only-shapes-make-holes");
                }
            }
        }
    }

    private static boolean isReadByPeopleOrMachines(Element element) {
        return switch (element) {
            case Element.Text _, Element.Barcode _ -> true;
            case Element.Photo _, Element.Signature _, Element.Picture _, Element.Shape _ -> false;
        };
    }

    private void problem(Element.Frame frame, String key, Object... arguments) {
        problems.add(Problem.of(frame.id(), frame.id(), key, arguments));
    }
}
