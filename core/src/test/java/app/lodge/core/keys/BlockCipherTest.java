package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// NIST SP 800-38B examples (RFC 4493 for AES), CRCs, and Bouncy Castle as a second opinion.
@Tag("CHAIN-12")
class BlockCipherTest {

    private static final byte[] MESSAGE =
            Hex.of(
                    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

    @ParameterizedTest
    @CsvSource({
        "0, BB1D6929E95937287FA37D129B756746",
        "16, 070A16B46B4D4144F79BDD9DD04A287C",
        "40, DFA66747DE9AE63030CA32611497C827",
        "64, 51F0BEBF7E3B9D92FC49741779363CFE"
    })
    void macsWithAesAsRfc4493Says(int length, String mac) {
        var cipher = BlockCipher.aes(Hex.of("2b7e151628aed2a6abf7158809cf4f3c"));

        assertThat(Hex.of(cipher.cmac(Arrays.copyOf(MESSAGE, length)))).isEqualTo(mac);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7DB0D37DF936C550, 79CE52A7F786A960",
        "16, 30239CF1F52E6609, CC18A0B79AF2413B",
        "20, 6C9F3EE4923F6BE2, C06D377ECD101969",
        "32, 99429BD0BF7904E5, 9CD33580F9B64DFB"
    })
    void macsWithTripleDesAsNistSays(int length, String threeKeys, String twoKeys) {
        byte[] key = Hex.of("0123456789ABCDEF23456789ABCDEF01456789ABCDEF0123");
        byte[] message = Arrays.copyOf(MESSAGE, length);

        assertThat(Hex.of(BlockCipher.des(key).cmac(message))).isEqualTo(threeKeys);
        assertThat(Hex.of(BlockCipher.des(Arrays.copyOf(key, 16)).cmac(message)))
                .isEqualTo(twoKeys);
    }

    @RepeatedTest(20)
    void agreesWithBouncyCastleOnAnyMessage(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        byte[] key = new byte[seed.getCurrentRepetition() % 2 == 0 ? 16 : 32];
        byte[] message = new byte[random.nextInt(100)];
        random.nextBytes(key);
        random.nextBytes(message);
        var theirs = new CMac(AESEngine.newInstance());
        theirs.init(new KeyParameter(key));
        theirs.update(message, 0, message.length);
        byte[] expected = new byte[16];
        theirs.doFinal(expected, 0);

        assertThat(BlockCipher.aes(key).cmac(message)).isEqualTo(expected);
    }

    @Test
    void sendsAndReceivesDesInDMode() {
        var des = BlockCipher.des(Hex.of("0101010101010101"));

        assertThat(Hex.of(des.decrypt(new byte[8], Hex.of("D659E17043A84068"))))
                .isEqualTo("730DDFADA4D20789");
    }

    @Test
    void checksumsChangeKeyAsTheDataSheetDoes() {
        // AN12196 table 26: CRC32 of the new key.
        assertThat(Hex.of(Bytes.crc32(Hex.of("F3847D627727ED3BC9C4CC050489B966"))))
                .isEqualTo("789DFADC");
        // ISO/IEC 14443-3 annex B: CRC_A of 00 00 is A0 1E, of 12 34 is 26 CF.
        assertThat(Hex.of(Bytes.crc16(Hex.of("0000")))).isEqualTo("A01E");
        assertThat(Hex.of(Bytes.crc16(Hex.of("1234")))).isEqualTo("26CF");
    }
}
