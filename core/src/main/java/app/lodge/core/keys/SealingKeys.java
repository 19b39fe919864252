package app.lodge.core.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The Ed25519 keys (RFC 8032) that seal the journal: kept outside the vault, useless without it.
public final class SealingKeys {

    private final RecordSeal records;
    private final Supplier<byte[]> wrap;

    /// @param wrap gives the key that seals them anew each time
    SealingKeys(RecordSeal records, Supplier<byte[]> wrap) {
        this.records = records;
        this.wrap = wrap;
    }

    /// What to store of a fresh key. Hand it back to sign; destroy it when the key has been replaced.
    public byte[] fresh() {
        byte[] seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        try {
            return records.sealUnder(wrap.get(), seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /// The public half of a stored key, 32 bytes.
    public byte[] publicKey(byte[] storedKey) {
        return key(storedKey).generatePublicKey().getEncoded();
    }

    /// Signature with a stored key, 64 bytes.
    ///
    /// @throws IllegalStateException if the key was altered or belongs to another vault
    public byte[] sign(byte[] storedKey, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, key(storedKey));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private Ed25519PrivateKeyParameters key(byte[] storedKey) {
        byte[] seed = records.openUnder(wrap.get(), storedKey);
        try {
            return new Ed25519PrivateKeyParameters(seed, 0);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }
}
