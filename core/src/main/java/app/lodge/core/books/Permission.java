package app.lodge.core.books;

/// What an actor may do in Lodge. (What a person may do at a device is a right, not a permission.)
public enum Permission {
    SEE_PEOPLE,
    CHANGE_PEOPLE,
    IMPORT_PEOPLE,
    SEE_ACCOUNTS,
    TOP_UP,
    BLOCK_ACCOUNTS,
    MOVE_MONEY,
    CORRECT_ACCOUNTS,
    CLOSE_PERIODS,
    CHANGE_LIMITS,
    CHANGE_GROUPS,
    CHANGE_COST_CENTRES,
    SEE_MEDIA,
    ISSUE_CARDS,
    BLOCK_MEDIA,
    SEE_DEVICES,
    CONFIGURE_DEVICES,
    SEE_JOURNAL,
    SEE_REPORTS,
    CHANGE_SETTINGS,
    CHANGE_OPERATORS,
    TAKE_BACKUP,
    DEVICE_TRAFFIC
}
