package app.lodge.bridge.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// A device's request for a certificate (PKCS #10, RFC 2986), checked: the device holds the key.
///
/// @param name the common name that it asks for
public record SigningRequest(String name, PublicKey publicKey) {

    private static final int SHORTEST_RSA = 2_048;
    private static final int SHORTEST_EC = 256;

    /// @throws IllegalArgumentException if the text is no request, its signature is wrong, or its key
    ///     is too weak
    public static SigningRequest read(String pem) {
        try {
            var request = new JcaPKCS10CertificationRequest(Pem.bytes(pem));
            var key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("The request is not signed by its own key");
            }
            if (!strongEnough(key)) {
                throw new IllegalArgumentException(
                        "The key must be EC of %d bits or RSA of %d bits at least"
                                .formatted(SHORTEST_EC, SHORTEST_RSA));
            }
            var names = request.getSubject().getRDNs(BCStyle.CN);
            if (names.length != 1) {
                throw new IllegalArgumentException("The request needs exactly one common name");
            }
            return new SigningRequest(IETFUtils.valueToString(names[0].getFirst().getValue()), key);
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException e) {
            throw new IllegalArgumentException("Not a certificate request in PEM", e);
        }
    }

    /// A fresh key and the request for it, as a device makes them.
    public static Made make(String name) {
        var pair = SiteAuthority.keyPair();
        try {
            var request =
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500NameBuilder(BCStyle.INSTANCE)
                                            .addRDN(BCStyle.CN, name)
                                            .build(),
                                    pair.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(pair.getPrivate()));
            return new Made(
                    pair.getPrivate(), Pem.write("CERTIFICATE REQUEST", request.getEncoded()));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("A certificate request could not be made", e);
        }
    }

    /// @param request PEM
    public record Made(PrivateKey key, String request) {
        @Override
        public String toString() {
            return "Made[" + request + "]";
        }
    }

    private static boolean strongEnough(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SHORTEST_EC;
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            default -> false;
        };
    }
}
