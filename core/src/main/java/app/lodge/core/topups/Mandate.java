package app.lodge.core.topups;

import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A holder's permission to collect from a bank account, or where money goes that is paid out to them.
///
/// @param reference by which the bank knows it
/// @param oneOff for one collection only
/// @param revoked whether it may not be collected from any more
/// @param bank null where the key is destroyed, and for a role that hides it
public record Mandate(
        long number,
        PersonId person,
        String reference,
        LocalDate signedOn,
        boolean oneOff,
        boolean revoked,
        @Nullable BankDetails bank) {

    /// Personal data: kept sealed under the person's key only.
    ///
    /// @param holder the account's holder as at the bank, 1 to 70 characters
    /// @param bic empty where the IBAN says enough
    /// @param country ISO 3166-1 alpha-2, or empty like the rest of the address
    public record BankDetails(
            String holder,
            String iban,
            String bic,
            String street,
            String buildingNumber,
            String postcode,
            String town,
            String country) {

        public static BankDetails of(String holder, String iban) {
            return new BankDetails(holder, iban, "", "", "", "", "", "");
        }

        /// Never the details: they must not get into logs by accident.
        @Override
        public String toString() {
            return "BankDetails[…]";
        }
    }
}
