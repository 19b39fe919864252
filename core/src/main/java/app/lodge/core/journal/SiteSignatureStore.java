package app.lodge.core.journal;

import app.lodge.core.books.Tx;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The keys are the seals' rows.
final class SiteSignatureStore implements SiteSignatures {

    private final SigningKeys signing;
    private final SealStore store = new SealStore();

    SiteSignatureStore(SigningKeys signing) {
        this.signing = signing;
    }

    @Override
    public Signed sign(Tx tx, byte[] message) {
        if (store.keys(tx.sql()).isEmpty()) {
            var wrapped = signing.fresh();
            var made = signing.publicKey(wrapped);
            store.insertKey(tx, 1, made, wrapped);
            tx.journal(
                    "journal.key-made",
                    "journal-key:1",
                    Map.of(
                            "publicKey", SealForm.hex(made),
                            "fingerprint", SealForm.fingerprint(made)));
        }
        var key = store.keys(tx.sql()).getFirst();
        return new Signed(key.publicKey(), signing.sign(key.wrapped(), message));
    }

    @Override
    public boolean holds(byte[] message, Signed signed) {
        var check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(signed.key(), 0));
        check.update(message, 0, message.length);
        return check.verifySignature(signed.signature());
    }
}
