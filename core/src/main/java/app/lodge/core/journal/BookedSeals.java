package app.lodge.core.journal;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Chain;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Tx;
import app.lodge.core.journal.SealStore.Key;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Seals in the books. Rows are read, hashed and signed beside the one writer; the writer only takes the
/// finished seal, and refuses it if another came first.
final class BookedSeals implements Seals {

    private static final int ROWS_AT_ONCE = 5_000;

    private final Books books;
    private final SigningKeys signing;
    private final String site;
    private final SealStore store = new SealStore();
    private final JournalStore journal = new JournalStore();

    BookedSeals(Books books, SigningKeys signing, String site) {
        this.books = books;
        this.signing = signing;
        this.site = site;
    }

    @Override
    public SealOutcome seal(Actor actor) {
        actor.require(Permission.SEE_JOURNAL);
        if (actor.operatorId() > 0 && waiting()) {
            // Before the rows are read: the seal covers the row that says who asked for it.
            books.write(actor, tx -> tx.journal("journal.seal-asked", "journal", Map.of()));
        }
        return sealUp(actor);
    }

    /// A seal over nothing but the row that asks for one would say nothing.
    private boolean waiting() {
        return books.read(sql -> {
            var last = store.newest(sql).orElse(null);
            return journal.head(sql).number() > (last == null ? 0 : last.lastRow());
        });
    }

    private SealOutcome sealUp(Actor actor) {
        while (true) {
            var keys = keys(actor);
            var prepared = prepare(keys);
            if (!(prepared instanceof SealOutcome.Sealed(Seal seal))
                    || books.write(actor, tx -> keep(tx, seal, keys))) {
                return prepared;
            }
        }
    }

    @Override
    public SealOutcome rotateKey(Actor actor) {
        actor.require(Permission.CHANGE_SETTINGS);
        actor.require(Permission.SEE_JOURNAL);
        keys(actor);
        books.write(
                actor,
                tx -> {
                    var keys = store.keys(tx.sql());
                    if (keys.size() == 1) {
                        makeKey(tx, keys.getLast().number() + 1, "journal.key-replaced");
                    }
                    return keys.size();
                });
        return sealUp(actor);
    }

    private List<Key> keys(Actor actor) {
        var keys = books.read(store::keys);
        if (!keys.isEmpty()) {
            return keys;
        }
        return books.write(
                actor,
                tx -> {
                    if (store.keys(tx.sql()).isEmpty()) {
                        makeKey(tx, 1, "journal.key-made");
                    }
                    return store.keys(tx.sql());
                });
    }

    private void makeKey(Tx tx, int number, String kind) {
        var wrapped = signing.fresh();
        var publicKey = signing.publicKey(wrapped);
        store.insertKey(tx, number, publicKey, wrapped);
        tx.journal(
                kind,
                "journal-key:" + number,
                Map.of(
                        "publicKey", SealForm.hex(publicKey),
                        "fingerprint", SealForm.fingerprint(publicKey)));
    }

    private SealOutcome prepare(List<Key> keys) {
        var last = books.read(store::newest).orElse(null);
        var number = last == null ? 0 : last.lastRow();
        var hash = last == null ? Chain.START : hashOf(last);
        var tree = new MerkleTree();
        List<JournalStore.Link> links;
        do {
            var from = number;
            links = books.read(sql -> journal.linksAfter(sql, from, ROWS_AT_ONCE));
            for (var link : links) {
                if (link.row().number() != number + 1) {
                    return new SealOutcome.Broken(
                            number + 1, "row " + (number + 1), "row " + link.row().number());
                }
                number++;
                hash = link.hashAfter(hash);
                if (!SealForm.hex(hash).equals(link.row().hash())) {
                    return new SealOutcome.Broken(number, SealForm.hex(hash), link.row().hash());
                }
                tree.add(hash);
            }
        } while (links.size() == ROWS_AT_ONCE);
        return tree.size() == 0
                ? new SealOutcome.NothingNew(last)
                : new SealOutcome.Sealed(sign(last, number, tree, keys));
    }

