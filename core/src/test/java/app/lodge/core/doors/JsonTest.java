package app.lodge.core.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Page;
import app.lodge.core.media.CardJobs;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.settings.SiteSettings;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTest {

    private static final Person ANNA =
            new Person(
                    new PersonId(7),
                    PersonState.ACTIVE,
                    1,
                    new PersonDetails(
                            "Anna",
                            "Šimić",
                            LocalDate.of(2001, 2, 3),
                            "17",
                            "",
                            "",
                            "IT",
                            "",
                            "",
                            "",
                            "",
                            "HR",
                            ""),
                    Instant.parse("2026-11-22T08:00:00.123456Z"));

    interface Shapes {
        Optional<Person> perhaps();

        Page<Person> page();

        Map<String, String> map();

        Duration duration();
    }

    @Test
    void rulesWithATariffComeBackAsTheyWere() {
        var standard = AccountRules.STANDARD;
        var rules =
                new AccountRules(
                        standard.transfers(),
                        standard.approvals(),
                        new Tariff(500, 250, Map.of(BlockReason.LOST, 150L), "standard"),
                        Map.of("standard", 1_900),
                        24);
        var text = Json.text(rules, AccountRules.class);
        assertThat(text).contains("\"LOST\":150");
        assertThat(Json.<AccountRules>read(text, AccountRules.class)).isEqualTo(rules);
    }

    @Test
    void anIdentifierIsItsOneComponent() {
        assertThat(Json.text(new PersonId(7), PersonId.class)).isEqualTo("7");
        assertThat(Json.read("7", PersonId.class)).isEqualTo(new PersonId(7));
    }

    @Test
    void aCaseOfASealedInterfaceCarriesItsName() {
        var enrolled = new EnrolOutcome.Enrolled(ANNA, new AccountId(3));
        var json = Json.text(enrolled, EnrolOutcome.class);
        assertThat(json).contains("\"is\":\"Enrolled\"");
        assertThat(Json.read(json, EnrolOutcome.class)).isEqualTo(enrolled);
        var unknown = new CardJobs.OrderOutcome.PersonUnknown(new PersonId(9));
        assertThat(
                        Json.read(
                                Json.text(unknown, CardJobs.OrderOutcome.class),
                                CardJobs.OrderOutcome.class))
                .isEqualTo(unknown);
    }

    @Test
    void everyShapeComesBackAsItWent() throws Exception {
        back("perhaps", Optional.of(ANNA));
        back("perhaps", Optional.empty());
        back("page", new Page<>(List.of(ANNA), "x"));
        back("page", new Page<>(List.of(), null));
        back("map", Map.of("b", "2", "a", "1"));
        back("duration", Duration.ofMillis(1500));
        var site =
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Zagreb"), "de");
        assertThat(Json.read(Json.text(site, SiteSettings.class), SiteSettings.class))
                .isEqualTo(site);
        var money = Money.of(-1250, "JPY");
        assertThat(Json.read(Json.text(money, Money.class), Money.class)).isEqualTo(money);
    }

    @Test
    void canonicalTextHasOneFormForOneContent() {
        assertThat(Json.canonical(Map.of("b", 2, "a", List.of("x", Map.of("z", true, "y", 1L)))))
                .isEqualTo("{\"a\":[\"x\",{\"y\":1,\"z\":true}],\"b\":2}");
    }

    @Test
    void whatIsMissingOrMalformedIsRefused() {
        assertThatThrownBy(() -> Json.read("{\"currency\":\"EUR\"}", Money.class))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("{\"is\":\"Nonsense\"}", EnrolOutcome.class))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("[[[[", Money.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static void back(String shape, Object value) throws Exception {
        Type type = Shapes.class.getMethod(shape).getGenericReturnType();
        assertThat(Json.read(Json.bytes(value, type), type)).isEqualTo(value);
    }
}
