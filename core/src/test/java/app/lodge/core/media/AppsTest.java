package app.lodge.core.media;

import static app.lodge.core.media.MediaDesk.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Apps.BeginOutcome;
import app.lodge.core.media.Apps.ConfirmOutcome;
import app.lodge.core.media.Apps.Shown;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A telephone as a medium: enrolled by what it scans and shows, and known to a device by its code.
@Tag("ID-07")
@Tag("ID-08")
class AppsTest {

    private static final int TILL = 3;
    private static final int DOOR = 4;

    private final MediaDesk desk = new MediaDesk();
    private final Apps apps = Apps.in(desk.books, new OwnSecrets(), IssueCharges.none());
    private final PersonId person = desk.person(PersonState.ACTIVE);

    @AfterEach
    void close() {
        desk.close();
    }

    /// As the vault does, under a key of the test's own.
    private record OwnSecrets() implements AppSecrets {
        @Override
        public int version() {
            return 2;
        }

        @Override
        public byte[] of(Uid app, int version) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return Arrays.copyOf(digest.digest((version + app.hex()).getBytes(UTF_8)), 24);
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The telephone, whose clock may be off.
    private record Telephone(Medium app, AppAddress address) {
        AppCode at(Instant time) {
            return new AppCode(address.app(), OneTimeCode.at(address.key(), time));
        }
    }

    private Telephone scanned() {
        var begun = (BeginOutcome.Begun) apps.begin(CLERK, RequestId.fresh(), person);
        return new Telephone(begun.app(), AppAddress.read(begun.address()).orElseThrow());
    }

    private Telephone confirmed() {
        var telephone = scanned();
        assertThat(confirm(telephone, telephone.at(desk.now).shown()))
                .isInstanceOf(ConfirmOutcome.Confirmed.class);
        desk.now = desk.now.plus(OneTimeCode.STEP);
        return telephone;
    }

    private ConfirmOutcome confirm(Telephone telephone, String shown) {
        return apps.confirm(CLERK, RequestId.fresh(), telephone.app().id(), shown);
    }

    private Shown show(AppCode code, int device) {
        return apps.shown(Actor.device(device, "device-" + device), device, code.credential());
    }

    private MediumState state(Telephone telephone) {
        return desk.media.find(CLERK, telephone.app().id()).orElseThrow().state();
    }

    @Test
    void anAppIsScannedConfirmedAndKnownByItsCodeBesideTheCard() {
        var card = desk.issued(person);
        var telephone = scanned();
        assertThat(state(telephone)).isEqualTo(MediumState.PREPARING);
        assertThat(show(telephone.at(desk.now), TILL)).as("not yet").isEqualTo(new Shown.Stale());

        assertThat(confirm(telephone, "00000000")).isEqualTo(new ConfirmOutcome.WrongCode());
        assertThat(confirm(telephone, "what?")).isEqualTo(new ConfirmOutcome.WrongCode());
        assertThat(state(telephone)).isEqualTo(MediumState.PREPARING);
        var lastEight = telephone.at(desk.now).shown().substring(11);
        assertThat(confirm(telephone, lastEight)).isInstanceOf(ConfirmOutcome.Confirmed.class);
        assertThat(state(telephone)).isEqualTo(MediumState.ACTIVE);
        assertThat(desk.media.find(CLERK, card.id()).orElseThrow().state())
                .isEqualTo(MediumState.ACTIVE);
        assertThat(confirm(telephone, lastEight))
                .isEqualTo(new ConfirmOutcome.NotWaiting(telephone.app().id()));

        desk.now = desk.now.plus(OneTimeCode.STEP);
        var known = new Shown.Known(telephone.at(desk.now).medium());
        assertThat(show(telephone.at(desk.now), TILL)).isEqualTo(known);
        assertThat(desk.media.withUid(CLERK, known.number()).orElseThrow().holder())
                .isEqualTo(person);
        assertThat(desk.journal()).contains("media.issued medium:" + telephone.app().id().number());
    }

    @Test
    void aChipsNumberIsWhatItIsAndAnAppsOwnNumberIsShownByNobody() {
        var telephone = confirmed();
        var device = Actor.device(TILL, "till");
        var chip = new Uid("04A1B2C3D4E501");
        assertThat(apps.shown(device, TILL, chip)).isEqualTo(new Shown.Known(chip));
        assertThat(apps.shown(device, TILL, telephone.at(desk.now).medium()))
                .isEqualTo(new Shown.Stale());
        assertThat(show(new AppCode(1, 2), TILL)).isEqualTo(new Shown.Stale());
    }

    /// The holder's next tap at the same till, or its question before the payment, has the same code.
    @Test
    void aCodeIsGoodForOneDevice() {
        var telephone = confirmed();
        var code = telephone.at(desk.now);
        assertThat(show(code, TILL)).isInstanceOf(Shown.Known.class);
        assertThat(show(code, TILL)).isInstanceOf(Shown.Known.class);
        assertThat(show(code, DOOR)).as("overseen and shown again").isEqualTo(new Shown.Stale());
        assertThat(show(telephone.at(desk.now.plus(OneTimeCode.STEP)), DOOR))
                .isInstanceOf(Shown.Known.class);
        assertThat(show(code, TILL)).as("an older one").isEqualTo(new Shown.Stale());
    }

