package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.issuing.OnePlan;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-46")
class LayoutShelfTest {

    private static final String ONE_TEXT =
            """
            {"schema": 1, "id": "lobby", "revision": 1, "name": "Lobby",
             "words": {"en": {"hello": "Hello"}},
             "front": {"elements": [
               {"id": "t", "kind": "text", "content": "CONTENT", "x": 10, "y": 10, "w": 60, "h": 20,
                "size": 12, "smallest": 5, "lines": 2, "showIf": "SHOWIF"}]}}
            """;

    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk");

    private final SiteLayouts site = new SiteLayouts();

    /// One that has read nothing yet.
    private LayoutShelf shelf() {
        return new LayoutShelf(
                site,
                new LayoutProof(StaffCard.RENDERER),
                new LayoutPlans(new OnePlan(ShippedPlans.lodgeId())));
    }

    private LayoutOutcome publish(int after, String json) {
        return shelf().publish(ADMIN, RequestId.fresh(), after, json);
    }

    private static String text(String content, String showIf) {
        return ONE_TEXT.replace("CONTENT", content).replace("SHOWIF", showIf);
    }

    @Test
    void publishedRevisionsStayAsTheyAre() {
        publish(0, text("{person.name}", "person.name"));
        publish(1, text("{upper(person.name)}", "person.name"));

        assertThat(shelf().find(ADMIN, "lobby").orElseThrow().revision()).isEqualTo(2);
        assertThat(shelf().find(ADMIN, "lobby@1").orElseThrow().reference()).isEqualTo("lobby@1");
        assertThat(shelf().find(ADMIN, "lobby@3")).isEmpty();
        assertThat(shelf().newest(ADMIN))
                .extracting(Layout::reference)
                .containsExactly(
                        "staff@1",
                        "student@1",
                        "visitor@1",
                        "resident@1",
                        "member@1",
                        "plain@1",
                        "lobby@2");
    }

    @Test
    @Tag("ID-47")
    void aLayoutNamesAPlanThatNewCardsGetOrIsNotPublished() {
        var named =
                text("x", "card.issue")
                        .replace("\"revision\": 1", "\"revision\": 1, \"plan\": \"PLAN\"");
        assertThat(publish(0, named.replace("PLAN", "nobodys@3")))
                .isInstanceOfSatisfying(
                        LayoutOutcome.Rejected.class,
                        no ->
                                assertThat(no.problems())
                                        .extracting(Problem::key)
                                        .containsExactly("layouts.plan-unknown"));
        assertThat(publish(0, named.replace("PLAN", "lodge-id@1")))
                .isInstanceOf(LayoutOutcome.Accepted.class);
        var published = shelf().find(ADMIN, "lobby").orElseThrow();
        assertThat(shelf().plan(ADMIN, published)).contains(ShippedPlans.lodgeId());
        assertThat(shelf().naming(ADMIN, ShippedPlans.lodgeId())).containsExactly(published);
        assertThat(shelf().naming(ADMIN, ShippedPlans.withPurse())).isEmpty();
    }

    @Test
    void aChangedStarterBecomesItsNextRevision() {
        var changed = LayoutWriter.write(LayoutShelf.starter("staff"));

        assertThat(publish(1, changed)).isInstanceOf(LayoutOutcome.Accepted.class);

        assertThat(shelf().find(ADMIN, "staff").orElseThrow().reference()).isEqualTo("staff@2");
        assertThat(shelf().find(ADMIN, "staff@1")).isPresent();
        assertThat(publish(1, changed)).isEqualTo(new LayoutOutcome.Overtaken("staff@2"));
    }

    @Test
    @Tag("ID-13")
    void aPersonGetsTheLayoutOfTheirGroupOrTheSiteOrTheUsualOne() {
        var anybody = new PersonId(7);
        assertThat(shelf().of(ADMIN, anybody).reference()).isEqualTo("staff@1");

        site.used = "resident";
        assertThat(shelf().of(ADMIN, anybody).reference()).isEqualTo("resident@1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person.group == 'A' || person.group in ('B', 'C') && !(card.issue == '1')",
                "!card.valid-until",
                "text.hello != 'x'",
            })
    void readsConditions(String condition) {
        assertThat(publish(0, text("x", condition))).isInstanceOf(LayoutOutcome.Accepted.class);
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
        return switch (publish(0, json)) {
            case LayoutOutcome.Rejected(var problems) -> problems;
            case LayoutOutcome.Accepted _, LayoutOutcome.Overtaken _ -> List.of();
        };
    }
}
