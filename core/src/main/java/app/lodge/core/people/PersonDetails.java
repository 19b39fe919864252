package app.lodge.core.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is kept about a person; enciphered as a whole under the person's own key.
///
/// Texts are trimmed and empty where unknown. The address is kept in parts (requirements 0.3).
///
/// @param personnelNumber number in the ERP or payroll system; the match field of imports (ID-05)
/// @param group one group's name, such as a department or class; empty for none
/// @param country ISO 3166-1 alpha-2, upper case
/// @param branch that the person is a member of, as the site calls it; empty for none (CHAIN-21)
public record PersonDetails(
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        String personnelNumber,
        String email,
        String phone,
        String group,
        String street,
        String houseNumber,
        String postcode,
        String town,
        String country,
        String branch) {

    public PersonDetails {
        givenName = givenName.strip();
        familyName = familyName.strip();
        personnelNumber = personnelNumber.strip();
        email = email.strip();
        phone = phone.strip();
        group = group.strip();
        street = street.strip();
        houseNumber = houseNumber.strip();
        postcode = postcode.strip();
        town = town.strip();
        country = country.strip();
        branch = branch == null ? "" : branch.strip(); // sealed before there were branches
    }

    public static PersonDetails named(String givenName, String familyName) {
        return new PersonDetails(
                givenName, familyName, null, "", "", "", "", "", "", "", "", "", "");
    }

    /// Of an ID without personal data (ID-12): in place of a name stands its number.
    public static PersonDetails nameless(PersonId id) {
        return named("", "#%07d".formatted(id.number()));
    }

    /// Whether nothing is known but a number.
    public boolean nameless() {
        return familyName.matches("#[0-9]{7,}") && equals(named("", familyName));
    }

    /// Family name first, as in lists.
    public String listName() {
        return givenName.isEmpty() ? familyName : familyName + ", " + givenName;
    }

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
