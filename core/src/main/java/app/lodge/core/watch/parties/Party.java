package app.lodge.core.watch.parties;

import app.lodge.core.devices.Device;
import app.lodge.core.watch.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Somebody outside who is told of devices.
///
/// @param id 0 for a new one
/// @param language in which it is written to: `en`, `de` …
/// @param mail its address; empty for none
/// @param webhook an https address, or http on this machine; empty for none
/// @param stands for which devices; of any other it never hears
public record Party(
        long id,
        String name,
        PartyKind kind,
        String language,
        String mail,
        String webhook,
        List<Stand> stands) {

    public Party {
        stands = List.copyOf(stands);
    }

    boolean standsFor(Device device) {
        return stands.stream().anyMatch(stand -> stand.holds(device));
    }

    Set<Channel> channels() {
        var ways = EnumSet.noneOf(Channel.class);
        if (!mail.isEmpty()) {
            ways.add(Channel.MAIL);
        }
        if (!webhook.isEmpty()) {
            ways.add(Channel.WEBHOOK);
        }
        return ways;
    }
}
