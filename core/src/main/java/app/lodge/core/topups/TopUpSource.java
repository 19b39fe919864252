package app.lodge.core.topups;

/// Where money for accounts comes from, besides cash at the counter (ID-28, ID-30). None of them is
/// needed for a site to run (ID-61).
public enum TopUpSource {
    KIOSK,
    CARD_TERMINAL,
    /// A card or wallet by way of a payment provider's page; Lodge never sees its number.
    ONLINE_CARD,
    DIRECT_DEBIT
}
