package app.lodge.core.devices;

/// What a card carries that is spent without asking anybody (CHAIN-18).
///
/// @param minor in minor units of the purse's currency; 0 without a purse
/// @param weak on a chip whose purse only some points take
record CardValue(long minor, boolean weak) {

    static final CardValue NONE = new CardValue(0, false);
}
