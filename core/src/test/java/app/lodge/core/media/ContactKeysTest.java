package app.lodge.core.media;

import static app.lodge.core.media.MediaDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.media.ContactKeys.AtStation;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.EnrolOutcome.Enrolled;
import app.lodge.core.media.ContactKeys.EnrolOutcome.HeldBy;
import app.lodge.core.media.ContactKeys.EnrolOutcome.NumberTaken;
import app.lodge.core.media.ContactKeys.Enrolment;
import app.lodge.core.media.ContactKeys.LimitOutcome;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.media.ContactKeys.StationsOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("KEY-03")
@Tag("KEY-04")
@Tag("KEY-05")
class ContactKeysTest {

    private static final Uid ROM = new Uid("0CC5A7D3020000D5");
    private static final Uid OTHER = new Uid("0811223300000026");
    private static final Actor CHIEF = new Actor(1, "Ben", Role.ADMINISTRATOR, "desk-1");

    private final MediaDesk desk = new MediaDesk();
    private final ContactKeys keys = ContactKeys.in(desk.books);
    private final PersonId ada = desk.person(PersonState.ACTIVE);
    private final PersonId bob = desk.person(PersonState.ACTIVE);

    @AfterEach
    void close() {
        desk.close();
    }

    private EnrolOutcome enrol(PersonId person, Uid uid, String number, Present present) {
        return keys.enrol(
                CLERK, RequestId.fresh(), new Enrolment(person, uid, "DS1996", number, present));
    }

    private ContactKey enrolled(PersonId person, Uid uid, String number) {
        return ((Enrolled) enrol(person, uid, number, Present.KEEP)).key();
    }

