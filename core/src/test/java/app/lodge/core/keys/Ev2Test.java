package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// NXP AN12343 tables 16 and 23 to 26, AN12196 tables 8, 14, 19, 26 and 27, AN12321.
@Tag("ID-40")
@Tag("CHAIN-08")
class Ev2Test {

    private static final BlockCipher ZERO = BlockCipher.aes(new byte[16]);

    @ParameterizedTest
    @CsvSource({
        "B04D0787C93EE0CC8CACC8E86F16C6FE, FA659AD0DCA738DD65DC7DC38612AD81,"
                + " 3B50445F21D21D77D500794DEB245E5A754F5F901844259F4C9B31A5C7335ACD,"
                + " 63DC07286289A7A6C0334CA31C314A04, 774F26743ECE6AF5033B6AE8522946F6",
        "13C5DB8A5930439FC3DEF9A4C675360F, B9E2FC789B64BF237CCCAA20EC7E6E48,"
                + " 35C3E05A752E0144BAC0DE51C1F22C56B34408A23D8AEA266CAB947EA8E0118D,"
                + " 1309C877509E5A215007FF0ED19CA564, 4C6626F5E72EA694202139295C7A7FC7"
    })
    void derivesSessionKeys(String rndA, String rndB, String token, String enc, String mac) {
        byte[] a = Hex.of(rndA);
        byte[] b = Hex.of(rndB);

        assertThat(Hex.of(Ev2Handshake.token(ZERO, a, b))).isEqualTo(token);
        assertThat(Hex.of(Ev2Handshake.encryptionKey(ZERO, a, b))).isEqualTo(enc);
        assertThat(Hex.of(Ev2Handshake.macKey(ZERO, a, b))).isEqualTo(mac);
    }

    @Test
    void macsCommandsAndAnswers() {
        var session = messaging("", "9366FA195EB566F5BD2BAD4020B83002", "E2D3AF69");
        byte[] data = Hex.of("22".repeat(25));

        assertThat(Hex.of(session.mac(0x8D, 0, Hex.of("00000000190000"), data)))
                .isEqualTo("68F2C28C575A1628");
        assertThat(Hex.of(session.mac(0x00, 1))).isEqualTo("0820F68898C2A7F1");
        assertThat(Hex.of(session.mac(0xAD, 1, Hex.of("00000000300000"))))
                .isEqualTo("0D9BE191D5960834");
        assertThat(Hex.of(session.mac(0x00, 2, data, new byte[23]))).isEqualTo("A49A44222D926666");

        var settings = messaging("", "8248134A386E86EB7FAF54A52E536CB6", "7A21085E");
        assertThat(Hex.of(settings.mac(0xF5, 0, Hex.of("02")))).isEqualTo("6597A457C8CD442C");
        byte[] answer = Hex.of("0040EEEE000100D1FE001F00004400004400002000006A0000");
        assertThat(Hex.of(settings.mac(0x00, 1, answer))).isEqualTo("2A474282E7A47986");
    }

    @Test
    void enciphersCommandsAndAnswers() {
        var session =
                messaging(
                        "FFBCFE1F41840A09C9A88D0A4B10DF05",
                        "37E7234B11BEBEFDE41A8F290090EF80",
                        "CD73D8E5");
        byte[] data = Hex.of("22".repeat(25));
        String command = "D7446FBC912580C0A65E738D28B609E43ADBB8FB2B4CA68744D1BBEBB37EBD32";
        String answer =
                "8848D0F9B9FD4495770C89925B2A85C7274D350FA9029C484D43804886662DC4"
                        + "2D7F40A6D7A415E4A71EFF79EB8E5721AC3BF1CAAFE8EB2CAA2DC162E67A97A3";

        assertThat(Hex.of(session.encryptCommand(0, data))).isEqualTo(command);
        assertThat(session.decryptCommand(0, Hex.of(command))).isEqualTo(data);
        assertThat(Hex.of(session.mac(0x8D, 0, Hex.of("00000000190000"), Hex.of(command))))
                .isEqualTo("700ADF7BB9F62A6C");
        assertThat(Hex.of(session.mac(0x00, 1))).isEqualTo("B9A534A7A73EE0DD");
        assertThat(Hex.of(session.mac(0xAD, 1, Hex.of("00000000300000"))))
                .isEqualTo("7CF94F122B3DB05F");
        assertThat(session.decryptAnswer(2, Hex.of(answer)))
                .isEqualTo(Bytes.join(data, new byte[23]));
        assertThat(Hex.of(session.encryptAnswer(2, Bytes.join(data, new byte[23]))))
                .isEqualTo(answer);
        assertThat(Hex.of(session.mac(0x00, 2, Hex.of(answer)))).isEqualTo("8ED7888F22B3A587");
    }

