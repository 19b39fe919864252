package app.lodge.bridge.osdp;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.osdp.Command.Ask;
import app.lodge.bridge.osdp.Command.Blink;
import app.lodge.bridge.osdp.Command.Colour;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The published vectors of the standard's annex E, and a conversation recorded with the reference
/// implementation's reader.
@Tag("ID-39")
final class OsdpVectorsTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Test
    void checksAreThoseOfAnnexE() {
        assertThat(crc("31 32 33 34 35 36 37 38 39")).isEqualTo(0xE5CC);
        assertThat(crc("53 7F 0D 00 04 6E 00 80 25 00 00")).isEqualTo(0x386E);
        assertThat(crc("53 00 09 00 04 61 00")).isEqualTo(0x66C0);
        assertThat(sum("53 7F 0C 00 00 6E 00 80 25 00 00")).isEqualTo(0x0F);
        assertThat(sum("53 00 08 00 00 61 00")).isEqualTo(0x44);
    }

    @Test
    void sessionKeysAndCryptogramsAreThoseOfAnnexE() {
        var channel =
                new SecureChannel(
                        SecureChannel.defaultKey(),
                        bytes("B0B1B2B3B4B5B6B7"),
                        bytes("A0A1A2A3A4A5A6A7"));
        assertThat(HEX.formatHex(channel.clientCryptogram()))
                .isEqualTo("FDE5D2F428EC16312471EA3C02BD7796");
        assertThat(HEX.formatHex(channel.serverCryptogram()))
                .isEqualTo("26D3356E07762D262801FC8E6665A891");
        assertThat(HEX.formatHex(channel.initialMac()))
                .isEqualTo("B2A30057EB98BA2229EC1F875662B524");
    }

    private record Said(Command command, String asked, String answered, Object means) {}

    @Test
    void speaksTheRecordedConversationByteForByte() throws Exception {
        var plain =
                List.of(
                        new Said(
                                new Command.Poll(),
                                "530508000460BC89",
                                "5385080004400E8F",
                                new Reply.Ack()),
                        new Said(
                                Ask.ID,
                                "53050900056100F112",
                                "5385140005455634129901040302010A0B0C1DE8",
                                new Reply.Identity("563412", 0x99, 1, "04030201", "10.11.12")),
                        new Said(
                                Ask.LOCAL_STATUS,
                                "5305080007646B9C",
                                "53850A00074801006460",
                                new Reply.LocalStatus(true, false)),
                        new Said(
                                new Command.Led(
                                        0,
                                        0,
                                        new Blink(5, 5, Colour.GREEN, Colour.OFF),
                                        50,
                                        Blink.steady(Colour.RED)),
                                "53051600056900000205050200320001010001005F38",
                                "5385080005403FBC",
                                new Reply.Ack()));
        for (var said : plain) {
            var asked = Packet.read(bytes(said.asked()));
            var ours =
                    Packet.plain(
                            5,
                            false,
                            asked.sequence(),
                            said.command().code(),
                            said.command().data());
            assertThat(HEX.formatHex(ours.bytes())).isEqualTo(said.asked());
            assertThat(Reply.of(frame(said.answered()))).isEqualTo(said.means());
        }
    }

    @Test
    void speaksTheRecordedSecureConversationByteForByte() throws Exception {
        var key = bytes("000102030405060708090A0B0C0D0E0F");
        var randomA = bytes("7FCA8FD75492A100");
        var challenge =
                new Packet(5, false, 0, true, new byte[] {0x11, 1}, 0x76, randomA, new byte[0]);
        assertThat(HEX.formatHex(challenge.bytes()))
                .isEqualTo("530513000C031101767FCA8FD75492A1004D53");
        var answer =
                (Reply.Cryptogram)
                        Reply.of(
                                frame(
                                        "53852B000C031201765634990004030201BF1ADC85DA4639A8"
                                                + "8EDFAFD073AD3B10A8AFB0ECC7A70BF06050"));
        var channel = new SecureChannel(key, randomA, answer.randomB());
        assertThat(channel.clientCryptogram()).isEqualTo(answer.cryptogram());
        assertThat(HEX.formatHex(channel.serverCryptogram()))
                .isEqualTo("09105A500C96FD0720F1ADA414B050FD");
        var initial =
                (Reply.InitialMac)
                        Reply.of(frame("53851B000D03140178ECC9197369ED44ADBD5AF04B17D7E73CED94"));
        assertThat(channel.initialMac()).isEqualTo(initial.mac());

        var conversation = new ArrayList<Said>();
        conversation.add(
                new Said(
                        new Command.Poll(),
                        "53050E000E021560945FC21CAE95",
                        "53850E000E02164034DC2D675C9D",
                        new Reply.Ack()));
        conversation.add(
                new Said(
                        null,
                        "53051E000F02176965A598A417956DFC03F15401C0C2ED797491BCC80C14",
                        "53850E000F02164076997653B40B",
                        new Reply.Ack()));
        conversation.add(
                new Said(
                        new Command.Buzzer(0, 2, 1, 3),
                        "53051E000D02176A5C959821A03B4966D1CF6BDA7245A1BF4B224DFF772B",
                        "53850E000D0216400EA5B0080CA4",
                        new Reply.Ack()));
        conversation.add(
                new Said(
                        new Command.Output(0, Command.Output.Action.ON_FOR, 30),
                        "53051E000E0217684A9EA84415E85EB33FD6E40B541C87CB21B6B716E0AB",
                        "53850E000E0216404E9CA1B5E51F",
                        new Reply.Ack()));
        conversation.add(
                new Said(
                        Ask.LOCAL_STATUS,
                        "53050E000F02156489F5B8652B0B",
                        "538510000F02154801004E5718949D78",
                        new Reply.LocalStatus(true, false)));
        conversation.add(
                new Said(
                        Ask.INPUT_STATUS,
                        "53050E000D021565939A7EF5C1D5",
                        "53850F000D0215490015D249BFFC12",
                        new Reply.Inputs(List.of(false))));
        conversation.add(
                new Said(
                        new Command.Text(0, 0, "Hello"),
                        "53051E000E02176B047CC9F56FDFB0C6CD1B362CE1F906B1FEC85756CA53",
                        "53850E000E0216408248BD844B3A",
                        new Reply.Ack()));
        conversation.add(
                new Said(
                        new Command.KeySet(bytes("101112131415161718191A1B1C1D1E1F")),
                        "53052E000F0217752D1F9ED59BFAD8DECD621E54C0B957E189B48B58C9E8C97B0A658540"
                                + "87B1E9627631CE0487EA",
                        "53850E000F0216400082E4A4BB3C",
                        new Reply.Ack()));
        for (var said : conversation) {
            var asked = frame(said.asked());
            if (said.command() == null) {
                // its colours were not written down: taken as it was, for the chain's sake
                var plain = channel.open(asked).orElseThrow();
                assertThat(plain.data()).hasSize(14);
            } else {
                var ours =
                        channel.protect(
                                Packet.plain(
                                        5,
                                        false,
                                        asked.sequence(),
                                        said.command().code(),
                                        said.command().data()));
                assertThat(HEX.formatHex(ours.bytes()))
                        .as("%s", said.command())
                        .isEqualTo(said.asked());
            }
            assertThat(Reply.of(channel.open(frame(said.answered())).orElseThrow()))
                    .isEqualTo(said.means());
        }
    }

    @Test
    void readsACardOfTwentySixBits() {
        var card = (Reply.Card) Reply.of(Packet.plain(5, true, 1, 0x50, bytes("00011A0020123440")));
        assertThat(card.bits()).isEqualTo(26);
        assertThat(card.hex()).isEqualTo("20123440");
        assertThat(Reply.of(Packet.plain(5, true, 1, 0x53, bytes("0004317F320D"))))
                .isEqualTo(new Reply.Keys(0, "1*2#"));
    }

    private static Packet frame(String hex) {
        var reader = new FrameReader();
        var bytes = bytes(hex);
        reader.add(bytes, bytes.length);
        return reader.next().orElseThrow();
    }

    private static int crc(String hex) {
        var bytes = bytes(hex);
        return Checks.crc(bytes, bytes.length);
    }

    private static int sum(String hex) {
        var bytes = bytes(hex);
        return Checks.sum(bytes, bytes.length);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex.replace(" ", ""));
    }

    @Test
    void findsFramesHoweverTheyAreCutAndNeverADamagedOne() {
        var text = "noise".getBytes(StandardCharsets.US_ASCII);
        var frames =
                List.of(
                        "5385140005455634129901040302010A0B0C1DE8",
                        "53850E000E02164034DC2D675C9D",
                        "5385080004400E8F");
        for (var chunk = 1; chunk <= 20; chunk++) {
            var stream = new java.io.ByteArrayOutputStream();
            for (var frame : frames) {
                stream.writeBytes(text);
                stream.write(0x53); // the beginning of nothing
                stream.write(0xFF);
                stream.writeBytes(bytes(frame));
            }
            var reader = new FrameReader();
            var found = new ArrayList<String>();
            var all = stream.toByteArray();
            for (var at = 0; at < all.length; at += chunk) {
                var length = Math.min(chunk, all.length - at);
                reader.add(java.util.Arrays.copyOfRange(all, at, at + length), length);
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    found.add(HEX.formatHex(next.get().bytes()));
                }
            }
            assertThat(found).as("chunks of %d", chunk).isEqualTo(frames);
        }
        for (var bit = 0; bit < frames.getFirst().length() * 4; bit++) {
            var damaged = bytes(frames.getFirst());
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            var reader = new FrameReader();
            reader.add(damaged, damaged.length);
            assertThat(reader.next()).as("bit %d", bit).isEmpty();
        }
    }
}
