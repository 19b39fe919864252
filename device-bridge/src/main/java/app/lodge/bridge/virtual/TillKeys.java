package app.lodge.bridge.virtual;

import app.lodge.core.keys.ClassicTillKeys;
import app.lodge.core.keys.TerminalKeys;
import app.lodge.core.media.Uid;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A payment point's keys for purses, kept as the bridge sealed them: one set for cards that prove
/// themselves, and one for each Classic that was here (CHAIN-14).
final class TillKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FieldEnd end;
    private final DeviceFolder folder;

    TillKeys(FieldEnd end) {
        this.end = end;
        this.folder = end.folder();
    }

    /// While the bridge is there, the set is asked for anew: card keys roll over.
    Optional<TerminalKeys> set() throws IOException {
        var kept = folder.purseKeys();
        var fresh = asked("purse-keys", Map.of());
        if (fresh.isPresent()) {
            folder.purseKeys(fresh.get());
        }
        return fresh.or(() -> kept)
                .map(sealed ->
                        TerminalKeys.open(bytes(sealed), end.joined().identity().key(), end::now));
    }

    /// Empty for a card that was never here while the bridge was.
    Optional<ClassicTillKeys> ofClassic(Uid card) throws IOException {
        var kept = folder.classicKeys();
        var fresh = asked("classic-keys", Map.of("credential", card.hex()));
        if (fresh.isPresent()) {
            var all = new TreeMap<>(kept);
            all.put(card.hex(), fresh.get());
            folder.classicKeys(all);
        }
        return fresh.or(() -> Optional.ofNullable(kept.get(card.hex())))
                .map(sealed -> ClassicTillKeys.open(bytes(sealed), end.joined().identity().key()));
    }

    private Optional<String> asked(String kind, Map<String, String> of) {
        var content = new TreeMap<String, Object>(of);
        byte[] own = end.joined().identity().certificate().getPublicKey().getEncoded();
        content.put("publicKey", Base64.getEncoder().encodeToString(own));
        return end.ask(kind, content, PATIENCE)
                .answer()
                .flatMap(answer -> Optional.ofNullable(answer.purseKeys()));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
