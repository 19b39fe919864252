package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a device holds: its configuration and its lists, with their versions.
record Held(int version, Map<String, String> config, Map<String, Numbered> lists) {

    Held {
        config = Map.copyOf(config);
        lists = Map.copyOf(lists);
    }

    /// @param entries credential → compartments
    record Numbered(long version, Map<String, List<Integer>> entries) {
        Numbered {
            entries = Map.copyOf(entries);
        }

        static final Numbered NONE = new Numbered(0, Map.of());
    }

    static Held nothing() {
        return new Held(0, Map.of(), Map.of());
    }

    /// Whether the message leads from what is held here: a whole document does from anywhere.
    boolean fits(Down.Desired desired) {
        return desired.config() != null
                || desired.delta() != null && desired.base() != null && desired.base() == version;
    }

    Held with(Down.Desired desired) {
        var whole = desired.config();
        if (whole != null) {
            return new Held(desired.version(), whole, lists);
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
        return new Held(desired.version(), next, lists);
    }

    Numbered list(String name) {
        return lists.getOrDefault(name, Numbered.NONE);
    }

    /// Whether the delta leads from what is held here.
    boolean fits(String name, Down.ListDelta delta) {
        return delta.base() <= list(name).version();
    }

    Held with(String name, Down.ListDelta delta) {
        var entries = new HashMap<>(delta.base() == 0 ? Map.of() : list(name).entries());
        delta.remove().forEach(entries::remove);
        delta.add().forEach(entry -> entries.put(entry.credential(), entry.compartments()));
        var changed = new HashMap<>(lists);
        changed.put(name, new Numbered(delta.version(), entries));
        return new Held(version, config, changed);
    }

    Map<String, Long> versions() {
        return new TreeMap<>(
                lists.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, list -> list.getValue().version())));
    }

    String setting(String key, String otherwise) {
        return config.getOrDefault(key, otherwise);
    }

    long number(String key, long otherwise) {
        return Long.parseLong(config.getOrDefault(key, String.valueOf(otherwise)));
    }
}
