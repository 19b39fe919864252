package app.lodge.core.books;

import static app.lodge.core.books.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The roles that Lodge ships, each able to do only its own (ID-55). A site adds its own beside them, made
/// from one of these ({@link Mandate}).
public enum Role {
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(DEVICE_TRAFFIC))),
    CLERK(
            EnumSet.of(
                    SEE_PEOPLE,
                    CHANGE_PEOPLE,
                    IMPORT_PEOPLE,
                    APPROVE_PHOTOGRAPHS,
                    SEE_ACCOUNTS,
                    TOP_UP,
                    SEE_BOOKS,
                    MOVE_MONEY,
                    KEEP_CASH_DESK,
                    SEE_MEDIA,
                    ISSUE_CARDS,
                    BLOCK_MEDIA,
                    KEEP_STOCK,
                    LOAD_PURSES,
                    REFUND_PURSES,
                    SEE_DEVICES,
                    SEE_REPORTS)),
    AUDITOR(EnumSet.of(SEE_ACCOUNTS, SEE_BOOKS, SEE_MEDIA, SEE_DEVICES, SEE_JOURNAL, SEE_REPORTS)),
    /// A field device, speaking through the bridge.
    DEVICE(EnumSet.of(DEVICE_TRAFFIC)),
    /// The bridge itself: schedules, expiries, start-up.
    SYSTEM(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /// Whether a person can have it: the other two are the field's and the bridge's.
    public boolean forPeople() {
        return this != DEVICE && this != SYSTEM;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
