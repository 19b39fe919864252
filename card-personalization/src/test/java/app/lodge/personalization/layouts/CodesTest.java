package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Turn;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutSide;
import app.lodge.personalization.layouts.model.LayoutSide.Inks;
import app.lodge.personalization.layouts.model.Panel;
import app.lodge.personalization.layouts.model.Symbology;
import app.lodge.personalization.layouts.model.Template;
import app.lodge.personalization.layouts.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of code is read back by a reader that we did not write, however it stands on the card
/// (ID-46).
@Tag("ID-46")
class CodesTest {

    private static final String CONTENT = "0001234-02";

    private static Rendering drawn(Symbology symbology, Turn turn, Box box, String content) {
        var frame = new Element.Frame("code", box, Panel.K, null, turn, false);
        var template = new Template(List.of(new Value.Literal(content)));
        var side =
                new LayoutSide(
                        Inks.BLACK, List.of(new Element.Barcode(frame, symbology, template)));
        var layout = new Layout("c", 1, "Codes", Map.of(), Map.of(), Set.of(), null, side, null);
        return StaffCard.RENDERER.render(layout, CardFields.longest("en"));
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackTurnedByEachQuarter(Symbology symbology) {
        for (var turn : Turn.values()) {
            var box = new Box(5_000, 5_000, 46_000, 44_000);
            assertThat(drawn(symbology, turn, box, CONTENT).findings()).as(turn.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereItsBoxIsTooSmall(Symbology symbology) {
        var box = new Box(5_000, 5_000, 4_000, 2_500);
        assertThat(drawn(symbology, Turn.NONE, box, CONTENT).findings())
                .isNotEmpty()
                .hasOnlyElementsOfType(Finding.BarcodeTooSmall.class);
    }
}
