package app.lodge.core.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/// PINs on their way from a terminal, sealed to a key that this process made for itself: no log of the
/// wire and no broker reads them.
public final class PinBox {

    private final KeyPair own;

    public PinBox() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            own = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no P-256", e);
        }
    }

    /// X.509.
    public byte[] publicKey() {
        return own.getPublic().getEncoded();
    }

    /// What a terminal does.
    ///
    /// @param session that the PIN is for; it opens no other
    /// @param pin ASCII; the caller wipes it
    /// @throws IllegalArgumentException if nothing can be sealed to this key
    public static byte[] seal(byte[] publicKey, String session, char[] pin) {
        byte[] content = new byte[session.length() + pin.length];
        for (int i = 0; i < content.length; i++) {
            content[i] =
                    (byte) (i < session.length() ? session.charAt(i) : pin[i - session.length()]);
        }
        try {
            var reader =
                    KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey));
            return SealedBox.seal(reader, content);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Nothing can be sealed to this key", e);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// The PIN, which the caller wipes; empty if it was sealed to somebody else or for another session.
    public Optional<char[]> open(String session, byte[] sealed) {
        byte[] content;
        try {
            content = SealedBox.open(own.getPrivate(), sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean same = content.length >= session.length();
        for (int i = 0; same && i < session.length(); i++) {
            same = content[i] == (byte) session.charAt(i);
        }
        var pin = new char[same ? content.length - session.length() : 0];
        for (int i = 0; i < pin.length; i++) {
            pin[i] = (char) (content[session.length() + i] & 0xFF);
        }
        Arrays.fill(content, (byte) 0);
        return same ? Optional.of(pin) : Optional.empty();
    }
}
