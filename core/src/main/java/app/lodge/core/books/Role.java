package app.lodge.core.books;

import static app.lodge.core.books.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/// What an operator is at the site. Each role can do only its own (ID-55).
public enum Role {
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(DEVICE_TRAFFIC))),
    CLERK(
            EnumSet.of(
                    SEE_PEOPLE,
                    CHANGE_PEOPLE,
                    IMPORT_PEOPLE,
                    SEE_ACCOUNTS,
                    TOP_UP,
                    MOVE_MONEY,
                    SEE_MEDIA,
                    ISSUE_CARDS,
                    BLOCK_MEDIA,
                    SEE_DEVICES,
                    SEE_REPORTS)),
    AUDITOR(EnumSet.of(SEE_ACCOUNTS, SEE_MEDIA, SEE_DEVICES, SEE_JOURNAL, SEE_REPORTS)),
    /// A field device, speaking through the bridge.
    DEVICE(EnumSet.of(DEVICE_TRAFFIC)),
    /// The bridge itself: schedules, expiries, start-up.
    SYSTEM(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
