package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Role;
import app.lodge.core.keys.CardKeys.Authentication;
import app.lodge.core.keys.CardKeys.FinishOutcome.Authenticated;
import app.lodge.core.keys.CardKeys.FinishOutcome.Refuted;
import app.lodge.core.keys.CardKeys.KeyChange;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.keys.CardKeys.Scheme;
import app.lodge.core.media.Uid;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("CHAIN-08")
@Tag("ID-40")
class CardKeysTest {

    private static final Actor CLERK = new Actor(3, "clerk", Role.CLERK, "desk");
    private static final Uid UID = new Uid("04112233445566");
    private static final CardKey.Site READ = new CardKey.Site("4C4447", 1, 1);
    private static final CardKey.Site MASTER = new CardKey.Site("4C4447", 0, 1);
    private static final byte[] RND_B = Hex.of("000102030405060708090A0B0C0D0E0F");
    private static final byte[] TI = Hex.of("A1A2A3A4");

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private KeyVault vault;
    private CardKeys keys;

    @BeforeEach
    void openVault() throws VaultException {
        vault =
                KeyVault.create(
                        folder.resolve("v"), new byte[] {1}, "rathaus", new KdfCost(64, 1, 1));
        InstantSource clock = () -> now;
        keys = VaultCardKeys.over(vault, clock);
    }

    @Test
    void authenticatesToACardThatHoldsTheDiversifiedKey() {
        var card = new Card(vault.cardKey("4C4447", 1, 1, UID));
        var session = card.authenticate(keys, READ, Purpose.CONTENT);

        assertThat(session).isInstanceOf(Authenticated.class);
        var open = (Authenticated) session;
        assertThat(open.transaction()).isEqualTo(TI);
        assertThat(open.encryptionKey())
                .isEqualTo(Ev2Handshake.encryptionKey(card.key, card.rndA, RND_B));
        assertThat(open.macKey()).isEqualTo(Ev2Handshake.macKey(card.key, card.rndA, RND_B));
    }

    @Test
    void seesThroughACardWithAnotherKey() {
        assertThat(new Card(new byte[16]).authenticate(keys, READ, Purpose.CONTENT))
                .isInstanceOf(Refuted.class);
    }

    @Test
    void keepsTheNewKeyFromTheEncodersMachine() {
        var card = new Card(vault.cardKey("4C4447", 0, 1, UID));
        var session = (Authenticated) card.authenticate(keys, MASTER, Purpose.KEY_CHANGE);

        assertThat(session.encryptionKey()).isEmpty();
        var next = new CardKey.Site("4C4447", 1, 2);
        byte[] data =
                keys.changeKey(CLERK, new KeyChange(session.session(), READ, next, 4, new byte[0]));
        var messaging =
                new Ev2Messaging(
                        Ev2Handshake.encryptionKey(card.key, card.rndA, RND_B),
                        session.macKey(),
                        TI);
        byte[] sealed = Arrays.copyOf(data, data.length - 8);
        byte[] fresh = vault.cardKey("4C4447", 1, 2, UID);
        assertThat(messaging.decryptCommand(4, sealed))
                .isEqualTo(
                        Bytes.join(
                                Bytes.xor(fresh, vault.cardKey("4C4447", 1, 1, UID)),
                                Bytes.of(2),
                                Bytes.crc32(fresh)));
        assertThat(Bytes.slice(data, sealed.length, 8))
                .isEqualTo(messaging.mac(0xC4, 4, Bytes.of(1), sealed));
    }

