package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-46")
class LayoutShelfTest {

    private static final String ONE_TEXT =
            """
            {"schema": 1, "id": "visitor", "revision": 1, "name": "Visitor",
             "words": {"en": {"hello": "Hello"}},
             "front": {"elements": [
               {"id": "t", "kind": "text", "content": "CONTENT", "x": 10, "y": 10, "w": 60, "h": 20,
                "size": 12, "smallest": 5, "lines": 2, "showIf": "SHOWIF"}]}}
            """;

    @TempDir Path folder;

    private LayoutShelf shelf() {
        return new LayoutShelf(folder, new LayoutProof(StaffCard.RENDERER));
    }

    private static String text(String content, String showIf) {
        return ONE_TEXT.replace("CONTENT", content).replace("SHOWIF", showIf);
    }

    @Test
    void publishedRevisionsStayAsTheyAre() {
        var first = text("{person.name}", "person.name");
        shelf().publish(first);
        shelf().publish(text("{upper(person.name)}", "person.name"));
        assertThat(shelf().find("visitor").orElseThrow().revision()).isEqualTo(2);
        assertThat(shelf().find("visitor@1").orElseThrow().reference()).isEqualTo("visitor@1");
        assertThat(shelf().source("visitor@1").orElseThrow()).isEqualTo(first);
        assertThat(shelf().find("visitor@3")).isEmpty();
        assertThat(shelf().newest()).extracting("id").containsExactly("staff", "visitor");
    }

    @Test
    void aChangedStarterBecomesItsNextRevision() {
        var source = shelf().source("staff").orElseThrow();
        assertThat(shelf().publish(source)).isInstanceOf(LayoutOutcome.Accepted.class);
        assertThat(shelf().find("staff").orElseThrow().reference()).isEqualTo("staff@2");
        assertThat(shelf().find("staff@1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person.group == 'A' || person.group in ('B', 'C') && !(card.issue == '1')",
                "!card.valid-until",
                "text.hello != 'x'",
            })
    void readsConditions(String condition) {
        assertThat(shelf().publish(text("x", condition)))
                .isInstanceOf(LayoutOutcome.Accepted.class);
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({
        "{person.salary},        card.issue,            layouts.not-an-expression",
        "{text.nothing},         card.issue,            layouts.not-an-expression",
        "{exec(person.name)},    card.issue,            layouts.not-an-expression",
        "{person.name,           card.issue,            layouts.not-an-expression",
        "x,                      person.name ==,        layouts.not-an-expression",
        "x,                      ((((((((((((((((((((((((((person.name, layouts.not-an-expression",
    })
    void refusesWhatTheGrammarDoesNotKnow(String content, String showIf, String key) {
        assertThat(problems(text(content, showIf))).extracting(Problem::key).contains(key);
    }

    @Test
    void findsEveryProblemInOneReading() {
        var json =
                """
                {"schema": 1, "id": "Bad Id", "name": "x", "colour": 3,
                 "colours": {"red": "rot"},
                 "front": {"inks": "black", "elements": [
                   {"id": "a", "kind": "shape", "x": "wide", "y": 0, "w": 10, "h": 10, "fill": "#GG"},
                   {"id": "b", "kind": "picture", "asset": "none", "x": 0, "y": 0, "w": 10, "h": 10},
                   {"id": "c", "kind": "poem", "x": 0, "y": 0, "w": 10, "h": 10}]}}
                """;
        assertThat(problems(json))
                .extracting(Problem::field)
                .contains(
                        "id",
                        "colour",
                        "colours.red",
                        "front.elements[0].x",
                        "front.elements[1].asset",
                        "front.elements[2].kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\": 10   | \"x\": 1                    | layouts.too-near-the-edge",
                "\"x\": 10   | \"x\": 40                   | layouts.beyond-the-card",
                "\"lines\": 2 | \"panel\": \"overlay-hole\"  | layouts.only-shapes-make-holes",
            })
    void refusesWhatThePrinterWouldSpoil(String was, String is, String key) {
        var json = text("x", "card.issue").replace(was, is);
        assertThat(problems(json)).extracting(Problem::key).contains(key);
    }

    @Test
    void refusesTextThatTheLongestNameWouldOverflow() {
        var json = text("{person.name}", "person.name").replace("\"w\": 60", "\"w\": 8");
        assertThat(problems(json)).extracting(Problem::key).contains("layouts.text-cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"schema\": 2}", "{\"a\":1,\"a\":2}"})
    void survivesWhatIsNoLayout(String json) {
        assertThat(problems(json)).isNotEmpty();
    }

    private List<Problem> problems(String json) {
        return switch (shelf().publish(json)) {
            case LayoutOutcome.Rejected(var problems) -> problems;
            case LayoutOutcome.Accepted _ -> List.of();
        };
    }
}
