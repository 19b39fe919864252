package app.lodge.core.pins;

import static app.lodge.core.books.tables.Tables.HOLDER_PIN;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks.OpenAnswer;
import app.lodge.core.devices.PinDelta;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.pins.HolderPins.RemoveOutcome;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.core.pins.HolderPins.RulesOutcome;
import app.lodge.core.pins.HolderPins.SetOutcome;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A PIN is kept as a salted digest, is what the site's rules want, and stands on the lists of those cabinets
/// that ask for it, and nowhere else.
@Tag("LOCK-28")
@Tag("LOCK-29")
final class HolderPinsTest {

    private static final String PIN = "73915826";
    private static final Map<String, String> BOTH = Map.of("identify.by", "card-or-pin");

    @TempDir Path folder;
    private Site site;
    private PersonId uma;
    private DeviceId cabinet;

    @BeforeEach
    void open() throws Exception {
        site = PrivacyDesk.open(PrivacyDesk.home(folder.resolve("home"), ""));
        var desk = new PrivacyDesk(site);
        uma = desk.enrolled(PersonDetails.named("Uma", "Locker"));
        cabinet = desk.device("cabinet-1", DeviceKind.LOCKER_CABINET);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPinIsKeptAsASaltedDigestAndStandsInNoJournal() {
        var other = new PrivacyDesk(site).enrolled(PersonDetails.named("Ute", "Other"));
        give(uma, PIN);
        give(other, PIN);
        var digests =
                site.books()
                        .read(sql ->
                                sql.select(HOLDER_PIN.DIGEST)
                                        .from(HOLDER_PIN)
                                        .fetch(HOLDER_PIN.DIGEST));
        assertThat(digests)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(digest ->
                        assertThat(new PasswordHash().verify(PIN.toCharArray(), digest)).isTrue());
        give(uma, "60284713");
        assertThat(site.holderPins().remove(CLERK, RequestId.fresh(), other))
                .isInstanceOf(RemoveOutcome.Removed.class);
        assertThat(site.holderPins().remove(CLERK, RequestId.fresh(), other))
                .isInstanceOf(RemoveOutcome.NoPin.class);
        assertThat(site.holderPins().setAt(CLERK, other)).isEmpty();
        assertThat(site.holderPins().setAt(CLERK, uma)).isPresent();
        var rows =
                site.books()
                        .read(sql ->
                                sql.select(JOURNAL.KIND, JOURNAL.CONTENT)
                                        .from(JOURNAL)
                                        .orderBy(JOURNAL.ID)
                                        .fetch());
        assertThat(rows.getValues(JOURNAL.KIND).stream().filter(kind -> kind.startsWith("holder-")))
                .containsExactly(
                        "holder-pin.set",
                        "holder-pin.set",
                        "holder-pin.changed",
                        "holder-pin.removed");
        assertThat(rows.getValues(JOURNAL.CONTENT))
                .noneMatch(text -> text.contains(PIN) || text.contains("argon2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "258", "12345678901234567", "25x8", "２５８０"})
    void aPinHasFourToSixteenDigits(String typed) {
        assertThat(problems(typed))
                .extracting(Problem::field, Problem::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("pin", "holder-pins.form"));
        assertThat(site.holderPins().setAt(CLERK, uma)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1111",
                "1234",
                "4321",
                "7890",
                "0987",
                "1212",
                "123123",
                "2580258025802580"
            })
    void aTrivialPinIsRefusedUnlessTheSiteTakesIt(String typed) {
        assertThat(problems(typed)).extracting(Problem::key).containsExactly("holder-pins.trivial");
        rule(new Rules(4, 16, false));
        give(uma, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2580", "1357", "1223", "1001", "12341", "7391582673915820"})
    void anyOtherIsTaken(String typed) {
        give(uma, typed);
    }

    @Test
    void shortestAndLongestAreSettings() {
        rule(new Rules(6, 8, true));
        assertThat(problems("25801")).extracting(Problem::key).containsExactly("holder-pins.form");
        assertThat(problems("258013579"))
                .extracting(Problem::key)
                .containsExactly("holder-pins.form");
        give(uma, "258013");
        assertThat(site.holderPins().rules(CLERK)).isEqualTo(new Rules(6, 8, true));
    }

    @ParameterizedTest
    @CsvSource({"3,8,shortest", "4,17,longest", "17,17,shortest", "8,6,longest"})
    void settingsStayWithinFourAndSixteen(int shortest, int longest, String field) {
        var outcome =
                site.holderPins()
                        .changeRules(CHIEF, RequestId.fresh(), new Rules(shortest, longest, true));
        assertThat(((RulesOutcome.Rejected) outcome).problems())
                .extracting(Problem::field)
                .contains(field);
        assertThat(site.holderPins().rules(CLERK)).isEqualTo(Rules.usual());
    }

    @Test
    void onlyWhoIssuesCardsSetsOneAndOnlyWhoChangesSettingsTheRules() {
        var terminal = Actor.device(cabinet.number(), "cabinet-1");
        assertThatThrownBy(() ->
                        site.holderPins().set(terminal, RequestId.fresh(), uma, PIN.toCharArray()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> site.holderPins().remove(terminal, RequestId.fresh(), uma))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        site.holderPins().changeRules(CLERK, RequestId.fresh(), Rules.usual()))
                .isInstanceOf(NotPermitted.class);
        assertThat(((SetOutcome.Rejected) set(new PersonId(999), PIN)).problems())
                .extracting(Problem::field)
                .containsExactly("person");
    }

    @Test
    void theListFollowsPinsAssignmentsBlocksAndTheCabinetsSetting() {
        give(uma, PIN);
        assign(3);
        assertThat(pins(0)).isEqualTo(new PinDelta(0, 0, List.of(), List.of()));

        configure(BOTH);
        var first = pins(0);
        assertThat(first.add()).extracting(PinDelta.Entry::compartment).containsExactly(3);
        assertThat(new PasswordHash().verify(PIN.toCharArray(), first.add().getFirst().digest()))
                .isTrue();

        give(uma, "60284713");
        var second = pins(first.version());
        assertThat(second.base()).isEqualTo(first.version());
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(second.remove()).isEmpty();
        assertThat(second.add()).hasSize(1).doesNotContainAnyElementsOf(first.add());

        assign(4);
        assertThat(pins(second.version()).add())
                .extracting(PinDelta.Entry::compartment)
                .containsExactly(4);
        site.devices().release(CHIEF, RequestId.fresh(), cabinet, 3);
        assertThat(pins(second.version()).remove()).containsExactly(3);

        site.people().block(CHIEF, RequestId.fresh(), uma, BlockReason.OTHER);
        assertThat(pins(0).add()).isEmpty();
        site.people().unblock(CHIEF, RequestId.fresh(), uma);
        assertThat(pins(0).add()).hasSize(1);

        configure(Map.of("identify.by", "card"));
        assertThat(pins(0).add()).isEmpty();
        configure(Map.of("identify.by", "pin"));
        site.holderPins().remove(CLERK, RequestId.fresh(), uma);
        assertThat(pins(0).add()).isEmpty();
        assertThat(pins(pins(0).version() + 9).base()).isZero();
    }

    @Test
    void anErasureTakesThePinOffTheCabinetsAndSaysWhichHaveNotForgottenYet() {
        give(uma, PIN);
        assign(3);
        configure(BOTH);
        var held = pins(0);
        assertThat(held.add()).hasSize(1);
        var erased =
                site.privacy()
                        .erase(CHIEF, RequestId.fresh(), uma, ErasureGround.ASKED_BY_PERSON, "");
        assertThat(((EraseOutcome.Erased) erased).certificate().unconfirmed())
                .containsExactly("cabinet-1");
        assertThat(pins(held.version()).remove()).containsExactly(3);
        assertThat(site.books().<Integer>read(sql -> sql.fetchCount(HOLDER_PIN))).isZero();
    }

    @Test
    void theBridgeAnswersANumberOnlyWhereTheCabinetTakesThem() {
        assign(3);
        assertThat(typed(3)).isEqualTo(no(OpenAnswer.Why.MEDIUM_NOT_TAKEN));
        configure(BOTH);
        assertThat(typed(3)).isEqualTo(no(OpenAnswer.Why.NO_RIGHT));
        give(uma, PIN);
        assertThat(typed(3)).isEqualTo(new OpenAnswer.MayOpen(3));
        assertThat(typed(4)).isEqualTo(no(OpenAnswer.Why.NO_RIGHT));
        site.people().block(CHIEF, RequestId.fresh(), uma, BlockReason.OTHER);
        assertThat(typed(3)).isEqualTo(no(OpenAnswer.Why.BLOCKED_PERSON));
        configure(Map.of("identify.by", "pin"));
        assertThat(ask("04AABBCCDDEE01", 0, "desfire"))
                .isEqualTo(no(OpenAnswer.Why.MEDIUM_NOT_TAKEN));
    }

    private OpenAnswer typed(int compartment) {
        return ask("", compartment, "pin");
    }

    private OpenAnswer ask(String credential, int compartment, String medium) {
        return site.field()
                .mayOpen(
                        Actor.device(cabinet.number(), "cabinet-1"),
                        cabinet,
                        UUID.randomUUID().toString(),
                        credential,
                        compartment,
                        medium);
    }

    private static OpenAnswer no(OpenAnswer.Why why) {
        return new OpenAnswer.MayNotOpen(why);
    }

    private SetOutcome set(PersonId person, String typed) {
        return site.holderPins().set(CHIEF, RequestId.fresh(), person, typed.toCharArray());
    }

    private List<Problem> problems(String typed) {
        return ((SetOutcome.Rejected) set(uma, typed)).problems();
    }

    private void give(PersonId person, String typed) {
        assertThat(set(person, typed)).isInstanceOf(SetOutcome.Set.class);
    }

    private void rule(Rules rules) {
        assertThat(site.holderPins().changeRules(CHIEF, RequestId.fresh(), rules))
                .isEqualTo(new RulesOutcome.Changed(rules));
    }

    private void assign(int compartment) {
        site.devices().assign(CHIEF, RequestId.fresh(), cabinet, compartment, uma);
    }

    private void configure(Map<String, String> settings) {
        site.devices().configure(CHIEF, RequestId.fresh(), cabinet, settings);
    }

    private PinDelta pins(long base) {
        site.field().settle();
        return site.field().pins(cabinet, base);
    }
}
