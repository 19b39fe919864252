package app.lodge.core.topups;

import app.lodge.core.books.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The site's own folder of files for the bank, as far as erasures go (ID-57): the bank has what was
/// collected, and the books keep amount and hash of each file, so the copy with names and bank accounts
/// in it goes once somebody in it is erased.
public final class ErasedFromBank {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedFromBank.class);

    private final Books books;
    private final Path folder;

    /// @param folder the site's own; a folder that the site chose elsewhere is not Lodge's to clear
    public ErasedFromBank(Books books, Path folder) {
        this.books = books;
        this.folder = folder;
    }

    /// Removes the files that can no longer be made again because somebody in them was erased. May be
    /// repeated; what cannot be removed now is tried again at the next erasure or start.
    public void forgetErased() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (var name : books.read(BankFileStore::ofErased)) {
            try {
                if (Files.deleteIfExists(folder.resolve(name))) {
                    LOG.info("{} is removed: somebody in it was erased", name);
                }
            } catch (IOException e) {
                LOG.warn("{} could not be removed; tried again later", folder.resolve(name), e);
            }
        }
    }
}
