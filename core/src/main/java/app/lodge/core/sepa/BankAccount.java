package app.lodge.core.sepa;

import app.lodge.core.books.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A payment account at a bank.
///
/// @param bic ISO 9362, upper case; empty where the IBAN says enough
public record BankAccount(Iban iban, String bic) {

    private static final String BIC = "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?";

    public BankAccount {
        bic = bic.strip().toUpperCase(Locale.ROOT);
        if (!bic.isEmpty() && !bic.matches(BIC)) {
            throw new IllegalArgumentException("'%s' is not a BIC".formatted(bic));
        }
    }

    /// What is wrong with an account as somebody typed it.
    public static List<Problem> problems(String iban, String bic) {
        var problems = new ArrayList<Problem>();
        Iban.problem("iban", iban).ifPresent(problems::add);
        var code = bic.strip().toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches(BIC)) {
            problems.add(Problem.of("bic", bic, "sepa.bic-form"));
        }
        return problems;
    }
}
