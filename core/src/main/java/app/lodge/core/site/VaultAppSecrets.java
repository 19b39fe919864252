package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.AppSecrets;
import app.lodge.core.media.Uid;
import java.nio.charset.StandardCharsets;

/// Secrets of apps from the site's card keys: check bytes over three words, under a key of the app's own.
record VaultAppSecrets(CardKeys keys) implements AppSecrets {

    private static final Actor SYSTEM = Actor.system("apps");

    @Override
    public int version() {
        return keys.keySet(SYSTEM).version();
    }

    @Override
    public byte[] of(Uid app, int version) {
        return Bytes.join(part(app, version, 1), part(app, version, 2), part(app, version, 3));
    }

    private byte[] part(Uid app, int version, int number) {
        var word = ("app code " + number).getBytes(StandardCharsets.US_ASCII);
        return keys.contentMac(SYSTEM, app, version, word);
    }
}
