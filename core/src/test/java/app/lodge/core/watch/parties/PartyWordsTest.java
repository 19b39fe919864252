package app.lodge.core.watch.parties;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceBoard.Fault;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceBoard.OnDuty;
import app.lodge.core.money.Money;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.SiteGauges.Uncredited;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;

/// Whatever a kind of party may see, and in whatever language: what it may not see is in none of its messages,
/// and what it may see is.
@Tag("SAFE-32")
class PartyWordsTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T20:00:00Z");
    private static final Instant CERTIFICATE = Instant.parse("2031-03-09T12:00:00Z");

    /// Of devices' matters, and of card payments.
    private static final List<Matter> MATTERS =
            List.of(
                    Matter.SILENCE,
                    Matter.FAULT,
                    Matter.LEVEL,
                    Matter.CERTIFICATE,
                    Matter.LISTS_BEHIND,
                    Matter.OUT_OF_STEP,
                    Matter.CARD_REFUSED);

    @Property(tries = 300)
    void noForbiddenValueIsInAnyMessage(
            @ForAll @Size(max = 7) Set<Sight> seen,
            @ForAll @IntRange(min = 0, max = 6) int matter,
            @ForAll @IntRange(min = 0, max = 5) int language,
            @ForAll @IntRange(min = 4_100_000, max = 4_999_999) int number) {
        var values = values(number);
        var locale = Texts.LANGUAGES.get(language);
        var facts = facts(MATTERS.get(matter), number);
        var words =
                new PartyWords(
                        new Texts(Locale.forLanguageTag(locale.getLanguage())),
                        ZoneId.of("UTC"),
                        facts.seenBy(seen));
        var mail = plain(words.subject() + "\n" + words.text());
        var body = plain(words.body("key"));
        assertThat(mail).contains("Safe");
        values.forEach((sight, all) -> {
            for (var value : all) {
                if (seen.contains(sight)) {
                    assertThat(mail + body).as("%s for %s", sight, seen).contains(value);
                } else {
                    assertThat(mail).as("%s for %s", sight, seen).doesNotContain(value);
                    assertThat(body).as("%s for %s", sight, seen).doesNotContain(value);
                }
            }
        });
    }

    /// Digits as they are, however a language groups them.
    private static String plain(String text) {
        return text.replaceAll("(?<=\\d)[\\s,.\u00a0\u202f'’](?=\\d)", "");
    }

    /// Numbers that stand nowhere else: each sight has its own first digits.
    private static Map<Sight, List<String>> values(int number) {
        var values = new EnumMap<Sight, List<String>>(Sight.class);
        values.put(Sight.PLACE, List.of("Place" + number));
        values.put(Sight.FILL, List.of("notes" + number, "51" + number, "52" + number));
        values.put(Sight.FAULT, List.of("JAM" + number));
        values.put(Sight.VERSIONS, List.of("9-" + number, "6" + number, "7" + number, "2031"));
        values.put(Sight.TOTALS, List.of("8" + number));
        values.put(Sight.PAYMENTS, List.of("PAY-" + number, "3" + number + " EUR"));
        values.put(Sight.PEOPLE, List.of("Ivo" + number));
        return values;
    }

    private static PartyFacts facts(Matter matter, int number) {
        return new PartyFacts(
                7,
                matter,
                "Safe",
                SINCE,
                "Place" + number,
                List.of(
                        new Level(
                                "notes" + number,
                                Long.parseLong("51" + number),
                                Long.parseLong("52" + number))),
                List.of(new Fault("JAM" + number, SINCE, 2)),
                new PartyFacts.Versions(
                        "9-" + number,
                        Integer.parseInt("6" + number),
                        Integer.parseInt("7" + number),
                        CERTIFICATE),
                new Money(Long.parseLong("8" + number + "00"), Currency.getInstance("EUR")),
                List.of(new Uncredited(3, "Safe", "PAY-" + number, "3" + number + " EUR")),
                new OnDuty("Ivo" + number, 12, SINCE));
    }
}
