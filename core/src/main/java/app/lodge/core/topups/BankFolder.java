package app.lodge.core.topups;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.privacy.HandedOutNote;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stored files become files of the folder, as the very bytes whose hash the books hold.
final class BankFolder {

    private static final Logger LOG = LoggerFactory.getLogger(BankFolder.class);

    private final Books books;
    private final Map<Kind, BankRun> runs;
    private final Path own;
    private final BankFileStore store = new BankFileStore();

    /// @param own where the site names none
    BankFolder(Books books, Map<Kind, BankRun> runs, Path own) {
        this.books = books;
        this.runs = runs;
        this.own = own;
    }

    Path path(Creditor creditor) {
        return creditor.folder().isBlank() ? own : Path.of(creditor.folder());
    }

    /// @return whether it is in its folder
    boolean written(Actor actor, Creditor creditor, BankFile file) {
        if (file.writtenAt() != null) {
            return true;
        }
        var content = content(creditor, file);
        if (content.isEmpty()) {
            return false;
        }
        var folder = path(creditor);
        try {
            WholeFile.write(folder, file.name(), content.get());
        } catch (IOException e) {
            LOG.warn("Bank file {} could not be written to {}", file.number(), folder, e);
            return false;
        }
        return books.write(actor, tx -> noted(tx, file, folder.resolve(file.name()).toString()));
    }

    /// The file names people and their bank accounts: a later erasure must tell of it.
    private boolean noted(Tx tx, BankFile file, String place) {
        if (store.written(tx, file.number())) {
            HandedOutNote.everybody(tx, place);
            tx.journal(
                    file.kind().name().toLowerCase(Locale.ROOT) + ".written",
                    "bank-file:" + file.number(),
                    Map.of("content", file.contentHash()));
        }
        return true;
    }

    Optional<byte[]> content(Creditor creditor, BankFile file) {
        var content = Objects.requireNonNull(runs.get(file.kind())).content(creditor, file);
        if (content.isPresent() && !hash(content.get()).equals(file.contentHash())) {
            LOG.warn("Bank file {} cannot be made again: the creditor changed", file.number());
            return Optional.empty();
        }
        return content;
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
