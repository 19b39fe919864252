package app.lodge.core.costcentres;

/// Who pays instead of the holder.
///
/// @param code as payment points and reports name it
/// @param active nothing new is charged to a centre that is not
public record CostCentre(
        CentreId id, String code, String name, OverBudget overBudget, boolean active) {

    /// What happens to a payment that the budget does not allow.
    public enum OverBudget {
        REFUSE,
        OWN_ACCOUNT
    }
}
