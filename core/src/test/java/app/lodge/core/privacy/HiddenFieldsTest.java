package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.ZVJEZDANA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.doors.Json;
import app.lodge.core.exports.Entity;
import app.lodge.core.media.Uid;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.Reach;
import app.lodge.core.privacy.Privacy.DossierOutcome;
import app.lodge.core.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever's role hides a field gets it through no door: field by field, every way that there is (ID-55).
@Tag("ID-55")
final class HiddenFieldsTest {

    @TempDir static Path folder;
    private static Site site;
    private static PersonId person;
    private static byte[] photo;

    @BeforeAll
    static void open() throws Exception {
        site = PrivacyDesk.open(PrivacyDesk.home(folder.resolve("home"), ""));
        var desk = new PrivacyDesk(site);
        photo = DeletedIsDeletedContract.noise(1);
        person = desk.imported(List.of(photo));
        assertThat(
                        site.signatures()
                                .keep(
                                        PrivacyDesk.CLERK,
                                        RequestId.fresh(),
                                        person,
                                        app.lodge.core.people.SignatureSource.FILE,
                                        photo))
                .isInstanceOf(app.lodge.core.people.SignatureOutcome.Kept.class);
        new TiedDown(site, person, desk.card(person, new Uid("04112233445566"))).tie();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    static List<String> hideable() {
        return Reach.hideable();
    }

    @ParameterizedTest
    @MethodSource("hideable")
    void noDoorGivesAHiddenField(String field) throws Exception {
        assertThat(everyWay(seeing(Set.of()))).as("something to hide").contains(value(field));
        assertThat(everyWay(seeing(Set.of(field)))).doesNotContain(value(field));
    }

    /// Besides the name.
    private static final List<String> FOUND_BY =
            List.of("personnelNumber", "email", "group", "branch");

    @ParameterizedTest
    @MethodSource("hideable")
    void nobodyIsFoundByAHiddenField(String field) {
        if (!FOUND_BY.contains(field)) {
            return; // nobody is found by the others at all
        }
        var open = seeing(Set.of());
        var blind = seeing(Set.of(field));
        var sought = value(field);
        assertThat(site.people().count(open, sought)).isEqualTo(1);
        assertThat(site.search().find(open, sought, 9)).isNotEmpty();
        assertThat(site.people().count(blind, sought)).isZero();
        assertThat(site.people().list(blind, sought, null, 9).rows()).isEmpty();
        assertThat(site.search().find(blind, sought, 9)).isEmpty();
        assertThat(site.people().count(blind, ZVJEZDANA.familyName())).isEqualTo(1);
        for (var other : FOUND_BY) {
            assertThat(site.people().count(blind, value(other)))
                    .as(other)
                    .isEqualTo(other.equals(field) ? 0 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("hideable")
    void whatIsHiddenStaysAsItWas(String field) {
        var blind = seeing(Set.of(field));
        var seen = site.people().find(blind, person).orElseThrow();
        assertThat(
                        site.people()
                                .change(
                                        blind,
                                        RequestId.fresh(),
                                        person,
                                        seen.revision(),
                                        seen.details()))
                .isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(site.people().find(seeing(Set.of()), person).orElseThrow().details())
                .isEqualTo(ZVJEZDANA);
    }

    private static Actor seeing(Set<String> hidden) {
        return new Actor(
                9,
                "Iva",
                Role.ADMINISTRATOR,
                "desk-3",
                new Mandate("Own", Role.ADMINISTRATOR.permissions(), hidden, Scope.SITE));
    }

    private static String value(String field) {
        return switch (field) {
            case Reach.BANK -> TiedDown.IBAN;
            case Reach.PHOTO -> "photograph";
            case Reach.SIGNATURE -> "drawn by hand";
            case "country" -> "country:HR";
            default -> PersonField.named(field).map(one -> one.of(ZVJEZDANA)).orElseThrow();
        };
    }

    /// All that the doors tell of the person, as one text. The country's two letters are marked, because
    /// they are everywhere.
    private static String everyWay(Actor actor) throws Exception {
        var text = new StringBuilder();
        var people = site.people();
        tell(text, people.find(actor, person).orElseThrow());
        people.list(actor, ZVJEZDANA.familyName(), null, 9).rows().forEach(one -> tell(text, one));
        text.append(site.search().find(actor, ZVJEZDANA.familyName(), 9));
        people.photo(actor, person).ifPresent(_ -> text.append("photograph"));
        site.mandates()
                .ofPerson(actor, person)
                .forEach(one -> text.append(one.bank() == null ? "" : one.bank().iban()));
        site.bankFiles()
                .content(actor, 1)
                .ifPresent(xml -> text.append(new String(xml, StandardCharsets.UTF_8)));
        var rows = site.exports().read(actor, Entity.PEOPLE, null).rows();
        rows.forEach(row -> text.append(row).append(row.contains("HR") ? "country:HR" : ""));
        preview(actor)
                .rows()
                .forEach(row ->
                        text.append(row.details())
                                .append("country:")
                                .append(row.details().country()));
        preview(actor).missing().forEach(one -> tell(text, one));
        var gathered =
                (DossierOutcome.Gathered)
                        site.privacy()
                                .everything(actor, RequestId.fresh(), person, Purpose.AUDIT, "A-1");
        var dossier = gathered.dossier();
        text.append(Json.text(dossier, Dossier.class));
        dossier.former().forEach(one -> text.append("country:").append(one.details().country()));
        text.append(dossier.photographs().isEmpty() ? "" : "photograph");
        text.append(dossier.signatures().isEmpty() ? "" : "drawn by hand");
        site.signatures().current(actor, person).ifPresent(_ -> text.append("drawn by hand"));
        site.signatures().history(actor, person).forEach(_ -> text.append("drawn by hand"));
        site.signatures().picture(actor, 1).ifPresent(_ -> text.append("drawn by hand"));
        assertThat(dossier.leftOut())
                .containsExactlyInAnyOrderElementsOf(actor.mandate().hiddenFields());
        return text.toString().replace("photographs", "").replace("leftOut", "");
    }

    private static void tell(StringBuilder text, app.lodge.core.people.Person one) {
        text.append(one.details()).append("country:").append(one.details().country());
    }

    private static PersonnelImport.Preview preview(Actor actor) {
        var content = "Nr;Mail\n" + ZVJEZDANA.personnelNumber() + ";x@example.test\n";
        return site.personnelImport()
                .preview(
                        actor,
                        new PersonnelFile("p.csv", content.getBytes(StandardCharsets.UTF_8)),
                        new Mapping("", Map.of("Nr", "personnelNumber", "Mail", "email")));
    }
}