    @Test
    void changesNoKeyInASessionForContent() {
        var card = new Card(vault.cardKey("4C4447", 0, 1, UID));
        var session = (Authenticated) card.authenticate(keys, MASTER, Purpose.CONTENT);
        var change = new KeyChange(session.session(), MASTER, MASTER, 0, new byte[0]);

        assertThatThrownBy(() -> keys.changeKey(CLERK, change))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsASessionAfterTwoMinutesAndForOthers() {
        var card = new Card(vault.cardKey("4C4447", 0, 1, UID));
        var session = (Authenticated) card.authenticate(keys, MASTER, Purpose.KEY_CHANGE);
        var change = new KeyChange(session.session(), MASTER, MASTER, 0, new byte[0]);
        var other = new Actor(4, "other", Role.CLERK, "desk");

        assertThatThrownBy(() -> keys.changeKey(other, change)).hasMessageContaining("ended");
        now = now.plus(Duration.ofSeconds(121));
        assertThatThrownBy(() -> keys.changeKey(CLERK, change)).hasMessageContaining("ended");
    }

    @Test
    @Tag("ID-55")
    void worksOnlyForThoseWhoIssueCards() {
        var auditor = new Actor(5, "auditor", Role.AUDITOR, "desk");

        assertThatThrownBy(() -> keys.keySet(auditor)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> keys.contentMac(auditor, UID, 1, new byte[1]))
                .isInstanceOf(NotPermitted.class);
    }

    /// Legacy AES authentication of command AA, key 0, with the published randoms.
    @Test
    void derivesTheLegacySessionKeyAsPublished() {
        var order =
                new Authentication(
                        Scheme.LEGACY_AES,
                        Purpose.CONTENT,
                        new CardKey.FactoryAes(0),
                        UID,
                        Hex.of("C5537C8EFFFCC7E152C27831AFD383BA"));
        var session =
                new CardSession(order, new byte[16], Hex.of("2347C1557F80707ABDFF86BF9D965CA7"));

        assertThat(Hex.of(session.token()))
                .isEqualTo("1EF512D957973AED7E6E13991EB0FB431B373EA23400A3AC0B7749CD6FB1C328");
        assertThat(session.finish(Hex.of("FFC212245F03DB0EA0645A495190952A"), new byte[16]))
                .isTrue();
        assertThat(Hex.of(session.encryptionKey())).isEqualTo("2347C1551EA0353A9D965CA7B52FCA84");
    }

    /// EV2First of AN12343 table 16 and AN12196 table 14, whole.
    @Test
    void finishesEv2AsPublished() {
        var order =
                new Authentication(
                        Scheme.EV2_FIRST,
                        Purpose.CONTENT,
                        new CardKey.FactoryAes(0),
                        UID,
                        Hex.of("A04C124213C186F22399D33AC2A30215"));
        var session =
                new CardSession(order, new byte[16], Hex.of("13C5DB8A5930439FC3DEF9A4C675360F"));

        assertThat(Hex.of(session.token()))
                .isEqualTo("35C3E05A752E0144BAC0DE51C1F22C56B34408A23D8AEA266CAB947EA8E0118D");
        assertThat(
                        session.finish(
                                Hex.of(
                                        "3FA64DB5446D1F34CD6EA311167F5E49"
                                                + "85B89690C04A05F17FA7AB2F08120663"),
                                new byte[16]))
                .isTrue();
        assertThat(Hex.of(session.transaction())).isEqualTo("9D00C4DF");
        assertThat(Hex.of(session.encryptionKey())).isEqualTo("1309C877509E5A215007FF0ED19CA564");
        assertThat(Hex.of(session.macKey())).isEqualTo("4C6626F5E72EA694202139295C7A7FC7");
    }

    /// The card's side of EV2First.
    private static final class Card {
        private final BlockCipher key;
        private byte[] rndA = new byte[0];

        Card(byte[] key) {
            this.key = BlockCipher.aes(key);
        }

        CardKeys.FinishOutcome authenticate(CardKeys keys, CardKey which, Purpose purpose) {
            var challenge =
                    keys.begin(
                            CLERK,
                            new Authentication(
                                    Scheme.EV2_FIRST,
                                    purpose,
                                    which,
                                    UID,
                                    key.encrypt(new byte[16], RND_B)));
            byte[] plain = key.decrypt(new byte[16], challenge.token());
            rndA = Arrays.copyOf(plain, 16);
            byte[] answer = Bytes.join(TI, Bytes.rotateLeft(rndA), new byte[12]);
            return keys.finish(CLERK, challenge.session(), key.encrypt(new byte[16], answer));
        }
    }
}
