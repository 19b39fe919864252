package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.core.purse.Purses.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge people member`: branch, cards and points of a member; sets the branch.
@Tag("CHAIN-21")
class MemberByCommandTest {

    private static final PersonId ANA = new PersonId(1234);
    private static final MediumId CARD = new MediumId(11);

    @TempDir Path folder;
    private CommandRun site;

    @BeforeEach
    void site() {
        site = new CommandRun(folder, Locale.ENGLISH);
        site.answering("People.find", _ -> Optional.of(ana("Korzo", 3)));
        site.answering("Media.ofPerson", _ -> List.of(card(CARD, "DESFire EV3"), keyFob()));
        site.answering("Purses.find", _ -> Optional.of(purse()));
    }

    private static Person ana(String branch, int revision) {
        var details =
                PersonField.merged(
                        PersonDetails.named("Ana", "Kovač"), Map.of(PersonField.BRANCH, branch));
        return new Person(ANA, PersonState.ACTIVE, revision, details, Instant.EPOCH);
    }

    private static Medium card(MediumId id, String chip) {
        return new Medium(
                id,
                MediumKind.CARD,
                ANA,
                1,
                MediumState.ACTIVE,
                null,
                chip,
                1,
                null,
                Instant.EPOCH);
    }

    private static Medium keyFob() {
        return card(new MediumId(12), "EM4100");
    }

    private static Purse purse() {
        return new Purse(
                CARD,
                State.ACTIVE,
                new Money(1_250, Currency.getInstance("EUR")),
                null,
                3,
                0,
                45,
                List.of(),
                List.of(),
                0,
                null,
                null);
    }

    @Test
    void branchCardsAndPointsAreTold() {
        assertThat(site.run("people", "member", "1234", "--as", "anna")).isZero();
        assertThat(site.out).contains("0001234  Ana Kovač", "Branch: Korzo", "12.50", "45 points");
        assertThat(site.calls.stream().filter("Purses.find"::equals))
                .as("a fob without a purse is not asked about")
                .hasSize(1);
        assertThat(site.calls).doesNotContain("People.change");
    }

    @Test
    void programsGetThemAsFacts() {
        assertThat(site.run("people", "member", "1234", "--json", "--as", "anna")).isZero();
        assertThat(site.out).contains("\"branch\"", "\"Korzo\"", "\"points\"", "45");
    }

    @Test
    void theBranchIsSetAtTheRevisionThatWasSeen() {
        site.answering(
                "People.change",
                given -> {
                    assertThat(given.subList(1, 3)).containsExactly(ANA, 3);
                    var details = (PersonDetails) given.get(3);
                    assertThat(details.fullName()).isEqualTo("Ana Kovač");
                    return new ChangeOutcome.Changed(ana(details.branch(), 4));
                });
        assertThat(site.run("people", "member", "1234", "--branch", "Ilica", "--as", "anna"))
                .isZero();
        assertThat(site.out).contains("Branch: Ilica");
        assertThat(site.run("people", "member", "1234", "--branch", "-", "--as", "anna")).isZero();
        assertThat(site.out).contains("Branch: -");
    }

    @Test
    void whatTheSiteRefusesIsSaid() {
        site.answering("People.change", _ -> new ChangeOutcome.Overtaken(ana("Split", 9)));
        assertThat(site.run("people", "member", "1234", "--branch", "Ilica", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(site.err).contains("Somebody else has changed this person");
        site.answering(
                "People.change",
                _ ->
                        new ChangeOutcome.Rejected(
                                List.of(Problem.of("branch", "B", "people.too-long", 80))));
        assertThat(site.run("people", "member", "1234", "--branch", "B", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(site.err).contains("80");
        site.answering("People.find", _ -> Optional.empty());
        assertThat(site.run("people", "member", "1234", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(site.err).contains("nobody has the number");
    }
}