    @Test
    void enciphersSettings() {
        var session =
                messaging(
                        "1309C877509E5A215007FF0ED19CA564",
                        "4C6626F5E72EA694202139295C7A7FC7",
                        "9D00C4DF");
        byte[] sealed = session.encryptCommand(1, Hex.of("4000E0C1F121200000430000430000"));

        assertThat(Hex.of(sealed)).isEqualTo("61B6D97903566E84C3AE5274467E89EA");
        assertThat(Hex.of(session.mac(0x5F, 1, Hex.of("02"), sealed)))
                .isEqualTo("D799B7C1A0EF7A04");

        var configuration =
                messaging(
                        "66A8CB93269DC9BC2885B7A91B9C697B",
                        "7DE5F7E244A46D22E536804D07E8D70E",
                        "ED56F6E6");
        byte[] option = configuration.encryptCommand(0, Hex.of("00000000020000000000"));
        assertThat(Hex.of(option)).isEqualTo("41B2BA963075730426D0858D2AA6C498");
        assertThat(Hex.of(configuration.mac(0x5C, 0, Hex.of("05"), option)))
                .isEqualTo("2F579E77FAB49F83");
    }

    @Test
    void makesKeyChangeCryptograms() {
        var session =
                messaging(
                        "4CF3CB41A22583A61E89B158D252FC53",
                        "5529860B2FC5FB6154B7F28361D30BF9",
                        "7614281A");
        byte[] other = Hex.of("F3847D627727ED3BC9C4CC050489B966" + "01" + "789DFADC");
        byte[] sealed = session.encryptCommand(2, other);

        assertThat(Hex.of(sealed))
                .isEqualTo("2CF362B7BF4311FF3BE1DAA295E8C68DE09050560D19B9E16C2393AE9CD1FAC7");
        assertThat(Hex.of(session.mac(0xC4, 2, Hex.of("02"), sealed)))
                .isEqualTo("5D0CE20BCD1D06E6");
        assertThat(Hex.of(session.mac(0x00, 3))).isEqualTo("203BB55D1089D587");

        byte[] own = session.encryptCommand(3, Hex.of("5004BF991F408672B1EF00F08F9E864701"));
        assertThat(Hex.of(own))
                .isEqualTo("C0EB4DEEFEDDF0B513A03A95A75491818580503190D4D05053FF75668A01D6FD");
        assertThat(Hex.of(session.mac(0xC4, 3, Hex.of("00"), own))).isEqualTo("A6610234BDED6432");
    }

    @Test
    void refusesAFieldWithoutPadding() {
        var session = messaging("", "", "00000000");
        byte[] unpadded = BlockCipher.aes(new byte[16]).encrypt(new byte[16], new byte[16]);

        assertThatThrownBy(() -> session.decryptAnswer(1, unpadded))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Ev2Messaging messaging(String enc, String mac, String transaction) {
        return new Ev2Messaging(
                enc.isEmpty() ? new byte[16] : Hex.of(enc),
                mac.isEmpty() ? new byte[16] : Hex.of(mac),
                Hex.of(transaction));
    }
}
