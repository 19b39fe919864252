package app.lodge.core.keyversions;

import app.lodge.core.books.Books;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.Obstacle;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import java.util.Optional;

/// What the vault and the books must hold before a ceremony of a kind may begin.
final class CeremonyConditions {

    private final Books books;
    private final KeyVault vault;
    private final ObstacleStore obstacles;

    CeremonyConditions(Books books, KeyVault vault, ObstacleStore obstacles) {
        this.books = books;
        this.vault = vault;
        this.obstacles = obstacles;
    }

    /// @param from the version of card keys in use
    /// @return why it may not begin; empty if it may
    Optional<BeginOutcome> obstacle(Kind kind, int from, Sharing sharing) {
        var facts = vault.cards().facts(from);
        boolean token = sharing.equals(Sharing.IN_TOKEN);
        if (token && (kind == Kind.BACK_UP || !vault.cards().usesToken())) {
            return Optional.of(
                    BookedCeremonies.refused(
                            kind == Kind.BACK_UP ? Obstacle.NO_SUCH_SHARING : Obstacle.NO_TOKEN));
        }
        if (kind == Kind.BACK_UP && facts.inToken()) {
            return Optional.of(BookedCeremonies.refused(Obstacle.IN_TOKEN));
        }
        if (kind == Kind.CREATE && facts.made()) {
            return Optional.of(BookedCeremonies.refused(Obstacle.MADE_ALREADY));
        }
        if (kind == Kind.ROLL_OVER && !facts.made()) {
            return Optional.of(BookedCeremonies.refused(Obstacle.NOT_MADE));
        }
        return kind == Kind.CREATE || kind == Kind.ROLL_OVER
                ? books.read(obstacles::toNextVersion)
                        .map(way -> new BeginOutcome.Refused(way.why(), way.count()))
                : Optional.empty();
    }
}