    private ContactKey ready(ContactKey key, Uid uid) {
        return keys.ready(CLERK, RequestId.fresh(), key.medium().id(), uid, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2524", "02524", "2 524", " 2\u00A0524 ", "2\u202F524", "2’524", "0002524"})
    void aNumberIsTheSameHoweverItIsWritten(String written) {
        var made = ready(enrolled(ada, ROM, "2524"), ROM);
        var number = KeyNumber.of(written).orElseThrow();
        assertThat(number.shown()).isEqualTo("02524");
        assertThat(keys.find(CLERK, number)).contains(made);
        assertThat(made.medium().kind()).isEqualTo(MediumKind.CONTACT_KEY);
        assertThat(made.medium().state()).isEqualTo(MediumState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "65635", "-1", "12a", "", "123456"})
    void whatIsNoNumberOfAKeyIsNone(String written) {
        assertThat(KeyNumber.of(written)).isEmpty();
    }

    @Test
    void aKeyOpensStationsAndTakesThemAlongAsItIsHandedOn() {
        ready(enrolled(ada, ROM, "7"), ROM);
        var seven = new KeyNumber(7);
        assertThat(serve(seven, "Hauptstrasse 5", "Seeweg 2"))
                .isInstanceOf(StationsOutcome.Serving.class);
        serve(seven, "Seeweg 2");
        assertThat(present(seven)).containsExactly("Seeweg 2");
        enrol(bob, ROM, "7", Present.REASSIGN);
        assertThat(present(seven)).containsExactly("Seeweg 2");
        assertThat(keys.stations(CLERK, seven)).hasSizeGreaterThan(0);
        assertThat(serve(seven, " ")).isInstanceOf(StationsOutcome.Rejected.class);
        assertThat(serve(new KeyNumber(8), "Seeweg 2"))
                .isEqualTo(new StationsOutcome.NoSuchKey(new KeyNumber(8)));
    }

    @Test
    void stationsAreKnownByNameAndTheKeyByItsMedium() {
        var first = ready(enrolled(ada, ROM, "7"), ROM);
        ready(enrolled(desk.person(PersonState.ACTIVE), OTHER, "8"), OTHER);
        serve(new KeyNumber(7), " Seeweg 2 ", "Hauptstrasse 5");
        serve(new KeyNumber(8), "Seeweg 2");
        assertThat(keys.stationNames(CLERK)).containsExactly("Hauptstrasse 5", "Seeweg 2");
        serve(new KeyNumber(7));
        assertThat(keys.stationNames(CLERK)).containsExactly("Seeweg 2");

        enrol(bob, ROM, "7", Present.REASSIGN);
        assertThat(keys.ofMedium(CLERK, first.medium().id()))
                .get()
                .satisfies(before -> {
                    assertThat(before.number()).isEqualTo(new KeyNumber(7));
                    assertThat(before.medium().state()).isEqualTo(MediumState.RETURNED);
                });
        assertThat(keys.ofMedium(CLERK, desk.issued(ada).id())).isEmpty();
    }

    private StationsOutcome serve(KeyNumber number, String... stations) {
        var seen = Set.copyOf(present(number));
        return keys.serve(CLERK, RequestId.fresh(), number, Set.of(stations), seen);
    }

    /// Two clerks have the same key before them.
    @Test
    void whoeverSavesStationsSecondIsToldWhatTheFirstLeft() {
        ready(enrolled(ada, ROM, "7"), ROM);
        var seven = new KeyNumber(7);
        serve(seven, "Hauptstrasse 5");
        var seen = Set.of("Hauptstrasse 5");
        assertThat(serve(seven, seen, "Hauptstrasse 5", "Seeweg 2"))
                .isInstanceOf(StationsOutcome.Serving.class);
        assertThat(serve(seven, seen, "Bahnhofplatz 11"))
                .isEqualTo(new StationsOutcome.Overtaken(List.of("Hauptstrasse 5", "Seeweg 2")));
        assertThat(present(seven)).containsExactlyInAnyOrder("Hauptstrasse 5", "Seeweg 2");
        assertThat(serve(seven, Set.of("Seeweg 2", "Hauptstrasse 5"), "Bahnhofplatz 11"))
                .isInstanceOf(StationsOutcome.Serving.class);
    }

    /// The same request again is answered as it was, not called overtaken by itself.
    @Test
    void savingStationsTwiceUnderOneRequestIsDoneOnce() {
        ready(enrolled(ada, ROM, "7"), ROM);
        var request = RequestId.fresh();
        var first = keys.serve(CLERK, request, new KeyNumber(7), Set.of("Seeweg 2"), Set.of());
        assertThat(first).isInstanceOf(StationsOutcome.Serving.class);
        assertThat(keys.serve(CLERK, request, new KeyNumber(7), Set.of("Seeweg 2"), Set.of()))
                .isEqualTo(first);
    }

    private StationsOutcome serve(KeyNumber number, Set<String> seen, String... stations) {
        return keys.serve(CLERK, RequestId.fresh(), number, Set.of(stations), seen);
    }

    private List<String> present(KeyNumber number) {
        return keys.stations(CLERK, number).stream()
                .filter(one -> one.until() == null)
                .map(AtStation::station)
                .toList();
    }

    @Test
    void aNumberAboveTheLimitIsRejectedNamingIt() {
        assertThat(enrol(ada, ROM, "65535", Present.KEEP)).isInstanceOf(Enrolled.class);
        assertThat(enrol(ada, OTHER, "65636", Present.KEEP))
                .isInstanceOfSatisfying(
                        EnrolOutcome.Rejected.class,
                        no ->
                                assertThat(no.problems())
                                        .singleElement()
                                        .satisfies(problem ->
                                                assertThat(problem.arguments())
                                                        .containsExactly("65535")));
    }

    @Test
    void theLimitIsASettingThatNoKeyInUseExceeds() {
        enrolled(ada, ROM, "900");
        assertThat(keys.limit(CHIEF, RequestId.fresh(), 500))
                .isEqualTo(new LimitOutcome.InUse(new KeyNumber(900)));
        assertThat(keys.limit(CHIEF, RequestId.fresh(), 999))
                .isEqualTo(new LimitOutcome.Changed(999));
        assertThat(keys.highest(CLERK)).isEqualTo(999);
        assertThat(enrol(ada, OTHER, "1000", Present.KEEP))
                .isInstanceOf(EnrolOutcome.Rejected.class);
        assertThat(keys.limit(CHIEF, RequestId.fresh(), 65_536))
                .isInstanceOf(LimitOutcome.Rejected.class);
        assertThatThrownBy(() -> keys.limit(CLERK, RequestId.fresh(), 10))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void withoutANumberAKeyGetsTheLowestThatIsFree() {
        enrolled(ada, ROM, "1");
        assertThat(enrolled(bob, OTHER, "").number()).isEqualTo(new KeyNumber(2));
    }

    @Test
    void aNumberIsOneKeys() {
        var first = enrolled(ada, ROM, "7");
        assertThat(enrol(bob, OTHER, "007", Present.KEEP)).isEqualTo(new NumberTaken(first));
    }

    @Test
    void aKeyThatWasTornOffIsEnrolledAgainWhereItStopped() {
        var first = enrolled(ada, ROM, "7");
        assertThat(first.medium().state()).isEqualTo(MediumState.PREPARING);
        assertThat(enrolled(ada, ROM, "7")).isEqualTo(first);
        assertThat(ready(first, ROM).medium().keyVersion()).isEqualTo(3);
        assertThat(ready(first, ROM).medium().state()).isEqualTo(MediumState.ACTIVE);
        assertThat(desk.journal())
                .containsExactly("contact-key.enrolled medium:1", "contact-key.issued medium:1");
    }

    @Test
    void aKeyIsHandedOnOnlyWhenThatIsSaidAndItsHistoryStays() {
        var first = ready(enrolled(ada, ROM, "2524"), ROM);
        assertThat(enrol(bob, ROM, "", Present.KEEP)).isEqualTo(new HeldBy(first));
        var second = ((Enrolled) enrol(bob, ROM, "", Present.REASSIGN)).key();
        assertThat(second.number()).isEqualTo(first.number());
        ready(second, ROM);
        assertThat(keys.history(CLERK, new KeyNumber(2524)))
                .extracting(key -> key.medium().holder(), key -> key.medium().state())
                .containsExactly(tuple(bob, MediumState.ACTIVE), tuple(ada, MediumState.RETURNED));
        assertThat(keys.withUid(CLERK, ROM).orElseThrow().medium().holder()).isEqualTo(bob);
    }

    @Test
    void aCardsChipIsNoKeyAndABlockedPersonGetsNone() {
        var card = desk.issued(ada);
        assertThat(enrol(ada, Objects.requireNonNull(card.uid()), "3", Present.KEEP))
                .isInstanceOf(EnrolOutcome.ChipTaken.class);
        var blocked = desk.person(PersonState.BLOCKED);
        assertThat(enrol(blocked, ROM, "3", Present.KEEP))
                .isEqualTo(new EnrolOutcome.PersonBlocked(blocked));
        assertThat(enrol(new PersonId(99), ROM, "3", Present.KEEP))
                .isEqualTo(new EnrolOutcome.PersonUnknown(new PersonId(99)));
    }

    @Test
    void whoMayNotIssueCardsEnrolsNoKey() {
        var auditor = new Actor(3, "Cy", Role.AUDITOR, "desk-1");
        var wanted = new Enrolment(ada, ROM, "DS1996", "5", Present.KEEP);
        assertThatThrownBy(() -> keys.enrol(auditor, RequestId.fresh(), wanted))
                .isInstanceOf(NotPermitted.class);
        assertThat(keys.history(CLERK, new KeyNumber(5))).isEqualTo(List.of());
    }
}
