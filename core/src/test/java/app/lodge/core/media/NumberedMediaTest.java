package app.lodge.core.media;

import static app.lodge.core.media.MediaDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.NumberedMedia.GiveOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Media by number only: EM4100 fobs and the like.
@Tag("ID-47")
class NumberedMediaTest {

    private static final Uid FOB = new Uid("0F01A2B3C4");

    private final MediaDesk desk = new MediaDesk();
    private final NumberedMedia numbered = NumberedMedia.in(desk.books);

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0F01A2B3C4,0F01A2B3C4",
        "0f:01:a2:b3:c4,0F01A2B3C4",
        "0x0F01A2B3C4,0F01A2B3C4",
        "64451949508,0F01A2B3C4",
        "0027440068,01A2B3C4",
        "DEADBEEF,DEADBEEF",
        "3735928559,DEADBEEF"
    })
    void aReadersLineIsAChipsNumber(String line, String uid) {
        assertThat(ChipNumber.of("\u0002" + line + "\r\n\u0003")).contains(new Uid(uid));
    }

    @ParameterizedTest
    @CsvSource({"''", "0000000000", "hello", "12AB", "ABCDEFG1"})
    void whatIsNoNumberIsNone(String line) {
        assertThat(ChipNumber.of(line)).isEmpty();
    }

    @Test
    void aFobIsGivenByItsNumberAndFoundByEveryWayToPrintIt() {
        var person = desk.person(PersonState.ACTIVE);
        var card = desk.issued(person);

        var given = numbered.give(CLERK, RequestId.fresh(), person, FOB);

        assertThat(given).isInstanceOf(GiveOutcome.Given.class);
        var medium = ((GiveOutcome.Given) given).medium();
        assertThat(medium.state()).isEqualTo(MediumState.ACTIVE);
        assertThat(medium.kind()).isEqualTo(MediumKind.FOB);
        assertThat(desk.media.withUid(CLERK, FOB)).contains(medium);
        assertThat(desk.media.find(CLERK, card.id()).orElseThrow().state())
                .as("the card stays")
                .isEqualTo(MediumState.ACTIVE);
        assertThat(PrintedNumber.of(FOB))
                .allMatch(printed -> SoughtNumber.of(printed.text()).matches(FOB.bytes()));
        assertThat(desk.journal()).contains("media.issued medium:" + medium.id().number());
    }

    @Test
    void aNumberIsGivenOnceAndTheSameRequestAnswersTheSame() {
        var person = desk.person(PersonState.ACTIVE);
        var request = RequestId.fresh();
        var first = numbered.give(CLERK, request, person, FOB);

        assertThat(numbered.give(CLERK, request, person, FOB)).isEqualTo(first);
        assertThat(numbered.give(CLERK, RequestId.fresh(), person, FOB))
                .isInstanceOf(GiveOutcome.NumberTaken.class);
    }

    @Test
    void aBlockedOrUnknownPersonGetsNone() {
        assertThat(numbered.give(CLERK, RequestId.fresh(), desk.person(PersonState.BLOCKED), FOB))
                .isInstanceOf(GiveOutcome.PersonBlocked.class);
        assertThat(numbered.give(CLERK, RequestId.fresh(), new PersonId(99), FOB))
                .isInstanceOf(GiveOutcome.PersonUnknown.class);
    }
}
