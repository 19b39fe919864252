package app.lodge.core.keyversions;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keyversions.KeyVersionStore.Present;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Key versions in the books.
final class BookedKeyVersions implements KeyVersions {

    /// The purpose key of content check bytes, which every card has (see `VaultCardKeys`).
    private static final String CONTENT = "FFFFFF";

    private final Books books;
    private final KeyVault vault;
    private final KeyVersionStore store;

    BookedKeyVersions(Books books, KeyVault vault) {
        this.books = books;
        this.vault = vault;
        this.store = new KeyVersionStore(vault.cardKeyVersion());
    }

    @Override
    public Status status(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> status(store.present(sql), store.held(sql)));
    }

    private Status status(Present present, List<Held> held) {
        return new Status(present.version(), present.since(), checkValue(present.version()), held);
    }

    private Status status(Tx tx) {
        return status(store.present(tx.sql()), store.held(tx.sql()));
    }

    private String checkValue(int version) {
        return HexFormat.of().withUpperCase().formatHex(vault.checkValue(CONTENT, 0, version));
    }

    boolean keep(Actor actor, int newest) {
        return books.<Boolean>write(
                actor,
                tx -> {
                    var restored = store.current(tx.sql());
                    if (newest <= restored || newest > LAST) {
                        return false;
                    }
                    store.add(tx, newest);
                    tx.journal(
                            "keys.kept-after-restore",
                            "keys:" + newest,
                            Map.of(
                                    "version", newest,
                                    "restored", restored,
                                    "checkValue", checkValue(newest)));
                    return true;
                });
    }

    @Override
    public RollOverOutcome rollOver(Actor actor, RequestId request, int from) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        return books.once(
                actor,
                request,
                "keys.roll-over",
                Map.of("from", from),
                RollOverOutcome.class,
                tx -> {
                    Status before = status(tx);
                    if (before.current() != from) {
                        return new RollOverOutcome.AlreadyOn(before.current());
                    }
                    if (before.current() == LAST) {
                        return new RollOverOutcome.NoneLeft();
                    }
                    if (before.toRenew() > 0) {
                        return new RollOverOutcome.StillInUse(before.toRenew());
                    }
                    long making = store.openJobs(tx.sql());
                    if (making > 0) {
                        return new RollOverOutcome.CardsInMaking(making);
                    }
                    int next = before.current() + 1;
                    store.add(tx, next);
                    tx.journal(
                            "keys.rolled-over",
                            "keys:" + next,
                            Map.of("version", next, "checkValue", checkValue(next)));
                    return new RollOverOutcome.RolledOver(status(tx));
                });
    }
}
