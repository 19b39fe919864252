package app.lodge.core.devices;

import app.lodge.core.media.Media;
import java.util.Map;

/// What a device that does not know a block yet would still do for the blocked medium while it cannot ask
/// (ID-42): the worse of what it was told and what it says that it does.
final class StillOpen {

    private StillOpen() {}

    static Media.Unconfirmed at(DeviceStore.Row row, CardValue card) {
        var kind = row.device().kind();
        var told = row.desired();
        var says = row.report().config();
        return new Media.Unconfirmed(
                row.device().name(),
                row.report().online(),
                row.report().lastContact(),
                kind.sells() ? Math.max(sells(told), sells(says)) : 0,
                kind.sells() && (!card.weak() || takesWeak(told) || takesWeak(says))
                        ? card.minor()
                        : 0,
                kind == DeviceKind.LOCKER_CABINET && (opens(told) || opens(says)));
    }

    private static long sells(Map<String, String> config) {
        return "limit".equals(config.get("offline.rule"))
                ? Long.parseLong(config.getOrDefault("offline.limit", "0"))
                : 0;
    }

    private static boolean takesWeak(Map<String, String> config) {
        return "allow".equals(config.get("purse.classic"));
    }

    private static boolean opens(Map<String, String> config) {
        return "list".equals(config.get("offline.rule"));
    }
}
