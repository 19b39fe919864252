package app.lodge.core.people;

import app.lodge.core.people.index.Folding;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Countries as files name them: ISO 3166-1 codes of two or three letters, or the name in one of six
/// languages (CLDR).
final class CountryWords {

    private static final List<ULocale> LANGUAGES =
            List.of(
                    ULocale.ENGLISH,
                    ULocale.GERMAN,
                    ULocale.FRENCH,
                    new ULocale("hr"),
                    new ULocale("pl"),
                    ULocale.CHINESE);

    private final Map<String, String> codes = new HashMap<>();

    CountryWords() {
        for (var code : Locale.getISOCountries()) {
            var country = new ULocale("", code);
            for (var language : LANGUAGES) {
                codes.putIfAbsent(Folding.fold(country.getDisplayCountry(language)), code);
            }
            codes.putIfAbsent(Folding.fold(country.getISO3Country()), code);
        }
        // last, so that no name can take a code's place
        for (var code : Locale.getISOCountries()) {
            codes.put(Folding.fold(code), code);
        }
    }

    /// The code; the text itself if it names no country.
    String code(String text) {
        return codes.getOrDefault(Folding.fold(text.strip()), text);
    }
}
