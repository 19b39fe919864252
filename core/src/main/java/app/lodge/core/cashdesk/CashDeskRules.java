package app.lodge.core.cashdesk;

/// @param shiftRequired whether cash is taken and paid out only while a shift is open
public record CashDeskRules(boolean shiftRequired) {

    public static final CashDeskRules STANDARD = new CashDeskRules(false);
}
