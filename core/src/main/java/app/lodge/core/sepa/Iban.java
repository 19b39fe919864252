package app.lodge.core.sepa;

import app.lodge.core.books.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An international bank account number (ISO 13616): country, two check digits, national number.
///
/// @param text upper case, without spaces, of the country's length and with a fitting check
public record Iban(String text) {

    /// Countries and territories of the SEPA scheme (EPC409-09) with the lengths of their numbers.
    private static final Map<String, Integer> LENGTHS = lengths();

    public Iban {
        problem("iban", text)
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(
                            "IBAN of %d characters is wrong: %s"
                                    .formatted(wrong.value().length(), wrong.key()));
                });
    }

    /// As people write it: `de89 3704 0044 0532 0130 00`.
    public static Optional<Iban> parse(String written) {
        var text = plain(written);
        return problem("iban", text).isEmpty() ? Optional.of(new Iban(text)) : Optional.empty();
    }

    /// What is wrong with a number as somebody typed it; the sentence does not repeat the number.
    public static Optional<Problem> problem(String field, String written) {
        var text = plain(written);
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+")) {
            return Optional.of(Problem.of(field, "", "sepa.iban-form"));
        }
        var country = text.substring(0, 2);
        var length = LENGTHS.get(country);
        if (length == null) {
            return Optional.of(Problem.of(field, "", "sepa.iban-country", country));
        }
        if (text.length() != length) {
            return Optional.of(
                    Problem.of(field, "", "sepa.iban-length", country, length, text.length()));
        }
        return CheckDigits.fit(text)
                ? Optional.empty()
                : Optional.of(Problem.of(field, "", "sepa.iban-check"));
    }

    public String country() {
        return text.substring(0, 2);
    }

    /// In groups of four, with all but the last four characters hidden.
    public String masked() {
        return country() + "•• •••• " + text.substring(text.length() - 4);
    }

    /// Never the number: it is personal data and must not get into logs by accident.
    @Override
    public String toString() {
        return masked();
    }

    private static String plain(String written) {
        return written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Integer> lengths() {
        var all =
                """
                AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27
                HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28
                PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22
                """;
        var lengths = new java.util.HashMap<String, Integer>();
        for (var one : all.strip().split("\\s+")) {
            lengths.put(one.substring(0, 2), Integer.parseInt(one.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
