package app.lodge.core.keys;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// What one guess at a password costs under Argon2id (RFC 9106).
///
/// @param memoryKibibytes 8 to 4 194 304, at least 8 a lane
/// @param passes 1 to 100
/// @param lanes 1 to 16
public record KdfCost(int memoryKibibytes, int passes, int lanes) {

    /// 64 MiB, three passes: RFC 9106's second choice but for one lane, about 0.2 s on a desk machine.
    public static final KdfCost STANDARD = new KdfCost(65_536, 3, 1);

    public KdfCost {
        if (lanes < 1
                || lanes > 16
                || passes < 1
                || passes > 100
                || memoryKibibytes < 8 * lanes
                || memoryKibibytes > 4_194_304) {
            throw new IllegalArgumentException(
                    "Argon2id cost of %d KiB, %d passes, %d lanes is out of range"
                            .formatted(memoryKibibytes, passes, lanes));
        }
    }

    byte[] derive(byte[] secret, byte[] salt, int length) {
        var parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKibibytes)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] derived = new byte[length];
        generator.generateBytes(secret, derived);
        return derived;
    }
}
