package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Guides;
import app.lodge.personalization.layouts.model.Guides.Guide;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What only the designer sees travels in the layout's file, and the card looks the same without it.
@Tag("ID-46")
class GuidesAndGroupsTest {

    private static Layout marked() {
        var plain = LayoutShelf.starter("staff");
        var guides = new Guides(List.of(61_000, 5_500), List.of(13_370));
        var grouped =
                plain.front().elements().stream()
                        .map(each ->
                                each.frame().id().equals("rule") || each.frame().id().equals("name")
                                        ? each.in(each.frame().grouped("name and rule"))
                                        : each)
                        .toList();
        return plain.withSides(plain.front().with(grouped).with(guides), plain.back());
    }

    @Test
    void goIntoTheFileAndComeBack() {
        var read = new LayoutReader().read(LayoutWriter.write(marked()));
        assertThat(read).isEqualTo(new LayoutOutcome.Accepted(marked()));
    }

    @Test
    void areNotInTheFileOfALayoutWithoutThem() {
        assertThat(LayoutWriter.write(LayoutShelf.starter("staff")))
                .doesNotContain("guides", "\"group\" :");
    }

    @Test
    void leaveTheCardAsItIsToThePixel() {
        var renderer = new CardRenderer();
        var fields = CardFields.longest("en");
        assertThat(renderer.render(marked(), fields).faces().front().sha256())
                .isEqualTo(
                        renderer.render(LayoutShelf.starter("staff"), fields)
                                .faces()
                                .front()
                                .sha256());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"x\": 90}            | front.guides[0].x | layouts.number-wrong",
                "{\"y\": -1}            | front.guides[0].y | layouts.number-wrong",
                "{}                     | front.guides[0].y | layouts.number-wrong",
                "{\"x\": 1, \"z\": 2}   | front.guides[0].z | layouts.unknown-member",
                "{\"x\": 1, \"y\": 2}   | front.guides[0].y | layouts.unknown-member",
            })
    void thatAreNoneAreRefusedByName(String guide, String field, String key) {
        var json = LayoutWriter.write(marked());
        int from = json.indexOf("\"guides\"");
        var wrong =
                json.substring(0, from)
                        + "\"guides\" : ["
                        + guide
                        + "]"
                        + json.substring(json.indexOf(']', from) + 1);
        assertThat(new LayoutReader().read(wrong))
                .isInstanceOfSatisfying(
                        LayoutOutcome.Rejected.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::field, Problem::key)
                                        .contains(org.assertj.core.groups.Tuple.tuple(field, key)));
    }

    @Test
    void aGuideStaysOnTheCardHoweverFarItIsMoved() {
        assertThat(new Guide(true, 80_000).moved(10_000).onCard()).isTrue();
        assertThat(new Guide(false, 100).moved(-10_000).at()).isZero();
        assertThat(new Guides(List.of(5, 3, 5), List.of()).across()).containsExactly(3, 5);
    }
}
