package app.lodge.core.people;

import static app.lodge.core.people.SamplePeople.anna;
import static app.lodge.core.people.SamplePeople.numbered;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.doors.Json;
import app.lodge.core.people.Whose.By;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is meant by the name of a photograph's file.
@Tag("ID-11")
class FileNamesTest {

    @TempDir Path folder;
    private TestRegister site;
    private Person anna;
    private Person luka;
    private Person twin;
    private Person otherTwin;

    @BeforeEach
    void open() {
        site = new TestRegister(folder);
        anna = site.enrolled(anna());
        luka = site.enrolled(numbered("Luka Ivan", "Đurić-Łoś", "A-17"));
        twin = site.enrolled(numbered("Ben", "Novak", "4001"));
        otherTwin = site.enrolled(numbered("Ben", "Novak", "4002"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1.jpg,1,NUMBER",
        "0000001.JPEG,1,NUMBER",
        "00042.png,1,NUMBER",
        "42.jpg,1,NUMBER",
        "a-17.jpg,2,NUMBER",
        "4002.jpg,4,NUMBER",
        "C:\\photos\\4001.jpg,3,NUMBER",
        "Müller_Anna.jpg,1,NAME",
        "anna-mueller.png,1,NAME",
        "ANNA MULLER.jpg,1,NAME",
        "'Müller, Anna.jpg',1,NAME",
        "Duric Los Luka Ivan.jpg,2,NAME",
        "luka.ivan.đurić-łoś.jpg,2,NAME",
        "4002 Ben Novak.jpg,4,NUMBER",
        "novak_ben_(4001).jpg,3,NUMBER"
    })
    void meansOnePerson(String file, long person, By by) {
        assertThat(whose(CLERK, file)).isInstanceOf(Whose.One.class);
        var one = (Whose.One) whose(CLERK, file);
        assertThat(one.person().id()).isEqualTo(new PersonId(person));
        assertThat(one.by()).isEqualTo(by);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".jpg",
                "---.jpg",
                "99.jpg",
                "Anna.jpg",
                "Anna Maria Müller.jpg",
                "4001 Anna Müller.jpg",
                "IMG_0001.jpg",
                "99999999999999999999.jpg"
            })
    void meansNobody(String file) {
        assertThat(whose(CLERK, file)).isEqualTo(new Whose.Nobody());
    }

    @Test
    void namesakesAndNumbersOfTwoPeopleAreNeverGuessed() {
        assertThat(whose(CLERK, "Novak Ben.jpg"))
                .isEqualTo(new Whose.Several(List.of(twin, otherTwin)));
        var clash = site.enrolled(numbered("Mia", "Rot", "3"));
        var several = (Whose.Several) whose(CLERK, "3.jpg");
        assertThat(several.people()).containsExactlyInAnyOrder(clash, twin);
    }

    @Test
    @Tag("ID-55")
    void nobodyIsFoundOutOfReachNorByAHiddenNumber() {
        var hides =
                with(
                        new Mandate(
                                "x",
                                Role.CLERK.permissions(),
                                Set.of(PersonField.PERSONNEL_NUMBER.key()),
                                Scope.SITE));
        assertThat(whose(hides, "A-17.jpg")).isEqualTo(new Whose.Nobody());
        assertThat(whose(hides, "4002 Ben Novak.jpg")).isEqualTo(new Whose.Nobody());
        var found = (Whose.One) whose(hides, "2.jpg");
        assertThat(found.person().details().personnelNumber()).isEmpty();
        var kitchen =
                with(
                        new Mandate(
                                "x",
                                Role.CLERK.permissions(),
                                Set.of(),
                                new Scope.Departments(Set.of("Forschung"))));
        assertThat(whose(kitchen, "2.jpg")).isEqualTo(new Whose.Nobody());
        assertThat(whose(kitchen, "Ben Novak.jpg")).isEqualTo(new Whose.Nobody());
        assertThat(whose(kitchen, "Anna Müller.jpg")).isEqualTo(new Whose.One(anna, By.NAME));
        assertThatThrownBy(() -> whose(AUDITOR, "1.jpg")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void answersEachFileInItsOrderAndAtMostFiveHundred() {
        var portraits = Portraits.in(site.register());
        assertThat(portraits.whose(CLERK, List.of("2.jpg", "x.jpg", "1.jpg")))
                .containsExactly(
                        new Whose.One(luka, By.NUMBER),
                        new Whose.Nobody(),
                        new Whose.One(anna, By.NUMBER));
        assertThatThrownBy(() -> portraits.whose(CLERK, Collections.nCopies(501, "1.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("501");
    }

    @Test
    void theAnswerCrossesTheWire() throws Exception {
        var answer =
                List.of(
                        whose(CLERK, "1.jpg"),
                        whose(CLERK, "Novak Ben.jpg"),
                        whose(CLERK, "nobody.jpg"));
        var declared =
                Portraits.class.getMethod("whose", Actor.class, List.class).getGenericReturnType();
        assertThat(Json.read(Json.bytes(answer, declared), declared)).isEqualTo(answer);
    }

    private Whose whose(Actor actor, String file) {
        return Portraits.in(site.register()).whose(actor, List.of(file)).getFirst();
    }

    private static Actor with(Mandate mandate) {
        return new Actor(7, "Kim", Role.CLERK, "desk-1", mandate);
    }
}
