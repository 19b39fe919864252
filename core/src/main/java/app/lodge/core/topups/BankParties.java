package app.lodge.core.topups;

import app.lodge.core.sepa.BankAccount;
import app.lodge.core.sepa.Iban;
import app.lodge.core.sepa.SepaAddress;
import app.lodge.core.sepa.SepaParty;
import app.lodge.core.topups.Mandate.BankDetails;

/// Site and holders as a file for the bank names them.
final class BankParties {

    private BankParties() {}

    static SepaParty of(BankDetails bank) {
        return new SepaParty(
                bank.holder(),
                new SepaAddress(
                        bank.street(),
                        bank.buildingNumber(),
                        bank.postcode(),
                        bank.town(),
                        bank.country()),
                account(bank.iban(), bank.bic()));
    }

    static SepaParty of(Creditor creditor) {
        return new SepaParty(
                creditor.name(),
                new SepaAddress(
                        creditor.street(),
                        creditor.buildingNumber(),
                        creditor.postcode(),
                        creditor.town(),
                        creditor.country()),
                account(creditor.iban(), creditor.bic()));
    }

    private static BankAccount account(String iban, String bic) {
        return new BankAccount(Iban.parse(iban).orElseThrow(), bic);
    }
}
