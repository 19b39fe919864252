package app.lodge.personalization.originality;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.Uid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures of real chips, as they were published with the tools that check them.
@Tag("ID-47")
class MakersKeysTest {

    private static final MakersKeys KEYS = MakersKeys.published();

    @ParameterizedTest
    @CsvSource({
        "Ultralight EV1,04C1285A373080,"
                + "CEA2EB0B3C95D0844A95B824A7553703B3702378033BF0987899DB70151A19E7",
        "Ultralight EV1,04C2285A373080,"
                + "A561506723D422D29ED9F93E60D20B9ED1E05CC1BF81DA19FE500CA0B81CC0ED",
        "NTAG21x,04E10CDA993C80,"
                + "8B76052EE42F5567BEB53238B3E3F9950707C0DCC956B5C5EFCFDB709B2D82B3",
        "NTAG21x,04DB0BDA993C80,"
                + "6048EFD9417CD10F6B7F1818D471A7FE5B46868D2EABDC6307A1E0AAE139D8D0",
        "DESFire EV2,042A41CAE45380,"
                + "B2769F8DDB575AEA2A680ADCA8FFED4FAB81A1E9908E2B82FE0FABB697BBD9B2"
                + "3835C416970E75768F12902ACA491349E94E6589EAF4F508",
        "DESFire EV2,045640CAE45380,"
                + "D34B53A8C2C100D700DEA1C4C0D0DE4409F3A418CD8D57C4F41F146E42AD9A55"
                + "F014199ABBF5CA259C7799DB0AE20D5E77D4950AC7E95D33",
        "DESFire EV2,044CA092806480,"
                + "9D86DACD3866058B1CF122FF5FC80E997251D99179BC1F996ACF6ED7D495DA5C"
                + "39DDE699E2760C08D747EF08487B9897D48957E5AFD755E2",
        "DESFire EV3,04448BD2DB6B80,"
                + "5CBB5632795C8F15263FEFB095B51C7B541AFD914A1AE44EF6FB8AF605EDF13D"
                + "BFEE6C3A2DB372245E671DFE0D42CB1F0D0B8FE67A89D2F6",
        "DESFire EV3,04445DD2DB6B80,"
                + "166BFD9F9BFAA451172566101580DF9894F582C4A4E258C15037AD2F35A475CF"
                + "1D7FB817618623A6569F991931AFB2766984E21A18512A6D",
        "Plus EV1,042A2B221C5080,"
                + "BAC40CD88E9193C58ADA5055350C4F648EB5A7AEC4FCF9BD4CDD7B1C558DE5F5"
                + "9C6636F26286ED48622AAA2331D4DF1CEE23B57B94BDA631",
        "Plus EV1,04505082346B80,"
                + "78B2FCF6769F60B165F5BDEB3A6D0C26967BB165E65A3B400A01C711356FF0A0"
                + "807AB1A2706FCA419702AC67211287E31D71927BA25AB235"
    })
    void aMadeChipIsGenuineAndItsCopyWithAnotherNumberIsNot(
            String product, String uid, String signature) {
        byte[] signed = HexFormat.of().parseHex(signature);

        assertThat(KEYS.check(product, new Uid(uid), signed)).isEqualTo(Origin.GENUINE);
        assertThat(KEYS.check(product, new Uid("04A1B2C3D4E5F6"), signed)).isEqualTo(Origin.FORGED);
        signed[5] ^= 1;
        assertThat(KEYS.check(product, new Uid(uid), signed)).isEqualTo(Origin.FORGED);
    }

    @Test
    void zerosOrTooFewBytesAreNoSignature() {
        assertThat(KEYS.check("NTAG21x", new Uid("04E10CDA993C80"), new byte[32]))
                .isEqualTo(Origin.FORGED);
        assertThat(KEYS.check("NTAG21x", new Uid("04E10CDA993C80"), new byte[3]))
                .isEqualTo(Origin.FORGED);
    }

    @Test
    void whatHasNoPublishedKeyIsUntoldUntilTheFolderHasOne(@TempDir Path folder) throws Exception {
        var uid = new Uid("04E10CDA993C80");
        byte[] signature =
                HexFormat.of()
                        .parseHex(
                                "8B76052EE42F5567BEB53238B3E3F9950707C0DCC956B5C5EFCFDB709B2D82B3");
        assertThat(KEYS.check("NTAG99", uid, signature)).isEqualTo(Origin.UNTOLD);
        Files.writeString(
                folder.resolve(MakersKeys.FILE),
                """
                {"keys": [{"product": "NTAG99", "curve": "secp128r1", "key":
                "04494E1A386D3D3CFE3DC10E5DE68A499B1C202DB5B132393E89ED19FE5BE8BC61"}]}
                """);

        assertThat(KEYS.with(folder).check("NTAG99", uid, signature)).isEqualTo(Origin.GENUINE);
    }
}
