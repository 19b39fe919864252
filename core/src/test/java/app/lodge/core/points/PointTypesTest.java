package app.lodge.core.points;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.points.PointTypes.GiveOutcome;
import app.lodge.core.points.PointTypes.PutOutcome;
import app.lodge.core.points.PointTypes.Typed;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.sales.Sales;
import app.lodge.core.site.Site;
import app.lodge.core.texts.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The types of payment points are a list that the site goes on with, and each point is one of them.
@Tag("ID-14")
final class PointTypesTest {

    private static final List<String> SHIPPED =
            List.of(
                    "till",
                    "canteen",
                    "vending",
                    "drinks",
                    "turnstile",
                    "printer",
                    "copier",
                    "bicycle-garage",
                    "locker",
                    "other");

    @TempDir Path folder;
    private Site site;
    private PrivacyDesk desk;
    private DeviceId till;

    @BeforeEach
    void open() throws Exception {
        site = PrivacyDesk.open(PrivacyDesk.home(folder.resolve("home"), ""));
        desk = new PrivacyDesk(site);
        till = desk.device("till-1", DeviceKind.PAYMENT_POINT);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theShippedOnesAreThereAndCalledByALanguageEach() {
        assertThat(codes()).isEqualTo(SHIPPED);
        for (var language : Texts.LANGUAGES) {
            var texts = new Texts(language);
            var names = new HashSet<String>();
            for (var type : site.pointTypes().list(CHIEF)) {
                names.add(type.called(texts));
            }
            assertThat(names).as(language.toLanguageTag()).hasSize(SHIPPED.size());
        }
    }

    @Test
    void theSiteAddsItsOwnRenamesAndRetires() {
        put("salad-bar", " Salad bar ", false);
        put("canteen", "Hall B", false);
        put("copier", "", true);
        assertThat(codes().subList(8, 11)).containsExactly("locker", "salad-bar", "other");
        assertThat(type("salad-bar")).isEqualTo(new PointType("salad-bar", "Salad bar", false));
        assertThat(type("canteen").called(new Texts(Locale.GERMAN))).isEqualTo("Hall B");
        assertThat(type("copier")).isEqualTo(new PointType("copier", "", true));
        put("canteen", "", false);
        assertThat(type("canteen").called(new Texts(Locale.GERMAN))).isEqualTo("Kantine");
    }

    @Test
    void everyChangeStandsInTheJournalAndWhatChangesNothingDoesNot() {
        put("salad-bar", "Salad bar", false);
        put("salad-bar", "Salad bar", false);
        put("salad-bar", "Salads", true);
        give("canteen");
        give("canteen");
        List<String> kinds =
                site.books()
                        .read(sql ->
                                sql.select(JOURNAL.KIND)
                                        .from(JOURNAL)
                                        .where(JOURNAL.KIND.like("point-type.%"))
                                        .orderBy(JOURNAL.ID)
                                        .fetch(JOURNAL.KIND));
        assertThat(kinds)
                .containsExactly("point-type.added", "point-type.changed", "point-type.given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Salad",
                "salad bar",
                "-salad",
                "salad-",
                "abcdefghijklmnopqrstuvwxy"
            })
    void aCodeIsShortAndPlain(String code) {
        assertThat(refused(code, "Salad bar", false)).contains("code: point-types.code-form");
    }

    @Test
    void whatIsWrongIsToldAndNothingIsKept() {
        assertThat(refused("salad-bar", " ", false)).containsExactly("name: point-types.name-form");
        assertThat(refused("salad-bar", "S".repeat(61), false))
                .containsExactly("name: point-types.name-form");
        assertThat(refused("salad-bar", "a\nb", false))
                .containsExactly("name: point-types.name-form");
        assertThat(refused("other", "", true)).containsExactly("retired: point-types.other-stays");
        put("salad-bar", "Salads", false);
        assertThat(refused("salads", "SALADS", false))
                .containsExactly("name: point-types.name-taken");
        assertThat(codes()).hasSize(SHIPPED.size() + 1);
    }

    @Test
    void aPointIsOtherUntilSomebodySaysWhatItIs() {
        desk.device("cabinet-1", DeviceKind.LOCKER_CABINET);
        assertThat(site.pointTypes().points(CLERK)).containsExactly(new Typed(till, type("other")));
        give("vending");
        assertThat(site.pointTypes().points(CLERK))
                .containsExactly(new Typed(till, type("vending")));
        give("drinks");
        assertThat(site.pointTypes().points(CLERK))
                .containsExactly(new Typed(till, type("drinks")));
    }

    @Test
    void aRetiredTypeStaysWhereItIsAndComesNowhereElse() {
        give("copier");
        put("copier", "", true);
        give("copier");
        assertThat(site.pointTypes().points(CLERK).getFirst().type().code()).isEqualTo("copier");
        var second = desk.device("till-2", DeviceKind.PAYMENT_POINT);
        assertThat(notGiven(second, "copier")).isEqualTo("point-types.retired");
        assertThat(notGiven(second, "fountain")).isEqualTo("point-types.unknown");
        var cabinet = desk.device("cabinet-1", DeviceKind.LOCKER_CABINET);
        assertThat(notGiven(cabinet, "locker")).isEqualTo("point-types.not-a-point");
        assertThat(notGiven(new DeviceId(99), "locker")).isEqualTo("point-types.not-a-point");
    }

    @Test
    @Tag("ID-51")
    void turnoverIsToldByType() {
        var person = desk.enrolled(PersonDetails.named("Ida", "Pays"));
        var card = new Uid("04112233445566");
        desk.card(person, card);
        desk.topUp(person, 1_000);
        var kiosk = desk.device("till-2", DeviceKind.PAYMENT_POINT);
        give("canteen");
        desk.pay(till, card, 150);
        desk.pay(kiosk, card, 250);
        assertThat(points(null)).containsExactly("till-1 canteen", "till-2 other");
        assertThat(points("canteen")).containsExactly("till-1 canteen");
        assertThat(points("other")).containsExactly("till-2 other");
        assertThat(points("vending")).isEmpty();
        assertThat(sold("canteen")).containsExactly(till.number());
    }

    private List<String> points(@Nullable String type) {
        return site.sales().points(CHIEF, frame(type)).stream()
                .map(row -> row.label() + " " + row.type().code())
                .toList();
    }

    private List<Long> sold(@Nullable String type) {
        return site.sales().sold(CHIEF, frame(type)).stream()
                .map(Sales.SoldRow::point)
                .distinct()
                .toList();
    }

    private Sales.Frame frame(@Nullable String type) {
        var today = LocalDate.ofInstant(site.books().clock().instant(), java.time.ZoneOffset.UTC);
        return new Sales.Frame(today.minusDays(2), today.plusDays(2), Sales.Step.MONTH, null, type);
    }

    @Test
    @Tag("ID-55")
    void whoMayNotConfigureDevicesOnlyLooks() {
        var type = new PointType("salad-bar", "Salad bar", false);
        assertThatThrownBy(() -> site.pointTypes().put(CLERK, RequestId.fresh(), type))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> site.pointTypes().give(CLERK, RequestId.fresh(), till, "canteen"))
                .isInstanceOf(NotPermitted.class);
        assertThat(site.pointTypes().list(CLERK)).hasSize(SHIPPED.size());
    }

    private List<String> codes() {
        return site.pointTypes().list(CHIEF).stream().map(PointType::code).toList();
    }

    private PointType type(String code) {
        return site.pointTypes().list(CHIEF).stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void put(String code, String name, boolean retired) {
        assertThat(
                        site.pointTypes()
                                .put(CHIEF, RequestId.fresh(), new PointType(code, name, retired)))
                .isInstanceOf(PutOutcome.Done.class);
    }

    private List<String> refused(String code, String name, boolean retired) {
        var outcome =
                (PutOutcome.Rejected)
                        site.pointTypes()
                                .put(CHIEF, RequestId.fresh(), new PointType(code, name, retired));
        return outcome.problems().stream()
                .map(problem -> problem.field() + ": " + problem.key())
                .toList();
    }

    private void give(String code) {
        assertThat(site.pointTypes().give(CHIEF, RequestId.fresh(), till, code))
                .isInstanceOf(GiveOutcome.Done.class);
    }

    private String notGiven(DeviceId point, String code) {
        var outcome =
                (GiveOutcome.Rejected)
                        site.pointTypes().give(CHIEF, RequestId.fresh(), point, code);
        return outcome.problems().stream().map(Problem::key).findFirst().orElseThrow();
    }
}
