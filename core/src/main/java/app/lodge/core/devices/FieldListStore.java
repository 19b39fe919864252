package app.lodge.core.devices;

import app.lodge.core.books.Fact;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.CredentialStore.Standing;
import app.lodge.core.devices.ListStore.Place;
import app.lodge.core.media.Media;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What the devices' lists must hold, worked out from what credentials may do (ID-10, ID-42,
/// LOCK-40).
///
/// A payment point gets a block list, and an allow list for the time it is offline. A cabinet gets
/// the credentials of those who have a compartment there, a safe those of its users (SAFE-63).
final class FieldListStore {

    private FieldListStore() {}

    /// Brings the given credentials to the given devices' lists.
    ///
    /// @return names of the devices whose lists changed
    static List<String> refresh(
            Tx tx, Collection<String> credentials, Collection<FieldDevice> devices) {
        var standings = CredentialStore.of(tx.sql(), credentials);
        var states = ListStore.states(tx.sql());
        var present = ListStore.present(tx.sql(), credentials);
        var changed = new ArrayList<String>();
        for (var device : devices) {
            var own = own(tx.sql(), device);
            var any = false;
            for (var list :
                    ListStore.ofCredentials(states.getOrDefault(device.id().number(), List.of()))) {
                var place = new Place(device.id().number(), list.name());
                var wanted = new HashMap<String, @Nullable String>();
                for (var credential : credentials) {
                    wanted.put(
                            credential,
                            wanted(device, list.name(), standings.get(credential), own));
                }
                any |=
                        ListVersionStore.move(
                                tx,
                                place,
                                list.version(),
                                wanted,
                                present.getOrDefault(place, Map.of()));
            }
            if (any) {
                changed.add(device.name());
            }
        }
        return changed;
    }

    /// Compares whole lists: at start, and for a new device.
    static List<String> refreshAll(Tx tx, Collection<FieldDevice> devices) {
        var standings = CredentialStore.all(tx.sql());
        var changed = new ArrayList<String>();
        for (var device : devices) {
            var own = own(tx.sql(), device);
            var any = false;
            for (var list : ListStore.ofCredentials(ListStore.states(tx.sql(), device.id()))) {
                var before = ListStore.present(tx.sql(), device.id(), list.name());
                var wanted = new HashMap<String, @Nullable String>();
                before.keySet().forEach(credential -> wanted.put(credential, null));
                standings.forEach((credential, standing) ->
                        wanted.put(credential, wanted(device, list.name(), standing, own)));
                any |=
                        ListVersionStore.move(
                                tx,
                                new Place(device.id().number(), list.name()),
                                list.version(),
                                wanted,
                                before);
            }
            if (any) {
                changed.add(device.name());
            }
        }
        return changed;
    }

    /// Credentials that a committed fact may have changed.
    static Set<String> touchedBy(DSLContext sql, List<Fact> facts) {
        var touched = new HashSet<String>();
        for (var fact : facts) {
            var colon = fact.subject().indexOf(':');
            if (colon < 0 || !mayChangeCredentials(fact.kind())) {
                continue;
            }
            var number = fact.subject().substring(colon + 1);
            if (!number.matches("[0-9]{1,18}")) {
                continue;
            }
            switch (fact.subject().substring(0, colon)) {
                case "medium" ->
                        CredentialStore.ofMedium(sql, Long.parseLong(number))
                                .ifPresent(touched::add);
                case "operator-card" ->
                        OperatorCardListStore.of(sql, Long.parseLong(number))
                                .ifPresent(touched::add);
                case "group" ->
                        GroupNewsStore.person(sql, fact)
                                .ifPresent(person ->
                                        touched.addAll(CredentialStore.ofPerson(sql, person)));
                case "person" ->
                        touched.addAll(CredentialStore.ofPerson(sql, Long.parseLong(number)));
                case "account" ->
                        touched.addAll(CredentialStore.ofAccount(sql, Long.parseLong(number)));
                default -> {
                    // other subjects carry no credentials
                }
            }
        }
        return touched;
    }