    private byte[] hashOf(Seal last) {
        return books.read(sql -> store.rowHash(sql, last.lastRow()))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Row %d of seal %d is not in the journal"
                                        .formatted(last.lastRow(), last.number())));
    }

    private Seal sign(@Nullable Seal last, long lastRow, MerkleTree tree, List<Key> keys) {
        var key = keys.getFirst();
        var newKey = keys.size() > 1 ? keys.getLast() : null;
        var number = last == null ? 1 : last.number() + 1;
        var firstRow = lastRow - tree.size() + 1;
        var previous = last == null ? SealForm.NO_SEAL : SealForm.bytes(last.hash());
        var at = books.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var message =
                SealForm.message(
                        site,
                        number,
                        firstRow,
                        lastRow,
                        tree.root(),
                        previous,
                        at,
                        key.publicKey(),
                        newKey == null ? null : newKey.publicKey());
        return new Seal(
                number,
                firstRow,
                lastRow,
                SealForm.hex(tree.root()),
                SealForm.hex(previous),
                at,
                SealForm.hex(key.publicKey()),
                newKey == null ? null : SealForm.hex(newKey.publicKey()),
                SealForm.hex(SealForm.hash(message)),
                SealForm.hex(signing.sign(key.wrapped(), message)),
                newKey == null ? null : SealForm.hex(signing.sign(newKey.wrapped(), message)));
    }

    /// @return false if another seal or another key came in between
    private boolean keep(Tx tx, Seal seal, List<Key> keys) {
        var before = store.newest(tx.sql()).map(Seal::number).orElse(0L);
        var present = store.keys(tx.sql()).stream().map(Key::number).toList();
        if (before != seal.number() - 1
                || !present.equals(keys.stream().map(Key::number).toList())) {
            return false;
        }
        store.insert(tx, seal);
        if (keys.size() > 1) {
            store.retireKey(tx, keys.getFirst().number());
        }
        return true;
    }

    @Override
    public Standing standing(Actor actor) {
        requireToSee(actor);
        return books.snapshot(sql -> {
            var last = store.newest(sql).orElse(null);
            var keys = store.keys(sql);
            var sealed = last == null ? 0 : last.lastRow();
            return new Standing(
                    site,
                    keys.isEmpty()
                            ? ""
                            : Seal.grouped(SealForm.fingerprint(keys.getFirst().publicKey())),
                    keys.isEmpty() ? "" : SealForm.hex(keys.getFirst().publicKey()),
                    last,
                    journal.head(sql).number() - sealed,
                    store.timeOf(sql, sealed + 1));
        });
    }

    @Override
    public Page<Seal> page(Actor actor, @Nullable String after, int limit) {
        actor.require(Permission.SEE_JOURNAL);
        var most = Math.clamp(limit, 1, 500);
        var before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        var rows = books.read(sql -> store.newestFirst(sql, before, most + 1));
        return rows.size() <= most
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, most), Long.toString(rows.get(most - 1).number()));
    }

    @Override
    public Verification verify(Actor actor) {
        actor.require(Permission.SEE_JOURNAL);
        return new SealCheck(books, site).run();
    }

    @Override
    public String proof(Actor actor, long row, Proving proving) {
        requireToSee(actor);
        return books.snapshot(sql -> {
            var hash =
                    store.rowHash(sql, row)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "There is no journal row %d".formatted(row)));
            var seal = store.endingAfter(sql, row - 1, 1).stream().findFirst().orElse(null);
            if (seal == null || proving == Proving.ROW_ONLY) {
                var key = seal == null ? store.presentKey(sql) : SealForm.bytes(seal.key());
                return ReceiptProof.ofRow(site, row, hash, key);
            }
            var hashes = store.rowHashes(sql, seal.firstRow(), seal.lastRow());
            var path = MerkleTree.path(Math.toIntExact(row - seal.firstRow()), hashes);
            return ReceiptProof.upTo(seal, site, row, hash, path);
        });
    }

    @Override
    public Evidence evidence(Actor actor, long row) {
        actor.require(Permission.SEE_JOURNAL);
        return books.snapshot(sql -> {
            var operator =
                    store.operatorOf(sql, row)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "There is no journal row %d".formatted(row)));
            var previous = store.rowHash(sql, row - 1).orElse(Chain.START);
            var seal = store.endingAfter(sql, row - 1, 1).stream().findFirst().orElse(null);
            if (seal == null) {
                return new Evidence(site, operator, SealForm.hex(previous), null, List.of());
            }
            var hashes = store.rowHashes(sql, seal.firstRow(), seal.lastRow());
            var path = MerkleTree.path(Math.toIntExact(row - seal.firstRow()), hashes);
            return new Evidence(
                    site,
                    operator,
                    SealForm.hex(previous),
                    seal,
                    path.stream().map(SealForm::hex).toList());
        });
    }

    /// Hashes and fingerprints name nobody: who may see accounts may see what proves a receipt.
    private static void requireToSee(Actor actor) {
        if (!actor.may(Permission.SEE_JOURNAL) && !actor.may(Permission.SEE_ACCOUNTS)) {
            throw new NotPermitted(actor.name(), Permission.SEE_JOURNAL.name());
        }
    }
}
