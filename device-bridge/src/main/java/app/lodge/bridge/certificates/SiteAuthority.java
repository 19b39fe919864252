package app.lodge.bridge.certificates;

import app.lodge.core.books.Sealing;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The site's own certificate authority (EC P-256, ECDSA with SHA-256; profile of RFC 5280).
///
/// Its key is sealed by the vault; the bridge's own certificates are made fresh at every start and
/// live in memory.
public final class SiteAuthority {

    public static final String FILE = "field-authority.json";

    /// Devices' certificates; a device joins again before that.
    public static final Duration DEVICE_LIFE = Duration.ofDays(730);

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(7_300);
    private static final Duration OWN_LIFE = Duration.ofDays(397);

    /// Devices' clocks may be behind.
    private static final Duration BACKDATED = Duration.ofHours(24);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private SiteAuthority(PrivateKey key, X509Certificate certificate, InstantSource clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /// Reads the authority of a home, or makes one.
    ///
    /// @throws IllegalStateException if the file was changed, or sealed by another vault
    public static SiteAuthority in(Path home, String site, Sealing sealing, InstantSource clock)
            throws IOException {
        var file = home.resolve(FILE);
        if (Files.exists(file)) {
            var stored = Json.read(Files.readAllBytes(file), Stored.class);
            var plain = sealing.open(HexFormat.of().parseHex(stored.sealedKey()));
            try {
                return new SiteAuthority(
                        Pem.privateKey(plain), Pem.certificate(stored.certificate()), clock);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        }
        var pair = keyPair();
        var made = selfSigned(pair, site, clock);
        var plain = pair.getPrivate().getEncoded();
        var stored =
                new Stored(
                        Pem.certificate(made),
                        HexFormat.of().withUpperCase().formatHex(sealing.seal(plain)));
        Arrays.fill(plain, (byte) 0);
        var beside = home.resolve(FILE + ".new");
        Files.write(beside, Json.bytes(stored, Stored.class));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        return new SiteAuthority(pair.getPrivate(), made, clock);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /// A fresh identity for a server of the bridge.
    ///
    /// @param names host names and addresses by which it is reached
    public Identity server(Collection<String> names) {
        var pair = keyPair();
        var alternatives =
                names.stream()
                        .distinct()
                        .map(name ->
                                new GeneralName(
                                        isAddress(name)
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        name))
                        .toArray(GeneralName[]::new);
        return new Identity(
                pair.getPrivate(),
                issue(
                        "lodge-bridge",
                        pair.getPublic(),
                        OWN_LIFE,
                        KeyPurposeId.id_kp_serverAuth,
                        Optional.of(new GeneralNames(alternatives))),
                certificate);
    }

    /// A fresh identity for a client, key included: the bridge's own, and those of tests.
    public Identity client(String name) {
        var pair = keyPair();
        return new Identity(pair.getPrivate(), certify(name, pair.getPublic()), certificate);
    }

    /// A certificate for a device's own key.
    public X509Certificate certify(String name, PublicKey publicKey) {
        return issue(name, publicKey, DEVICE_LIFE, KeyPurposeId.id_kp_clientAuth, Optional.empty());
    }

    /// Says to devices that a key signs their packages (RFC 8410, RFC 5280 4.2.1.12: code signing).
    ///
    /// @param ed25519 the public key, 32 bytes
    public X509Certificate certifySigner(byte[] ed25519) {
        try {
            var encoded =
                    new SubjectPublicKeyInfo(
                                    new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                                    ed25519)
                            .getEncoded();
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded));
            return issue(
                    "packages", key, OWN_LIFE, KeyPurposeId.id_kp_codeSigning, Optional.empty());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The packages' signing key could not be certified", e);
        }
    }

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no EC P-256", e);
        }
    }

    private X509Certificate issue(
            String name,
            PublicKey publicKey,
            Duration life,
            KeyPurposeId purpose,
            Optional<GeneralNames> alternatives) {
        var now = clock.instant();
        try {
            var extensions = new JcaX509ExtensionUtils();
            var builder =
                    new JcaX509v3CertificateBuilder(
                                    X500Name.getInstance(
                                            certificate.getSubjectX500Principal().getEncoded()),
                                    new BigInteger(127, random),
                                    Date.from(now.minus(BACKDATED)),
                                    Date.from(now.plus(life)),
                                    commonName(name),
                                    publicKey)
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(false))
                            .addExtension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(KeyUsage.digitalSignature))
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(purpose))
                            .addExtension(
                                    Extension.authorityKeyIdentifier,
                                    false,
                                    extensions.createAuthorityKeyIdentifier(certificate));
            if (alternatives.isPresent()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives.get());
            }
            return sign(builder, key);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("A certificate for '" + name + "' was refused", e);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair, String site, InstantSource clock) {
        var now = clock.instant();
        var name =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.O, "Lodge")
                        .addRDN(BCStyle.CN, "Lodge field network of " + site)
                        .build();
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    new BigInteger(127, new SecureRandom()),
                                    Date.from(now.minus(BACKDATED)),
                                    Date.from(now.plus(AUTHORITY_LIFE)),
                                    name,
                                    pair.getPublic())
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                            .addExtension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                            .addExtension(
                                    Extension.subjectKeyIdentifier,
                                    false,
                                    new JcaX509ExtensionUtils()
                                            .createSubjectKeyIdentifier(pair.getPublic()));
            return sign(builder, pair.getPrivate());
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("The site's authority could not be made", e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("This Java has no SHA256withECDSA", e);
        }
    }

    private static X500Name commonName(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /// @param sealedKey hex of the sealed PKCS #8
    record Stored(String certificate, String sealedKey) {
        @Override
        public String toString() {
            return "Stored[sealed]";
        }
    }
}
