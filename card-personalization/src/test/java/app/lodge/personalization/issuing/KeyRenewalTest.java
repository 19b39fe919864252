package app.lodge.personalization.issuing;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A card with version 1 of the site's keys gets version 2, torn away at every single APDU.
@Tag("CHAIN-07")
class KeyRenewalTest {

    @TempDir private static Path folder;
    private static CardDesk desk;
    private static int apdus;

    private VirtualDesfire card;
    private OneCardMedia media;

    @BeforeAll
    static void countTheApdusOfOneRenewal() throws Exception {
        desk = new CardDesk(folder, "rathaus");
        var test = new KeyRenewalTest();
        test.layACardWithVersionOne();
        int before = test.card.served();
        test.renew();
        apdus = test.card.served() - before;
        assertThat(apdus).isBetween(40, 250);
    }

    @BeforeEach
    void layACardWithVersionOne() throws Exception {
        desk.keyVersion = 1;
        card = CardDesk.blank();
        desk.reader.insert(card);
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        media =
                new OneCardMedia(
                        new Medium(
                                new MediumId(7),
                                MediumKind.CARD,
                                new PersonId(NUMBER.person()),
                                NUMBER.issueNumber(),
                                MediumState.ACTIVE,
                                UID,
                                "DESFire EV2",
                                1,
                                null,
                                Instant.EPOCH));
        desk.keyVersion = 2;
    }

    private Renewal renew() throws DeviceException {
        return new KeyRenewal(desk.keys, media, new OnePlan(ShippedPlans.lodgeId()))
                .renew(CLERK, RequestId.fresh(), desk.reader, SOON);
    }

    @Test
    void theCardStandsForTheSamePersonWithNewKeys() throws Exception {
        assertThat(desk.encoder.read(CLERK, desk.reader, SOON).keyVersion())
                .as("version 1 works while the roll-over is under way")
                .isEqualTo(1);

        assertThat(renew()).isInstanceOf(Renewal.Renewed.class);

        var read = desk.encoder.read(CLERK, desk.reader, SOON);
        assertThat(read.keyVersion()).isEqualTo(2);
        assertThat(read.number()).isEqualTo(NUMBER);
        assertThat(media.medium.keyVersion()).isEqualTo(2);
        int served = card.served();
        assertThat(renew()).isInstanceOf(Renewal.UpToDate.class);
        assertThat(card.served() - served).as("only looked at").isLessThan(6);
    }

    static Stream<Arguments> everyMoment() {
        return IntStream.range(0, apdus)
                .boxed()
                .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
    }

    @ParameterizedTest(name = "APDU {0}, carried out: {1}")
    @MethodSource("everyMoment")
    void tornAwayItIsFinishedByTheNextTry(int apdu, boolean carriedOut) throws Exception {
        if (carriedOut) {
            card.tearAfter(apdu);
        } else {
            card.tearBefore(apdu);
        }
        assertThat(catchThrowableOfType(DeviceException.class, this::renew).fault())
                .isEqualTo(new DeviceFault.CardRemoved("desk reader"));
        assertThat(media.medium.keyVersion()).as("the books are told last").isEqualTo(1);

        assertThat(renew()).isInstanceOf(Renewal.Renewed.class);
        assertThat(desk.encoder.read(CLERK, desk.reader, SOON).keyVersion()).isEqualTo(2);
    }

    @Test
    void aChipThatTheBooksDoNotKnowIsNotWritten() throws Exception {
        var other = new Uid("04010203040506");
        var stranger = VirtualDesfire.blank(Generation.EV3, other, new Random(3));
        desk.reader.insert(stranger);
        assertThat(renew()).isEqualTo(new Renewal.NotOurs(other));
        assertThat(stranger.served()).isLessThan(6);
    }

    @Test
    void aCopyWithAKnownNumberAndOtherKeysIsRefused() throws Exception {
        var copy = VirtualDesfire.blank(Generation.EV2, UID, new Random(9));
        desk.reader.insert(copy);
        new CardDesk(folder, "elsewhere").encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        assertThat(catchThrowableOfType(DeviceException.class, this::renew).fault())
                .isInstanceOf(DeviceFault.KeyRefused.class);
        assertThat(media.medium.keyVersion()).isEqualTo(1);
    }
}
