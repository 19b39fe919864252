package app.lodge.core.topups;

/// When a source's money is credited, and what a return costs (ID-29).
///
/// @param upTo for AT_ONCE_UP_TO: the most that may stand credited and not settled on one account,
///     in minor units
/// @param returnFee charged to the holder for a return, in minor units; 0 for none
public record SourceRule(Crediting crediting, long upTo, long returnFee) {

    /// Money that has not arrived is a risk; the careful rule is the standard.
    public static final SourceRule STANDARD = new SourceRule(Crediting.AFTER_SETTLEMENT, 0, 0);

    /// When the account gets the money.
    public enum Crediting {
        AT_ONCE,
        AT_ONCE_UP_TO,
        AFTER_SETTLEMENT
    }
}
