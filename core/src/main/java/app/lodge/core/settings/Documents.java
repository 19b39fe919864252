package app.lodge.core.settings;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import java.util.Optional;

/// Settings of other features, each a JSON document under its name.
public final class Documents {

    private static final SettingsStore STORE = new SettingsStore();

    private Documents() {}

    public static Optional<String> find(Books books, String name) {
        return books.read(sql -> STORE.find(sql, name));
    }

    /// The same inside a transaction.
    public static Optional<String> find(Tx tx, String name) {
        return STORE.find(tx.sql(), name);
    }

    /// @param content at most 4,000 characters
    public static void put(Tx tx, String name, String content) {
        STORE.put(tx.sql(), name, content, tx.nowUtc());
    }
}
