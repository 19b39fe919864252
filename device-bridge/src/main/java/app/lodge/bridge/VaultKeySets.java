package app.lodge.bridge;

import app.lodge.bridge.authorising.TerminalKeySets;
import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;
import app.lodge.core.site.Site;
import java.security.PublicKey;

/// Terminals' keys from the site's vault, of the version of card keys that is in use.
record VaultKeySets(Site site) implements TerminalKeySets {

    @Override
    public byte[] sealedTo(long number, PublicKey terminal) {
        return site.vault().terminalKeys(version(), number, terminal);
    }

    @Override
    public byte[] ofClassic(Uid card, PublicKey terminal) {
        return site.vault().classicTillKeys(version(), card, terminal);
    }

    private int version() {
        return site.keyVersions().status(Actor.system("bridge")).current();
    }
}
