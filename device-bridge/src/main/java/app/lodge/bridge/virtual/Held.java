package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a device holds: its configuration, its lists, its prices and its PINs, with their versions.
record Held(
        int version,
        Map<String, String> config,
        Map<String, Numbered> lists,
        HeldPrices prices,
        HeldPins pins) {

    @SuppressWarnings("ConstantValue") // what was kept before there were prices, and PINs
    Held {
        config = Map.copyOf(config);
        lists = Map.copyOf(lists);
        prices = prices == null ? HeldPrices.NONE : prices;
        pins = pins == null ? HeldPins.NONE : pins;
    }

    /// @param entries credential → compartments
    /// @param groups credential → groups that prices depend on
    /// @param users credential → what its holder may do at a safe
    record Numbered(
            long version,
            Map<String, List<Integer>> entries,
            Map<String, List<Long>> groups,
            Map<String, Down.User> users) {

        @SuppressWarnings("ConstantValue") // what was kept before there were groups, or users
        Numbered {
            entries = Map.copyOf(entries);
            groups = groups == null ? Map.of() : Map.copyOf(groups);
            users = users == null ? Map.of() : Map.copyOf(users);
        }

        static final Numbered NONE = new Numbered(0, Map.of(), Map.of(), Map.of());
    }

    static Held nothing() {
        return new Held(0, Map.of(), Map.of(), HeldPrices.NONE, HeldPins.NONE);
    }

    /// Whether the message leads from what is held here: a whole document does from anywhere.
    boolean fits(Down.Desired desired) {
        return desired.config() != null
                || desired.delta() != null && desired.base() != null && desired.base() == version;
    }

    Held with(Down.Desired desired) {
        var whole = desired.config();
        if (whole != null) {
            return new Held(desired.version(), whole, lists, prices, pins);
        }
        var next = new HashMap<>(config);
        var delta = desired.delta();
        if (delta != null) {
            delta.forEach((key, value) -> {
                if (value == null) {
                    next.remove(key);
                } else {
                    next.put(key, value);
                }
            });
        }
        return new Held(desired.version(), next, lists, prices, pins);
    }

    /// As somebody set it at the device itself.
    Held with(String setting, String value) {
        var next = new HashMap<>(config);
        next.put(setting, value);
        return new Held(version, next, lists, prices, pins);
    }

    Numbered list(String name) {
        return lists.getOrDefault(name, Numbered.NONE);
    }

    /// Whether the delta leads from what is held here.
    boolean fits(String name, Down.ListDelta delta) {
        return delta.base() <= list(name).version();
    }

    Held with(String name, Down.ListDelta delta) {
        var before = delta.base() == 0 ? Numbered.NONE : list(name);
        var entries = new HashMap<>(before.entries());
        var groups = new HashMap<>(before.groups());
        var users = new HashMap<>(before.users());
        delta.remove().forEach(entries::remove);
        delta.remove().forEach(users::remove);
        delta.remove().forEach(groups::remove);
        for (var entry : delta.add()) {
            entries.put(entry.credential(), entry.compartments());
            var mine = entry.groups();
            groups.put(entry.credential(), mine == null ? List.of() : mine);
            var user = entry.user();
            if (user != null) {
                users.put(entry.credential(), user);
            }
        }
        var changed = new HashMap<>(lists);
        changed.put(name, new Numbered(delta.version(), entries, groups, users));
        return new Held(version, config, changed, prices, pins);
    }

    Held with(HeldPrices next) {
        return new Held(version, config, lists, next, pins);
    }

    Held with(HeldPins next) {
        return new Held(version, config, lists, prices, next);
    }

    Map<String, Long> versions() {
        var versions = new TreeMap<String, Long>();
        lists.forEach((name, list) -> versions.put(name, list.version()));
        if (prices.version() > 0) {
            versions.put(Topics.PRICES, prices.version());
        }
        if (pins.version() > 0) {
            versions.put(Topics.PINS, pins.version());
        }
        return versions;
    }

    String setting(String key, String otherwise) {
        return config.getOrDefault(key, otherwise);
    }

    long number(String key, long otherwise) {
        return Long.parseLong(config.getOrDefault(key, String.valueOf(otherwise)));
    }
}
