package app.lodge.core.selfservice;

import app.lodge.core.books.Identifier;

/// A self-service account's number: a login, not an ID (ID-22).
public record LoginId(long number) implements Identifier {

    /// People have the lower half of the vault's keys, logins the upper one.
    private static final long FIRST_KEY = 1L << 31;

    /// Under which of the vault's keys the login's address is sealed.
    public long key() {
        return FIRST_KEY + number;
    }

    public static boolean isKey(long key) {
        return key > FIRST_KEY;
    }

    public static LoginId ofKey(long key) {
        return new LoginId(key - FIRST_KEY);
    }
}
