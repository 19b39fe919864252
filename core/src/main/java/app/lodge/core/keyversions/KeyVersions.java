package app.lodge.core.keyversions;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.KeyVault;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// The roll-over of card keys: new cards get version v + 1, cards with version v go on working and
/// are renewed one by one at the desk, and until the last of them is done there is no v + 2. All keys
/// of a version are lost together and replaced together; the master key they grow from stays (CHAIN-07).
public interface KeyVersions {

    /// The last version that a card can tell: it has one byte for it.
    int LAST = 255;

    static KeyVersions in(Books books, KeyVault vault) {
        return new BookedKeyVersions(books, vault);
    }

    /// The version that new cards get, read anew each time.
    static IntSupplier current(Books books, KeyVault vault) {
        var store = new KeyVersionStore(vault.cardKeyVersion());
        return () -> books.<Integer>read(store::current);
    }

    /// Books restored from a backup go on with the newest version that the site was on before: what was
    /// given up stays given up. No verb of the door; the restore alone calls it.
    ///
    /// @return whether the books were on an older one
    static boolean keepAfterRestore(Books books, KeyVault vault, Actor actor, int newest) {
        return new BookedKeyVersions(books, vault).keep(actor, newest);
    }

    Status status(Actor actor);

    /// Goes on to the next version.
    ///
    /// @param from the version that the operator saw as the present one
    RollOverOutcome rollOver(Actor actor, RequestId request, int from);

    /// How far a roll-over is.
    ///
    /// @param current the version that new cards get, 1 to 255
    /// @param since null for the first, which the site was made with
    /// @param checkValue ten hex digits of the present version's content key, safe to show
    /// @param held by version, newest first
    record Status(int current, @Nullable Instant since, String checkValue, List<Held> held) {

        public Status {
            held = List.copyOf(held);
        }

        /// Live cards that do not have the present version yet.
        public long toRenew() {
            return held.stream()
                    .filter(one -> one.version() < current)
                    .mapToLong(one -> one.active() + one.blocked())
                    .sum();
        }
    }

    /// Live cards with one version.
    record Held(int version, long active, long blocked) {}

    sealed interface RollOverOutcome {
        record RolledOver(Status now) implements RollOverOutcome {}

        /// Somebody else was first.
        record AlreadyOn(int version) implements RollOverOutcome {}

        /// Cards with the version before the present one are still live: renew or replace them first.
        record StillInUse(long cards) implements RollOverOutcome {}

        /// Cards are being made this moment; their jobs must end first.
        record CardsInMaking(long jobs) implements RollOverOutcome {}

        /// 255 is the last.
        record NoneLeft() implements RollOverOutcome {}
    }
}
