package app.lodge.core.sepa;

import app.lodge.core.books.Problem;
import java.util.Locale;
import java.util.Optional;

/// By which banks know who collects direct debits (EPC262-08): country, two check digits, a business
/// code of three characters that the check leaves out, national number.
///
/// @param text upper case, without spaces, 8 to 35 characters
public record CreditorId(String text) {

    public CreditorId {
        if (problem("creditorId", text).isPresent()) {
            throw new IllegalArgumentException("'%s' is not a creditor identifier".formatted(text));
        }
    }

    public static CreditorId of(String written) {
        return new CreditorId(plain(written));
    }

    public static Optional<Problem> problem(String field, String written) {
        var text = plain(written);
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")) {
            return Optional.of(Problem.of(field, written, "sepa.creditor-form"));
        }
        return CheckDigits.fit(text.substring(0, 4) + text.substring(7))
                ? Optional.empty()
                : Optional.of(Problem.of(field, written, "sepa.creditor-check"));
    }

    private static String plain(String written) {
        return written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
