package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What ships is good enough to be printed at once, in each language (ID-46).
@Tag("ID-46")
class StarterLayoutsTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "hr", "pl", "zh");

    static Stream<String> starters() {
        return LayoutShelf.STARTERS.stream();
    }

    @ParameterizedTest
    @MethodSource("starters")
    void holdsTheLongestValuesInEveryLanguage(String id) {
        var layout = LayoutShelf.starter(id);
        assertThat(layout.words().keySet()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
        assertThat(new LayoutProof(StaffCard.RENDERER).problems(layout)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("starters")
    void isWrittenAsItIsRead(String id) {
        var layout = LayoutShelf.starter(id);
        var again = new LayoutReader().read(LayoutWriter.write(layout));
        assertThat(again).isEqualTo(new LayoutOutcome.Accepted(layout));
    }

    /// Words beside words must not run into one another in any language.
    @ParameterizedTest
    @MethodSource("starters")
    void givesEachTextAPlaceOfItsOwn(String id) {
        for (var side : LayoutShelf.starter(id).sides()) {
            var texts = side.elements().stream().filter(Element.Text.class::isInstance).toList();
            for (var one : texts) {
                assertThat(texts)
                        .filteredOn(other -> other != one)
                        .as("texts that share paper with '%s'", one.frame().id())
                        .noneMatch(other -> other.frame().box().meets(one.frame().box()));
            }
        }
    }

    /// `-Dcards=DIR` keeps the pictures, to be looked at.
    @ParameterizedTest
    @MethodSource("starters")
    void printsAnOrdinaryCardWithoutAnyRemark(String id) {
        var layout = LayoutShelf.starter(id);
        for (var language : LANGUAGES) {
            var fields =
                    new CardFields(
                            StaffCard.fields("Hannah Lindqvist").values(),
                            StaffCard.picture(350, 450, "png"),
                            language);
            var drawn = StaffCard.RENDERER.render(layout, fields);
            keep(id + "-" + language, drawn);
            assertThat(drawn.printable()).isTrue();
            assertThat(drawn.findings()).filteredOn(Finding.TextCut.class::isInstance).isEmpty();
        }
    }

    private static void keep(String name, Rendering drawn) {
        var folder = System.getProperty("cards");
        if (folder != null) {
            try {
                Files.createDirectories(Path.of(folder));
                int side = 1;
                for (var face : drawn.faces().sides()) {
                    var file = Path.of(folder, name + "-" + side++ + ".png");
                    ImageIO.write(face.composed(), "png", file.toFile());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
