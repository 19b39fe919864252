package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.journal.Journal;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.selfservice.Login;
import app.lodge.core.selfservice.LoginId;
import app.lodge.core.selfservice.Proof;
import app.lodge.core.selfservice.SelfService.LoginOutcome;
import app.lodge.core.site.Backups.BackupOutcome;
import app.lodge.core.site.Home;
import app.lodge.core.site.Restore;
import app.lodge.core.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-57")
final class EmbeddedDeletedIsDeletedTest extends DeletedIsDeletedContract {

    private static final Behalf COUNTER = new Behalf(Behalf.Why.AT_THE_COUNTER, "");

    @Override
    String properties() {
        return "";
    }

    @Override
    List<Path> databaseFolders() {
        return List.of();
    }

    @Test
    void aRestoredOlderBackupDoesNotBringThePersonBack() throws Exception {
        var home = PrivacyDesk.home(folder.resolve("home"), "");
        Path backup;
        PersonId erased;
        PersonId enrolledLater;
        PersonId bystander;
        try (var site = PrivacyDesk.open(home)) {
            var desk = new PrivacyDesk(site);
            bystander = desk.enrolled(PersonDetails.named("Berta", "Bleibt"));
            erased = desk.imported(List.of(noise(1)));
            backup =
                    home.backups()
                            .resolve(
                                    ((BackupOutcome.Taken) site.backups().take(CHIEF))
                                            .backup()
                                            .file());
            enrolledLater = desk.enrolled(PersonDetails.named("Spät", "Gekommen"));
            for (var one : List.of(enrolledLater, erased)) {
                assertThat(erase(site.privacy(), one)).isInstanceOf(EraseOutcome.Erased.class);
            }
        }
        assertThat(Files.mismatch(home.keyring(), home.backups().resolve("people.keys")))
                .as("the copy of the keyring follows every erasure")
                .isEqualTo(-1);
        var restored = new Home(folder.resolve("restored"));
        var restore = new Restore(InstantSource.fixed(PrivacyDesk.NOW), PrivacyDesk.CHEAP);
        restore.into(restored, backup, home.unlockSecret(), home.backups().resolve("people.keys"));
        try (var site = PrivacyDesk.open(restored)) {
            assertThat(site.people().find(CLERK, erased)).isEmpty();
            assertThat(site.people().find(CLERK, bystander)).isPresent();
            assertThat(PrivacyDesk.traces(List.of()).in("all rows", dump(site))).isEmpty();
            assertThat(new PrivacyDesk(site).enrolled(PersonDetails.named("Neu", "Neu")).number())
                    .as("a number that was erased is never given again")
                    .isGreaterThan(enrolledLater.number());
            assertThat(site.privacy().certificates(CHIEF, null, 9).rows())
                    .extracting(Certificate::person, Certificate::afterRestore)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(erased, true),
                            org.assertj.core.groups.Tuple.tuple(enrolledLater, true));
            assertThat(site.privacy().certificates(CHIEF, null, 9).rows())
                    .extracting(Certificate::number)
                    .containsExactly(2L, 1L);
        }
    }

    /// The backup knows the first login and not the second; both have ended since.
    @Test
    @Tag("ID-22")
    void aRestoredOlderBackupDoesNotBringAnEndedLoginBack() throws Exception {
        var home = PrivacyDesk.home(folder.resolve("home"), "");
        Path backup;
        LoginId known;
        LoginId later;
        LoginId bystander;
        try (var site = PrivacyDesk.open(home)) {
            var person = new PrivacyDesk(site).enrolled(PersonDetails.named("Mia", "Mutter"));
            bystander = opened(site, "stays@example.test");
            known = opened(site, "known@example.test");
            linked(site, known, person);
            backup =
                    home.backups()
                            .resolve(
                                    ((BackupOutcome.Taken) site.backups().take(CHIEF))
                                            .backup()
                                            .file());
            later = opened(site, "later@example.test");
            for (var login : List.of(known, later)) {
                assertThat(site.selfService().end(CLERK, RequestId.fresh(), login, COUNTER))
                        .isInstanceOf(LoginOutcome.Done.class);
            }
        }
        var restored = new Home(folder.resolve("restored"));
        new Restore(InstantSource.fixed(PrivacyDesk.NOW), PrivacyDesk.CHEAP)
                .into(restored, backup, home.unlockSecret(), home.backups().resolve("people.keys"));
        LoginId next;
        long rows;
        try (var site = PrivacyDesk.open(restored)) {
            var logins = site.selfService();
            for (var login : List.of(known, later)) {
                assertThat(logins.find(CLERK, login).orElseThrow().state())
                        .isEqualTo(Login.State.ENDED);
                assertThat(site.vault().keyLives(login.key())).isFalse();
                assertThat(
                                site.journal()
                                        .page(
                                                CHIEF,
                                                new Journal.Filter(
                                                        "self-service.ended-again",
                                                        "self-service:" + login.number(),
                                                        null,
                                                        null),
                                                null,
                                                9)
                                        .rows())
                        .hasSize(1);
            }
            assertThat(logins.ofLogin(CLERK, known))
                    .allMatch(seen -> seen.link().state() == Link.State.ENDED);
            assertThat(logins.named(CLERK, "known@example.test")).isEmpty();
            assertThat(logins.find(CLERK, bystander).orElseThrow().email())
                    .isEqualTo("stays@example.test");
            next = opened(site, "later@example.test");
            assertThat(next.number())
                    .as("a number whose key is destroyed is never given again")
                    .isGreaterThan(later.number());
            rows = site.journal().head(CHIEF).number();
        }
        try (var site = PrivacyDesk.open(restored)) {
            assertThat(site.selfService().find(CLERK, next).orElseThrow().email())
                    .isEqualTo("later@example.test");
            assertThat(site.journal().head(CHIEF).number())
                    .as("said once, not at every start")
                    .isEqualTo(rows);
        }
    }

    private static LoginId opened(Site site, String email) {
        var outcome = site.selfService().open(CLERK, RequestId.fresh(), email, COUNTER);
        return ((LoginOutcome.Done) outcome).login().id();
    }

    private static void linked(Site site, LoginId login, PersonId person) {
        var account = site.accounts().ofPerson(CLERK, person).orElseThrow().id();
        assertThat(
                        site.selfService()
                                .link(
                                        CLERK,
                                        RequestId.fresh(),
                                        login,
                                        new Link.Wanted(
                                                account, Set.of(LinkRight.VIEW), true, null, false),
                                        Proof.IDENTITY_CARD,
                                        COUNTER))
                .isInstanceOf(LinkOutcome.Done.class);
    }

    @Test
    void anOlderKeyringPutBackOpensNobodyWhomTheBooksHaveErased() throws Exception {
        var home = PrivacyDesk.home(folder.resolve("home"), "");
        var older = folder.resolve("older.keys");
        PersonId person;
        try (var site = PrivacyDesk.open(home)) {
            person = new PrivacyDesk(site).imported(List.of());
            Files.copy(home.keyring(), older);
            erase(site.privacy(), person);
        }
        Files.copy(older, home.keyring(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var site = PrivacyDesk.open(home)) {
            assertThat(site.vault().keyLives(person.number())).isFalse();
            assertThat(site.people().find(CLERK, person)).isEmpty();
        }
    }

    @Test
    void cutOffBeforeTheKeysWereDestroyedARepeatOrTheNextStartCompletesIt() throws Exception {
        var home = PrivacyDesk.home(folder.resolve("home"), "");
        var aside = folder.resolve("aside");
        var request = RequestId.fresh();
        PersonId person;
        PersonId other;
        try (var site = PrivacyDesk.open(home)) {
            var desk = new PrivacyDesk(site);
            person = desk.imported(List.of());
            other = desk.enrolled(PersonDetails.named("Otto", "Ander"));
            obstruct(home, aside);
            assertThat(
                            site.privacy()
                                    .erase(
                                            CHIEF,
                                            request,
                                            person,
                                            ErasureGround.ASKED_BY_PERSON,
                                            ""))
                    .isInstanceOf(EraseOutcome.KeysStillThere.class);
            assertThat(site.people().find(CLERK, person)).isEmpty();
            clear(home, aside);
            assertThat(
                            site.privacy()
                                    .erase(
                                            CHIEF,
                                            request,
                                            person,
                                            ErasureGround.ASKED_BY_PERSON,
                                            ""))
                    .isInstanceOf(EraseOutcome.Erased.class);
            obstruct(home, aside);
            assertThat(erase(site.privacy(), other))
                    .isInstanceOf(EraseOutcome.KeysStillThere.class);
            clear(home, aside);
        }
        try (var site = PrivacyDesk.open(home)) {
            assertThat(site.vault().keyLives(other.number())).isFalse();
            assertThat(site.privacy().certificateOf(CHIEF, other).orElseThrow().complete())
                    .isTrue();
        }
    }

    static EraseOutcome erase(Privacy privacy, PersonId person) {
        return privacy.erase(CHIEF, RequestId.fresh(), person, ErasureGround.ASKED_BY_PERSON, "");
    }

    /// A folder in the keyring's place: it can be neither opened nor replaced.
    private static void obstruct(Home home, Path aside) throws Exception {
        Files.move(home.keyring(), aside);
        Files.createDirectories(home.keyring().resolve("x"));
    }

    private static void clear(Home home, Path aside) throws Exception {
        Files.delete(home.keyring().resolve("x"));
        Files.delete(home.keyring());
        Files.move(aside, home.keyring());
    }
}
