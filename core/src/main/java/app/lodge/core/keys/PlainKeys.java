package app.lodge.core.keys;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.media.Uid;

/// Keys for media that cannot be given one secretly: MIFARE Classic, Ultralight, NTAG21x, and Plus
/// while it is personalised (ID-47, CHAIN-11). Derived for the one medium; everything stronger stays in
/// {@link CardKeys}.
public interface PlainKeys {

    static PlainKeys over(KeyVault vault) {
        return (actor, key, uid) -> {
            actor.require(Permission.ISSUE_CARDS);
            return vault.plainKey(key, uid);
        };
    }

    /// @return six bytes for Classic and passwords, sixteen for the others; the caller wipes them
    byte[] key(Actor actor, PlainKey key, Uid uid);
}
