package app.lodge.core.watch;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.parties.PartyKind;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is watched, and whom it is told.
///
/// @param id 0 for a new one
/// @param kind only devices of this kind; null for all
/// @param place only devices whose place begins so, the case aside; empty for all
/// @param threshold in the matter's unit; 0 where it has none
/// @param quietFrom with `quietUntil`: between these, by the site's clock, no mail and no webhook
///     leaves; what began then leaves at the end if it still holds. Both null for none; `quietFrom` may
///     be the later one, for a night
/// @param escalateAfterMinutes an alert that nobody acknowledged in this time is told again, to those
///     who are told last; 0 for never
/// @param parties kinds of party that are told, those of them that stand for the device
public record Rule(
        long id,
        Matter matter,
        @Nullable DeviceKind kind,
        String place,
        int threshold,
        Set<Channel> channels,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        int escalateAfterMinutes,
        Set<PartyKind> parties) {

    public Rule {
        channels = Set.copyOf(channels);
        parties = Set.copyOf(parties);
    }

    boolean quietAt(LocalTime now) {
        var from = quietFrom;
        var until = quietUntil;
        if (from == null || until == null || from.equals(until)) {
            return false;
        }
        return from.isBefore(until)
                ? !now.isBefore(from) && now.isBefore(until)
                : !now.isBefore(from) || now.isBefore(until);
    }
}
