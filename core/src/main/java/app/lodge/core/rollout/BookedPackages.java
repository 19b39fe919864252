package app.lodge.core.rollout;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.journal.SiteSignatures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Packages kept in the books.
final class BookedPackages implements Packages {

    private final Books books;
    private final SiteSignatures signatures;

    BookedPackages(Books books, SiteSignatures signatures) {
        this.books = books;
        this.signatures = signatures;
    }

    @Override
    public List<FieldPackage> list(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(PackageStore::all);
    }

    @Override
    public Optional<FieldPackage> find(Actor actor, long number) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> PackageStore.find(sql, number));
    }

    @Override
    public Optional<byte[]> content(Actor actor, long number) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(
                sql -> PackageStore.find(sql, number).map(_ -> PackageStore.content(sql, number)));
    }

    @Override
    public AddOutcome add(Actor actor, RequestId request, Draft draft, byte[] content) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var bytes = content.clone();
        var sha256 = sha256(bytes);
        return books.once(
                actor,
                request,
                "packages.add",
                List.of(draft, sha256),
                AddOutcome.class,
                tx -> {
                    var problems = PackageCheckStore.check(tx.sql(), draft, bytes);
                    if (!problems.isEmpty()) {
                        return new AddOutcome.Rejected(problems);
                    }
                    var text =
                            FieldPackage.signedText(
                                    draft.kind(),
                                    draft.name(),
                                    draft.version(),
                                    bytes.length,
                                    sha256);
                    var signed = signatures.sign(tx, text.getBytes(StandardCharsets.UTF_8));
                    var number =
                            PackageStore.insert(
                                    tx,
                                    draft,
                                    PackageCheckStore.mediaType(draft.kind(), bytes),
                                    sha256,
                                    signed,
                                    bytes);
                    tx.journal(
                            "package.added",
                            "package:" + number,
                            Map.of(
                                    "kind",
                                    draft.kind().name(),
                                    "name",
                                    draft.name(),
                                    "version",
                                    draft.version(),
                                    "sha256",
                                    sha256));
                    return new AddOutcome.Added(PackageStore.find(tx.sql(), number).orElseThrow());
                });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