    /// Money moves often and changes no list; blocks do.
    static boolean mayChangeCredentials(String kind) {
        return kind.startsWith("media.")
                || kind.startsWith("medium.")
                || kind.startsWith("card.")
                || kind.startsWith("operator-card.")
                || GroupNewsStore.KINDS.contains(kind)
                || kind.contains("block");
    }

    static Media.Spread spread(
            DSLContext sql,
            String credential,
            CardValue card,
            Collection<DeviceStore.Row> devices) {
        var standing = CredentialStore.of(sql, credential).orElse(null);
        var confirmed = new ArrayList<Media.Confirmed>();
        var unconfirmed = new ArrayList<Media.Unconfirmed>();
        for (var row : devices) {
            var device = row.asFieldDevice();
            if (device.certificateSerial() == null) {
                continue;
            }
            var evidence = evidence(sql, device, credential, standing);
            if (evidence.stream().anyMatch(one -> one == Evidence.MISSING)) {
                unconfirmed.add(StillOpen.at(row, card));
            } else if (evidence.contains(Evidence.CONFIRMED)) {
                ListStore.states(sql, device.id()).stream()
                        .flatMap(state -> Optional.ofNullable(state.confirmedAt()).stream())
                        .max(java.util.Comparator.naturalOrder())
                        .ifPresent(at -> confirmed.add(new Media.Confirmed(device.name(), at)));
            }
        }
        return new Media.Spread(confirmed, unconfirmed);
    }

    /// Whether a device has said that its list agrees; NONE where the list never held the credential
    /// and need not.
    private enum Evidence {
        CONFIRMED,
        MISSING,
        NONE
    }

    private static List<Evidence> evidence(
            DSLContext sql, FieldDevice device, String credential, @Nullable Standing standing) {
        var own = own(sql, device);
        var evidence = new ArrayList<Evidence>();
        for (var state : ListStore.ofCredentials(ListStore.states(sql, device.id()))) {
            var wanted = wanted(device, state.name(), standing, own);
            var trace = ListStore.trace(sql, device.id(), state.name(), credential).orElse(null);
            evidence.add(evidence(wanted, trace, state.confirmed()));
            if (state.name().equals(ListStore.BLOCK) && wanted != null) {
                break; // a block wins over any other list
            }
        }
        return evidence;
    }

    private static Evidence evidence(
            @Nullable String wanted, ListStore.@Nullable Trace trace, long confirmedVersion) {
        if (wanted == null && trace == null) {
            return Evidence.NONE;
        }
        if (trace == null) {
            return Evidence.MISSING;
        }
        var removed = trace.removed();
        var holds =
                wanted == null
                        ? removed != null && removed <= confirmedVersion
                        : removed == null
                                && trace.content().equals(wanted)
                                && trace.since() <= confirmedVersion;
        return holds ? Evidence.CONFIRMED : Evidence.MISSING;
    }

    /// Person → what the device's list says of each of the person's credentials, where somebody said so.
    private static Map<Long, String> own(DSLContext sql, FieldDevice device) {
        return switch (device.kind()) {
            case LOCKER_CABINET -> compartments(sql, device);
            case SAFE -> DeviceUserStore.contents(sql, device.id());
            case PAYMENT_POINT, KIOSK, PHONE, DOOR, PORTAL -> Map.of();
        };
    }

    private static Map<Long, String> compartments(DSLContext sql, FieldDevice cabinet) {
        return CredentialStore.compartments(sql, cabinet.id()).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                mine ->
                                        mine.getValue().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(","))));
    }

    private static @Nullable String wanted(
            FieldDevice device, String list, @Nullable Standing standing, Map<Long, String> own) {
        if (standing == null) {
            return null;
        }
        return switch (device.kind()) {
            case DOOR, PORTAL -> null;
            case PAYMENT_POINT, KIOSK, PHONE ->
                    list.equals(ListStore.BLOCK)
                            ? standing.refusedAtPaymentPoints() ? "" : null
                            : standing.pays() ? ListStore.groups(standing.groups()) : null;
            case LOCKER_CABINET, SAFE -> standing.opens() ? own.get(standing.person()) : null;
        };
    }
}
