package app.lodge.core.keys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every key that a home holds, as whoever has the unlock secret would see them.
public final class OpenedKeys {

    private OpenedKeys() {}

    /// Every run of 32 bytes in the decoded vault and keyring: whatever could be a key.
    public static List<byte[]> everyWindow(Path vault, byte[] secret) throws VaultException {
        var read = new VaultFile(vault).read(secret, new NoToken());
        var opened = KeyVault.open(vault, secret);
        var windows = new ArrayList<byte[]>();
        windows(read.contents().encode(), windows);
        windows(opened.decodedKeyring(), windows);
        return windows;
    }

    private static void windows(byte[] bytes, List<byte[]> windows) {
        for (var from = 0; from + 32 <= bytes.length; from++) {
            windows.add(Arrays.copyOfRange(bytes, from, from + 32));
        }
    }

    /// Whether any of these opens the bytes: as the key itself, or as the leaf that makes a person's
    /// key of a seed.
    public static boolean opens(
            List<byte[]> windows, long person, byte[] seed, byte[] sealed, byte[] place) {
        var seal = new RecordSeal();
        var bound = Bytes.join(java.nio.ByteBuffer.allocate(8).putLong(person).array(), place);
        for (var window : windows) {
            if (tried(() -> seal.open(window.clone(), seed, bound, sealed))
                    || tried(() -> seal.openUnder(window.clone(), sealed))
                    || sealed.length > 4
                            && tried(() ->
                                    seal.openUnder(
                                            window.clone(),
                                            Bytes.slice(sealed, 4, sealed.length - 4)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean tried(Runnable open) {
        try {
            open.run();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
