package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tears the card off the reader at every single APDU of the encoding, before it is carried out and
/// after (its answer lost); the next attempt must end in a good card.
@Tag("ID-40")
class TornCardTest {

    @TempDir private static Path folder;
    private static CardDesk desk;
    private static int apdus;

    @BeforeAll
    static void countTheApdusOfOneEncoding() throws Exception {
        desk = new CardDesk(folder, "rathaus");
        var card = CardDesk.blank();
        desk.reader.insert(card);
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        apdus = card.served();
        assertThat(apdus).isBetween(25, 200);
    }

    static Stream<Arguments> everyMoment() {
        return IntStream.range(0, apdus)
                .boxed()
                .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
    }

    @ParameterizedTest(name = "APDU {0}, carried out: {1}")
    @MethodSource("everyMoment")
    void isFinishedByTheNextAttempt(int apdu, boolean carriedOut) throws Exception {
        VirtualDesfire card = CardDesk.blank();
        desk.reader.insert(card);
        tear(card, apdu, carriedOut);

        var fault =
                catchThrowableOfType(
                                DeviceException.class,
                                () -> desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER))
                        .fault();
        assertThat(fault).isEqualTo(new DeviceFault.CardRemoved("desk reader"));

        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        desk.encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER);
    }

    @ParameterizedTest(name = "APDU {0}, carried out: {1}")
    @MethodSource("everyMoment")
    void isNeverTakenForGoodBeforeItIs(int apdu, boolean carriedOut) {
        VirtualDesfire card = CardDesk.blank();
        desk.reader.insert(card);
        tear(card, apdu, carriedOut);
        catchThrowableOfType(
                DeviceException.class,
                () -> desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER));

        var unverified =
                catchThrowableOfType(
                        DeviceException.class,
                        () -> desk.encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER));

        // Good only when no more than the answer to the very last command was lost.
        boolean complete = apdu == apdus - 1 && carriedOut;
        assertThat(unverified == null).isEqualTo(complete);
    }

    /// A card for another person, torn while it is written for the next one.
    @ParameterizedTest(name = "APDU {0}, carried out: {1}")
    @MethodSource("everyMoment")
    void survivesBeingWrittenAnew(int apdu, boolean carriedOut) throws Exception {
        VirtualDesfire card = CardDesk.blank();
        desk.reader.insert(card);
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, new CardNumber(9, 9));
        tear(card, apdu, carriedOut);
        catchThrowableOfType(
                DeviceException.class,
                () -> desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER));

        card.holdStill();
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        desk.encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER);
    }

    private static void tear(VirtualDesfire card, int apdu, boolean carriedOut) {
        if (carriedOut) {
            card.tearAfter(apdu);
        } else {
            card.tearBefore(apdu);
        }
    }
}
