package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutSide;
import java.util.ArrayList;
import java.util.List;

/// Draws a layout with one card's fields into the printer's planes: the only renderer, so that
/// preview, PNG, PDF and printed card cannot differ (ID-40, ID-46). Needs no screen. Uses bundled
/// fonts only and draws text as outlines, so that the pixels do not depend on the machine's fonts.
/// Safe for several threads.
public final class CardRenderer {

    private final CardFonts fonts = new CardFonts();
    private final BarcodeCheck check = new BarcodeCheck();

    public Rendering render(Layout layout, CardFields fields) {
        var findings = new ArrayList<Finding>();
        var front = side(layout, layout.front(), fields, findings);
        var back = layout.back();
        return new Rendering(
                new CardFaces(front, back == null ? null : side(layout, back, fields, findings)),
                findings);
    }

    private CardFace side(
            Layout layout, LayoutSide side, CardFields fields, List<Finding> findings) {
        var painter = new SidePainter(layout, fields, fonts);
        side.elements().forEach(painter::paint);
        var face = painter.finish();
        findings.addAll(painter.findings());
        findings.addAll(check.unreadable(face, painter.codes()));
        return face;
    }
}
