package app.lodge.core.devices;

import app.lodge.core.devices.DeviceUserStore.Row;
import app.lodge.core.devices.DeviceUsers.Known;
import app.lodge.core.devices.DeviceUsers.User;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Users of safes with what their safe knows of them, read from its list and its confirmations. Without names.
final class KnownUserStore {

    private KnownUserStore() {}

    static List<User> of(DSLContext sql, DeviceId safe) {
        return DeviceUserStore.of(sql, safe).stream()
                .flatMap(row -> user(sql, row).stream())
                .toList();
    }

    static Optional<User> find(DSLContext sql, DeviceId safe, PersonId person) {
        return DeviceUserStore.find(sql, safe, person).flatMap(row -> user(sql, row));
    }

    /// Empty for one who was taken off and whom the safe knows no more.
    private static Optional<User> user(DSLContext sql, Row row) {
        var known = known(sql, row);
        return known == null
                ? Optional.empty()
                : Optional.of(new User(row.safe(), row.person(), "", row.right(), known));
    }

    private static @Nullable Known known(DSLContext sql, Row row) {
        var credentials = CredentialStore.ofPerson(sql, row.person().number());
        var confirmed =
                ListStore.states(sql, row.safe()).stream()
                        .filter(state -> state.name().equals(ListStore.USERS))
                        .mapToLong(ListStore.State::confirmed)
                        .findFirst()
                        .orElse(0);
        var held = false;
        var open = false;
        for (var credential : credentials) {
            var trace = ListStore.trace(sql, row.safe(), ListStore.USERS, credential).orElse(null);
            if (trace != null) {
                var removed = trace.removed();
                held |= removed == null;
                open |= (removed == null ? trace.since() : removed) > confirmed;
            }
        }
        if (row.removed()) {
            return held || open ? Known.LEAVING : null;
        }
        if (open) {
            return Known.ON_ITS_WAY;
        }
        return held ? Known.CONFIRMED : Known.NO_CARD;
    }
}
