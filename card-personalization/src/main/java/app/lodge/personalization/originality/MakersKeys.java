package app.lodge.personalization.originality;

import app.lodge.core.doors.Json;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/// The public keys with which makers sign their chips' numbers: those that NXP published, and any that
/// a workstation's file `originality-keys.json` adds.
public final class MakersKeys {

    /// Name of the file that adds keys, in the workstation's folder.
    public static final String FILE = "originality-keys.json";

    private final List<MakersKey> keys;

    private MakersKeys(List<MakersKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /// @param product what the chip says it is, without the maker: `NTAG21x`, `DESFire EV3`
    /// @param curve `secp128r1` or `secp224r1`
    /// @param key uncompressed point in hex
    record MakersKey(String product, String curve, String key) {}

    private record Listed(List<MakersKey> keys) {}

    /// The keys that ship with Lodge.
    public static MakersKeys published() {
        try (InputStream in = MakersKeys.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + FILE);
            }
            return new MakersKeys(Json.read(in.readAllBytes(), Listed.class).keys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With those of the folder's file, if there is one.
    public MakersKeys with(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return this;
        }
        try {
            List<MakersKey> all = new ArrayList<>(keys);
            all.addAll(Json.read(Files.readAllBytes(file), Listed.class).keys());
            return new MakersKeys(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether there is a key for such chips at all.
    public boolean know(String product) {
        return keys.stream().anyMatch(key -> key.product().equals(product));
    }

    /// @param signature r and s, each as long as the curve's numbers
    /// @return GENUINE if one of the product's keys made it, UNTOLD if we have none
    public Origin check(String product, Uid uid, byte[] signature) {
        if (!know(product)) {
            return Origin.UNTOLD;
        }
        boolean genuine =
                keys.stream()
                        .filter(key -> key.product().equals(product))
                        .anyMatch(key -> made(key, uid, signature));
        return genuine ? Origin.GENUINE : Origin.FORGED;
    }

    /// The number itself is signed, not a digest of it.
    private static boolean made(MakersKey key, Uid uid, byte[] signature) {
        X9ECParameters curve = SECNamedCurves.getByName(key.curve());
        int half = (curve.getN().bitLength() + 7) / 8;
        if (signature.length != 2 * half) {
            return false;
        }
        var domain =
                new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        var point = curve.getCurve().decodePoint(HexFormat.of().parseHex(key.key()));
        var verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(point, domain));
        return verifier.verifySignature(
                uid.bytes(),
                new BigInteger(1, Bytes.slice(signature, 0, half)),
                new BigInteger(1, Bytes.slice(signature, half, half)));
    }
}