    @Test
    void theCodeThatConfirmedIsUsedUp() {
        var telephone = scanned();
        var code = telephone.at(desk.now);
        confirm(telephone, code.shown());
        assertThat(show(code, TILL)).isEqualTo(new Shown.Stale());
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 30})
    void clocksMayDifferByAStep(int seconds) {
        var telephone = confirmed();
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        assertThat(show(telephone.at(desk.now.plusSeconds(seconds)), TILL))
                .isInstanceOf(Shown.Known.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60, 86_400})
    void aCodeOfAnotherTimeIsStale(int seconds) {
        var telephone = confirmed();
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        assertThat(show(telephone.at(desk.now.plusSeconds(seconds)), TILL))
                .isEqualTo(new Shown.Stale());
    }

    @Test
    void whoeverGuessesWaitsHalfAMinuteAfterFive() {
        var telephone = confirmed();
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        var right = telephone.at(desk.now);
        var wrong = new AppCode(right.app(), (right.code() + 1) % 100_000_000);
        for (int n = 0; n < 5; n++) {
            assertThat(show(wrong, DOOR)).isEqualTo(new Shown.Stale());
        }
        assertThat(show(right, TILL)).as("not even the right one").isEqualTo(new Shown.Stale());
        desk.now = desk.now.plus(OneTimeCode.STEP);
        assertThat(show(telephone.at(desk.now), TILL)).isInstanceOf(Shown.Known.class);
        assertThat(show(wrong, DOOR)).isEqualTo(new Shown.Stale());
        assertThat(show(telephone.at(desk.now), TILL))
                .as("one wrong one is forgiven")
                .isInstanceOf(Shown.Known.class);
    }

    /// Whoever is signed in tries no codes at will either.
    @Test
    void fiveWrongCodesAtTheDeskPauseIt() {
        var telephone = scanned();
        for (int n = 0; n < 5; n++) {
            assertThat(confirm(telephone, "00000000")).isEqualTo(new ConfirmOutcome.WrongCode());
        }
        assertThat(confirm(telephone, telephone.at(desk.now).shown()))
                .as("not even the right one")
                .isEqualTo(new ConfirmOutcome.Paused());
        desk.now = desk.now.plus(OneTimeCode.STEP);
        assertThat(confirm(telephone, telephone.at(desk.now).shown()))
                .isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void oneAppIsTheRuleUntilTheSiteSaysOtherwise() {
        confirmed();
        assertThat(apps.begin(CLERK, RequestId.fresh(), person))
                .isEqualTo(new BeginOutcome.TooMany(1));
    }

    /// Lost with its telephone: what the new one shows counts, what the old one shows is a replaced medium's.
    @Test
    void aBlockedAppGivesWayToANewOne() {
        var old = confirmed();
        desk.media.block(CLERK, RequestId.fresh(), old.app().id(), BlockReason.LOST);
        assertThat(state(old)).isEqualTo(MediumState.BLOCKED);
        assertThat(show(old.at(desk.now), TILL))
                .as("for the point to refuse by name")
                .isInstanceOf(Shown.Known.class);
        desk.now = desk.now.plus(OneTimeCode.STEP);
        var next = confirmed();
        assertThat(state(old)).isEqualTo(MediumState.REPLACED);
        assertThat(state(next)).isEqualTo(MediumState.ACTIVE);
        assertThat(next.address().app()).isNotEqualTo(old.address().app());
    }

    @Test
    void beginningAnewVoidsWhatWasScannedBefore() {
        var first = scanned();
        var second = scanned();
        assertThat(confirm(first, first.at(desk.now).shown()))
                .isEqualTo(new ConfirmOutcome.NotWaiting(first.app().id()));
        assertThat(state(first)).isEqualTo(MediumState.SPOILED);
        assertThat(confirm(second, first.at(desk.now).shown()))
                .isEqualTo(new ConfirmOutcome.WrongCode());
        assertThat(confirm(second, second.at(desk.now).shown()))
                .isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    /// An answer that was lost on the way is the same again, and the secret is not among what is kept.
    @Test
    void beginningTwiceUnderOneRequestIsOneApp() {
        var request = RequestId.fresh();
        var first = apps.begin(CLERK, request, person);
        assertThat(apps.begin(CLERK, request, person)).isEqualTo(first);
        var address = ((BeginOutcome.Begun) first).address();
        var secret = AppAddress.read(address).orElseThrow().secret();
        assertThat(first.toString()).doesNotContain(secret);
        assertThat(desk.keptAnswers()).isNotEmpty().noneMatch(kept -> kept.contains(secret));
    }

    @Test
    void onlyWhoIssuesCardsMakesAppsAndOnlyDevicesAsk() {
        var blocked = desk.person(PersonState.BLOCKED);
        assertThat(apps.begin(CLERK, RequestId.fresh(), blocked))
                .isEqualTo(new BeginOutcome.PersonBlocked(blocked));
        var nobody = new PersonId(999);
        assertThat(apps.begin(CLERK, RequestId.fresh(), nobody))
                .isEqualTo(new BeginOutcome.PersonUnknown(nobody));
        var device = Actor.device(TILL, "till");
        assertThatThrownBy(() -> apps.begin(device, RequestId.fresh(), person))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> apps.shown(CLERK, TILL, new Uid("123456789012345678")))
                .isInstanceOf(NotPermitted.class);
    }
}
