package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.keys.CardKeys;
import app.lodge.personalization.ibutton.KeySeal;
import app.lodge.personalization.onewire.RomNumber;

/// Seals contact keys with the site's newest keys.
public record SiteSeal(CardKeys keys, Actor actor) implements KeySeal {

    @Override
    public int version() {
        return keys.keySet(actor).version();
    }

    @Override
    public byte[] over(RomNumber rom, int version, byte[] content) {
        return keys.contentMac(actor, rom.uid(), version, content);
    }
}
