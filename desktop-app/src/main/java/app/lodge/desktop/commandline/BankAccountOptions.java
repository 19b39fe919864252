package app.lodge.desktop.commandline;

import picocli.CommandLine.Option;

/// An account at a bank, with the address that banks ask for.
final class BankAccountOptions {

    @Option(
            names = "--iban",
            required = true,
            paramLabel = "IBAN",
            descriptionKey = "bank-account.iban")
    String iban = "";

    @Option(names = "--bic", paramLabel = "BIC", descriptionKey = "bank-account.bic")
    String bic = "";

    @Option(names = "--street", paramLabel = "TEXT", descriptionKey = "bank-account.street")
    String street = "";

    @Option(
            names = "--building-number",
            paramLabel = "TEXT",
            descriptionKey = "bank-account.building-number")
    String buildingNumber = "";

    @Option(names = "--postcode", paramLabel = "TEXT", descriptionKey = "bank-account.postcode")
    String postcode = "";

    @Option(names = "--town", paramLabel = "TEXT", descriptionKey = "bank-account.town")
    String town = "";

    @Option(names = "--country", paramLabel = "CC", descriptionKey = "bank-account.country")
    String country = "";
}
