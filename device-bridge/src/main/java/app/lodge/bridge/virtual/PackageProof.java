package app.lodge.bridge.virtual;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.link.Down;
import app.lodge.core.rollout.FieldPackage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Locale;

/// How a device knows that a package comes from its site: the key that signed has a certificate for code
/// signing from the authority that the device joined with (RFC 8032, RFC 5280 4.2.1.12).
final class PackageProof {

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    private PackageProof() {}

    /// @param authority certificate in PEM
    static boolean holds(Down.File file, String authority, Instant now) {
        try {
            var signer = Pem.certificate(file.certificate());
            signer.verify(Pem.certificate(authority).getPublicKey());
            var purposes = signer.getExtendedKeyUsage();
            if (now.isBefore(Identity.from(signer))
                    || now.isAfter(Identity.until(signer))
                    || purposes == null
                    || !purposes.contains(CODE_SIGNING)) {
                return false;
            }
            var text =
                    FieldPackage.signedText(
                            FieldPackage.Kind.valueOf(file.kind().toUpperCase(Locale.ROOT)),
                            file.name(),
                            file.version(),
                            file.size(),
                            file.sha256());
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(signer.getPublicKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(file.signature());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
