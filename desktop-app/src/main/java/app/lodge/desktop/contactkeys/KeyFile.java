package app.lodge.desktop.contactkeys;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.media.ContactKey;
import app.lodge.core.media.ContactKeys.AtStation;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Doors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A contact key as the books have it (KEY-05).
///
/// @param key the one that was asked for
/// @param keys all that ever had its number, the newest first
/// @param holders by number; nobody whose name must not be told
/// @param stations of all those keys, the newest first
/// @param names stations of any key
public record KeyFile(
        ContactKey key,
        List<ContactKey> keys,
        Map<PersonId, Person> holders,
        List<AtStation> stations,
        List<String> names) {

    public KeyFile {
        keys = List.copyOf(keys);
        holders = Map.copyOf(holders);
        stations = List.copyOf(stations);
        names = List.copyOf(names);
    }

    /// Looks in the books; waits for the bridge.
    static Optional<KeyFile> of(MediumId medium, Doors doors, Actor actor) {
        var door = doors.contactKeys();
        return door.ofMedium(actor, medium)
                .map(key -> {
                    var keys = door.history(actor, key.number());
                    return new KeyFile(
                            key,
                            keys,
                            holders(keys, doors, actor),
                            door.stations(actor, key.number()),
                            door.stationNames(actor));
                });
    }

    private static Map<PersonId, Person> holders(List<ContactKey> keys, Doors doors, Actor actor) {
        var found = new HashMap<PersonId, Person>();
        if (actor.may(Permission.SEE_PEOPLE)) {
            for (var key : keys) {
                var holder = key.medium().holder();
                doors.people().find(actor, holder).ifPresent(it -> found.put(holder, it));
            }
        }
        return found;
    }

    /// Where this key is; another that had its number before may never have been taken from a station.
    List<String> present() {
        return stations.stream()
                .filter(one -> one.until() == null && one.key().equals(key.medium().id()))
                .map(AtStation::station)
                .sorted()
                .toList();
    }

    /// What one may choose among.
    TreeSet<String> choices() {
        var all = new TreeSet<>(names);
        all.addAll(present());
        return all;
    }

    /// Whether somebody has the key in hand, so that its stations can change.
    boolean held() {
        return switch (key.medium().state()) {
            case PREPARING, ACTIVE, BLOCKED -> true;
            case EXPIRED, REPLACED, RETURNED, DESTROYED, SPOILED -> false;
        };
    }

    /// Whose the medium is, or was.
    Optional<Person> holder(MediumId medium) {
        return keys.stream()
                .filter(each -> each.medium().id().equals(medium))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(holders.get(each.medium().holder())));
    }
}
