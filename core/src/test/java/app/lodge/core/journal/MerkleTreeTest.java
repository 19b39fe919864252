package app.lodge.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Chain;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Published vectors: the Merkle trees of the Certificate Transparency project (RFC 6962), Ed25519 of RFC
/// 8032 §7.1; and the row of `docs/journal-format.md`.
@Tag("ID-50")
class MerkleTreeTest {

    private static final List<byte[]> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(MerkleTreeTest::bytes)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void rootsAreThePublishedOnes(int leaves, String root) {
        assertThat(MerkleTree.root(LEAVES.subList(0, leaves))).isEqualTo(bytes(root));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    })
    void pathsAreThePublishedOnes(int index, int leaves, String path) {
        assertThat(MerkleTree.path(index, LEAVES.subList(0, leaves)).stream().map(SealForm::hex))
                .containsExactlyElementsOf(
                        Stream.of(path.toUpperCase(java.util.Locale.ROOT).split(" "))
                                .filter(step -> !step.isEmpty())
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    })
    void signaturesAreThoseOfRfc8032(String key, String message, String signature) {
        assertThat(SealForm.signedBy(bytes(key), bytes(message), bytes(signature))).isTrue();
        var other = bytes(signature);
        other[5] ^= 1;
        assertThat(SealForm.signedBy(bytes(key), bytes(message), other)).isFalse();
        assertThat(SealForm.signedBy(bytes(key), bytes(message + "00"), bytes(signature)))
                .isFalse();
        assertThat(SealForm.signedBy(new byte[32], bytes(message), bytes(signature))).isFalse();
    }

    @Test
    void theRowOfTheFormatsPageHasItsHash() {
        var at = Instant.parse("2026-11-22T08:00:00.000001Z");
        assertThat(SealForm.hex(Chain.hash(Chain.START, 1, at, "a.b", -3, "Łó", "w\t1", "", "{}")))
                .isEqualTo("F8E12F39499167541E09E971233AF9248072233CD40E57BEF4DA3DDE80632791");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
