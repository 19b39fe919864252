package app.lodge.core.keyversions;

import app.lodge.core.keyversions.Ceremonies.Obstacle;
import java.util.Optional;
import org.jooq.DSLContext;

/// What keeps a site from going on to the next version of its card keys.
final class Obstacles {

    private final KeyVersionStore versions;

    /// @param first the version that the vault was made with
    Obstacles(int first) {
        versions = new KeyVersionStore(first);
    }

    /// @param count of cards, or 0
    record Way(Obstacle why, long count) {}

    KeyVersionStore versions() {
        return versions;
    }

    Optional<Way> toNextVersion(DSLContext sql) {
        int current = versions.current(sql);
        if (current == KeyVersions.LAST) {
            return Optional.of(new Way(Obstacle.NONE_LEFT, 0));
        }
        long earlier = 0;
        for (var held : versions.held(sql)) {
            if (held.version() < current) {
                earlier += held.active() + held.blocked();
            }
        }
        if (earlier > 0) {
            return Optional.of(new Way(Obstacle.STILL_IN_USE, earlier));
        }
        long making = versions.openJobs(sql);
        return making > 0
                ? Optional.of(new Way(Obstacle.CARDS_IN_MAKING, making))
                : Optional.empty();
    }

    /// Live cards that carry keys of the site.
    long cards(DSLContext sql) {
        return versions.held(sql).stream().mapToLong(one -> one.active() + one.blocked()).sum();
    }
}
