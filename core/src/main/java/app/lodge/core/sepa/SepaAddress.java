package app.lodge.core.sepa;

/// A structured address: from November 2026 banks take no unstructured lines any more. Empty where
/// unknown; an address without town or country is left out as a whole.
///
/// @param country ISO 3166-1 alpha-2, upper case
public record SepaAddress(
        String street, String buildingNumber, String postcode, String town, String country) {

    public static final SepaAddress NONE = new SepaAddress("", "", "", "", "");

    boolean usable() {
        return !town.isBlank() && country.matches("[A-Z]{2}");
    }
}
