package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.rights.Day;
import app.lodge.core.rights.Window;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.HoursFields.Entered;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days and hours: entered in small fields, written as each language does.
@Tag("ID-49")
class HoursFieldsTest {

    private static final List<Window> WINDOWS =
            List.of(
                    Window.weekdays(660, 840),
                    new Window(EnumSet.of(Day.SATURDAY, Day.SUNDAY, Day.HOLIDAY), 0, 1440),
                    new Window(EnumSet.of(Day.FRIDAY), 1320, 120));

    private final HoursFields hours = new HoursFields();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Mon–Fri 11:00–14:00; Sat, Sun, Holidays all day; Fri 22:00–02:00 (next day)",
                "de | Mo–Fr 11:00–14:00; Sa, So, Feiertage ganztägig; Fr 22:00–02:00 (am Folgetag)",
                "fr | lun.–ven. 11:00–14:00 ; sam., dim., fériés toute la journée ; ven. 22:00–02:00 (le lendemain)",
                "hr | pon–pet 11:00–14:00; sub, ned, praznici cijeli dan; pet 22:00–02:00 (idući dan)",
                "pl | pon.–pt. 11:00–14:00; sob., niedz., święta cały dzień; pt. 22:00–02:00 (następnego dnia)",
                "zh | 周一至周五 11:00–14:00；周六、周日、节假日 全天；周五 22:00–02:00（次日）"
            })
    void eachLanguageWritesThemAsItDoes(String language, String words) {
        var kit =
                new Kit(
                        new Texts(
                                language.equals("zh")
                                        ? Locale.SIMPLIFIED_CHINESE
                                        : Locale.of(language)),
                        (_, _) -> {},
                        ZoneOffset.UTC);
        assertThat(HoursWords.of(kit, WINDOWS)).isEqualTo(words);
    }

    @Test
    void whatIsShownIsEnteredAgain() {
        hours.show(WINDOWS);
        assertThat(hours.entered("hours")).isEqualTo(new Entered.Hours(WINDOWS));
        hours.remove(hours.rows().getFirst());
        assertThat(hours.entered("hours")).isEqualTo(new Entered.Hours(WINDOWS.subList(1, 3)));
        hours.show(List.of());
        assertThat(hours.entered("hours")).as("always").isEqualTo(new Entered.Hours(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 9, 420, 540",
        "7:30, 9.15, 450, 555",
        "0730, 24:00, 450, 1440",
        "8, 0, 480, 1440"
    })
    void timesAreTypedAsPeopleDo(String from, String to, int begin, int end) {
        type(from, to);
        assertThat(hours.entered("hours"))
                .isEqualTo(new Entered.Hours(List.of(Window.weekdays(begin, end))));
    }

    @ParameterizedTest
    @CsvSource({
        "noon, 14, noon, hours.malformed",
        "24:00, 14, 24:00, hours.malformed",
        "8, 25, 25, hours.malformed",
        "8:60, 9, 8:60, hours.malformed",
        "8, 8:00, 8:00, hours.nothing-between",
        "0, 24, ok, ok"
    })
    void whatIsNoTimeIsNamed(String from, String to, String value, String key) {
        type(from, to);
        assertThat(hours.entered("hours"))
                .isEqualTo(
                        key.equals("ok")
                                ? new Entered.Hours(List.of(Window.weekdays(0, 1440)))
                                : new Entered.Faulty(List.of(Problem.of("hours", value, key))));
    }

    @Test
    void withoutADayTheyHoldNever() {
        type("8", "9");
        for (var day : Day.values()) {
            hours.rows().getFirst().on(day).set(false);
        }
        assertThat(hours.entered("hours"))
                .isEqualTo(new Entered.Faulty(List.of(Problem.of("hours", "", "hours.no-day"))));
    }

    private void type(String from, String to) {
        hours.add();
        hours.rows().getFirst().from().set(from);
        hours.rows().getFirst().to().set(to);
    }
}
