package app.lodge.core.topups;

/// Who collects: the site towards its bank.
///
/// @param name as at the bank, 1 to 70 characters
/// @param creditorId EPC262-08
/// @param folder on the bridge's machine, where files for the bank are put; empty for the home's own
public record Creditor(
        String name,
        String creditorId,
        String iban,
        String bic,
        String street,
        String buildingNumber,
        String postcode,
        String town,
        String country,
        String folder) {

    public static final Creditor NONE = new Creditor("", "", "", "", "", "", "", "", "", "");

    boolean complete() {
        return !name.isBlank() && !creditorId.isBlank() && !iban.isBlank();
    }
}
