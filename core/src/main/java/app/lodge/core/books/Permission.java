package app.lodge.core.books;

/// What an actor may do in Lodge. (What a person may do at a device is a right, not a permission.)
public enum Permission {
    SEE_PEOPLE(false),
    CHANGE_PEOPLE(false),
    IMPORT_PEOPLE(true),
    /// Approve and reject photographs that wait for it (ID-11).
    APPROVE_PHOTOGRAPHS(false),
    SEE_ACCOUNTS(false),
    /// Give a holder an account in another currency, beside the one that everybody has.
    OPEN_ACCOUNTS(true),
    TOP_UP(false),
    BLOCK_ACCOUNTS(false),
    /// Months, totals, limits, groups and cost centres of the whole site.
    SEE_BOOKS(true),
    /// Pay out, transfer, refund, charge for media, close accounts (ID-27): not divided by department
    /// yet, so it takes the whole site.
    MOVE_MONEY(true),
    /// Correct and reverse what was booked.
    CORRECT_ACCOUNTS(true),
    /// Be the second person for a movement of money (ID-27).
    APPROVE_PAYMENTS(true),
    /// Open, count and close the cash desk of one's workstation (ID-34).
    KEEP_CASH_DESK(false),
    /// Close the shifts of others.
    SUPERVISE_CASH_DESKS(true),
    CLOSE_PERIODS(true),
    CHANGE_LIMITS(true),
    CHANGE_GROUPS(true),
    CHANGE_COST_CENTRES(true),
    /// Say what payment points sell, and for how much (ID-62).
    CHANGE_PRICES(true),
    SEE_MEDIA(false),
    ISSUE_CARDS(false),
    /// Go on to the next version of the site's card keys (CHAIN-07).
    CHANGE_CARD_KEYS(true),
    BLOCK_MEDIA(false),
    /// Take blanks in, prepare, hand over and write off (CHAIN-06, CHAIN-52).
    KEEP_STOCK(false),
    /// Order blanks, set up places, delegate to branches, book what a stock-take finds (CHAIN-05, CHAIN-47).
    ORDER_STOCK(true),
    /// Put value on the purse of a card, for cash or from its holder's account, and pay it out (CHAIN-22).
    LOAD_PURSES(false),
    /// Give a purchase back to the card it was paid with.
    REFUND_PURSES(true),
    /// Move a lost purse's value to its replacement, revoke purses, settle their alarms, change their
    /// rules (CHAIN-22, CHAIN-46).
    MANAGE_PURSES(true),
    SEE_DEVICES(false),
    CONFIGURE_DEVICES(true),
    /// Grant and withdraw what people may open and use, draft and publish rules, keep plans and calendar
    /// (ID-35).
    CHANGE_RIGHTS(true),
    /// Open a door from the desk (ID-35).
    OPEN_DOORS(true),
    /// See who opened which door when, for a stated reason that is journalled (ID-55, ID-56).
    SEE_PASSAGES(true),
    SEE_JOURNAL(true),
    SEE_REPORTS(false),
    CHANGE_SETTINGS(true),
    CHANGE_OPERATORS(true),
    TAKE_BACKUP(true),
    /// Erasing people, legal holds, retention (ID-57).
    ERASE_PEOPLE(true),
    /// Everything about one person in one file (ID-58).
    EXPORT_PEOPLE(true),
    DEVICE_TRAFFIC(true);

    private final boolean wholeSite;

    Permission(boolean wholeSite) {
        this.wholeSite = wholeSite;
    }

    /// Whether it cannot be had for some departments only, because what it opens cannot be divided.
    public boolean wholeSite() {
        return wholeSite;
    }
}
