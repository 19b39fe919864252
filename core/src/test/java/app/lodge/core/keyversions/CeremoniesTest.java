package app.lodge.core.keyversions;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.keys.VaultException;
import app.lodge.core.keyversions.CardRehearsal.Result;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.Next;
import app.lodge.core.keyversions.Ceremonies.Obstacle;
import app.lodge.core.keyversions.Ceremonies.RehearseOutcome;
import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import app.lodge.core.operators.Operators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two custodians at one desk, step by step.
@Tag("CHAIN-07")
class CeremoniesTest {

    private static final byte[] SECRET = {1};
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor IDA = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");

    @TempDir private Path folder;
    private final List<String> rehearsed = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Result rehearsal = new Result.Passed(List.of("encoded", "read"));
    private Desk desk;

    /// A site's vault, books, operators and ceremonies.
    private final class Desk implements AutoCloseable {
        final Path file;
        final KeyVault vault;
        final Books books;
        Ceremonies ceremonies;

        Desk(String name) throws VaultException {
            file = folder.resolve(name + ".lodge");
            vault = KeyVault.create(file, SECRET, name, CHEAP);
            books =
                    Books.open(
                            new BooksSource.InMemory(UUID.randomUUID().toString()),
                            () -> now,
                            new Sealing() {
                                @Override
                                public byte[] seal(byte[] plain) {
                                    return plain;
                                }

                                @Override
                                public byte[] open(byte[] sealed) {
                                    return sealed;
                                }
                            });
            var operators = Operators.in(books, new PasswordHash(CHEAP));
            for (var one : List.of("Ida", "Otto", "Carla")) {
                operators.add(
                        Actor.system("test"),
                        RequestId.fresh(),
                        one,
                        one.equals("Carla") ? Role.CLERK : Role.ADMINISTRATOR,
                        password(one));
            }
            ceremonies = restarted(operators);
        }

        Ceremonies restarted(Operators operators) {
            return Ceremonies.in(
                    books,
                    vault,
                    operators,
                    () ->
                            (CardKeys present, CardKeys next) -> {
                                rehearsed.add(
                                        present.keySet(Actor.system("x")).version()
                                                + ">"
                                                + next.keySet(Actor.system("x")).version());
                                return rehearsal;
                            },
                    () -> SECRET.clone());
        }

        BeginOutcome begin(Kind kind) {
            return ceremonies.begin(
                    IDA,
                    RequestId.fresh(),
                    kind,
                    custodian("Ida"),
                    custodian("Otto"),
                    Sharing.TWO_OF_THREE);
        }

        Standing begun(Kind kind) {
            return ((BeginOutcome.Begun) begin(kind)).standing();
        }

        String share(String id, int number) {
            return new String(((ShareOutcome.Handed) ceremonies.share(IDA, id, number)).text());
        }

        Standing typed(String id, String share) {
            return ((TypedOutcome.Accepted) ceremonies.type(IDA, id, share.toCharArray()))
                    .standing();
        }

        /// Hands out three shares, types two back, rehearses and finishes.
        List<String> whole(Kind kind) {
            var id = begun(kind).id();
            var shares = List.of(share(id, 1), share(id, 2), share(id, 3));
            typed(id, shares.get(0));
            typed(id, shares.get(2));
            assertThat(ceremonies.rehearse(IDA, id)).isInstanceOf(RehearseOutcome.Passed.class);
            assertThat(ceremonies.finish(IDA, RequestId.fresh(), id))
                    .isInstanceOf(FinishOutcome.Finished.class);
            return shares;
        }

        int version() {
            return KeyVersions.in(books, vault).status(IDA).current();
        }

        String checkValue() {
            return vault.cards().facts(version()).checkValue();
        }

        @Override
        public void close() {
            books.close();
            vault.close();
        }
    }

    private static char[] password(String name) {
        return (name + " has a long password").toCharArray();
    }

    private static Custodian custodian(String name) {
        return new Custodian(name, password(name));
    }

    @BeforeEach
    void open() throws VaultException {
        desk = new Desk("rathaus");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void twoCustodiansMakeAKeyStepByStep() {
        var begun = desk.begun(Kind.CREATE);
        assertThat(begun.next()).isEqualTo(Next.HAND_OUT);
        assertThat(begun.checkValue()).matches("[0-9A-F]{10}");
        assertThat(desk.version()).isEqualTo(1);
        var id = begun.id();
        var one = desk.share(id, 1);
        desk.share(id, 2);
        var three = desk.share(id, 3);
        assertThat(desk.typed(id, one).next()).isEqualTo(Next.TYPE);
        assertThat(desk.ceremonies.finish(IDA, RequestId.fresh(), id))
                .isInstanceOf(FinishOutcome.NotNow.class);
        assertThat(desk.typed(id, three).next()).isEqualTo(Next.REHEARSE);
        assertThat(desk.ceremonies.rehearse(IDA, id)).isInstanceOf(RehearseOutcome.Passed.class);
        assertThat(rehearsed).containsExactly("1>2");
        assertThat(desk.vault.cards().all()).hasSize(1);
        var request = RequestId.fresh();
        var finished = desk.ceremonies.finish(IDA, request, id);
        assertThat(finished).isEqualTo(new FinishOutcome.Finished(2, 2, begun.checkValue(), true));
        assertThat(desk.ceremonies.finish(IDA, request, id)).isEqualTo(finished);
        assertThat(desk.version()).isEqualTo(2);
        assertThat(desk.checkValue()).isEqualTo(begun.checkValue());
        assertThat(desk.ceremonies.standing(IDA)).isEmpty();
        assertThat(desk.ceremonies.transcript(IDA, id))
                .extracting(Ceremonies.Entry::step)
                .containsExactly(
                        "begun",
                        "share-handed",
                        "share-handed",
                        "share-handed",
                        "share-typed",
                        "share-typed",
                        "rehearsed",
                        "finished");
        assertThat(desk.ceremonies.transcript(IDA, id).getFirst().values())
                .containsEntry("first", "Ida")
                .containsEntry("second", "Otto")
                .containsEntry("checkValue", begun.checkValue());
    }

    @Test
    void theTranscriptAndTheJournalHoldNoShare() {
        var shares = desk.whole(Kind.CREATE);
        var everything =
                desk.books.read(sql -> sql.fetch("select * from journal").format(1_000_000))
                        + desk.books.read(
                                sql -> sql.fetch("select * from request").format(100_000));
        for (var share : shares) {
            var groups = share.split(" ");
            assertThat(everything).doesNotContain(groups[groups.length / 2 + 4]);
            assertThat(everything).doesNotContain(share).doesNotContain(share.replace(" ", ""));
        }
    }

    @Test
    void twoDifferentPeopleWhoMayAreNeeded() {
        assertThat(begin("Ida", "Ida"))
                .isEqualTo(new BeginOutcome.Refused(Obstacle.SAME_PERSON, 0));
        assertThat(begin("Ida", "Carla"))
                .isEqualTo(new BeginOutcome.Refused(Obstacle.SECOND_MAY_NOT, 0));
        var wrong = new Custodian("Otto", "not Otto’s password".toCharArray());
        assertThat(
                        desk.ceremonies.begin(
                                IDA,
                                RequestId.fresh(),
                                Kind.CREATE,
                                custodian("Ida"),
                                wrong,
                                Sharing.TWO_OF_THREE))
                .isEqualTo(new BeginOutcome.Wrong("Otto", Duration.ZERO));
        assertThat(desk.ceremonies.standing(IDA)).isEmpty();
        assertThat(wrong.toString()).doesNotContain("not Otto");
    }

    private BeginOutcome begin(String first, String second) {
        return desk.ceremonies.begin(
                IDA,
                RequestId.fresh(),
                Kind.CREATE,
                custodian(first),
                custodian(second),
                Sharing.TWO_OF_THREE);
    }

    @Test
    void aMistypedShareIsNamedByItsGroupAndAForeignOneIsRefused() {
        var id = desk.begun(Kind.CREATE).id();
        var share = desk.share(id, 1);
        desk.share(id, 2);
        desk.share(id, 3);
        char first = share.charAt(0);
        var mistyped = (first == 'X' ? 'Y' : 'X') + share.substring(1);
        assertThat(desk.ceremonies.type(IDA, id, mistyped.toCharArray()))
                .isEqualTo(new TypedOutcome.Mistyped(List.of(1)));
        assertThat(desk.ceremonies.type(IDA, id, "12345".toCharArray()))
                .isNotInstanceOf(TypedOutcome.Accepted.class);
        desk.ceremonies.abandon(IDA, id);
        var other = desk.begun(Kind.CREATE).id();
        desk.share(other, 1);
        assertThat(desk.ceremonies.type(IDA, other, share.toCharArray()))
                .isInstanceOf(TypedOutcome.Foreign.class);
    }

    @Test
    void aFailedRehearsalKeepsTheOldKeys() {
        rehearsal = new Result.Failed("read", "no answer");
        var id = desk.begun(Kind.CREATE).id();
        var one = desk.share(id, 1);
        var two = desk.share(id, 2);
        desk.share(id, 3);
        desk.typed(id, one);
        desk.typed(id, two);
        assertThat(desk.ceremonies.rehearse(IDA, id)).isInstanceOf(RehearseOutcome.Failed.class);
        assertThat(desk.ceremonies.finish(IDA, RequestId.fresh(), id))
                .isInstanceOf(FinishOutcome.NotNow.class);
        assertThat(desk.version()).isEqualTo(1);
    }

    /// Whatever the step it is cut off at: the bridge forgets it, vault and books are as they were.
    @Test
    void cutOffAtAnyStepNothingIsHalfMade() throws Exception {
        byte[] before = Files.readAllBytes(desk.file);
        for (int steps = 0; steps <= 6; steps++) {
            var id = desk.begun(Kind.CREATE).id();
            var shares = new ArrayList<String>();
            for (int step = 1; step <= steps; step++) {
                switch (step) {
                    case 1, 2, 3 -> shares.add(desk.share(id, step));
                    case 4, 5 -> desk.typed(id, shares.get(step - 4));
                    default -> desk.ceremonies.rehearse(IDA, id);
                }
            }
            desk.ceremonies = desk.restarted(Operators.in(desk.books, new PasswordHash(CHEAP)));
            assertThat(desk.ceremonies.standing(IDA)).isEmpty();
            assertThat(Files.readAllBytes(desk.file)).isEqualTo(before);
            assertThat(desk.version()).isEqualTo(1);
        }
        desk.whole(Kind.CREATE);
        assertThat(desk.version()).isEqualTo(2);
    }

    /// Between the vault's file and the books: the old version stays in use, the next ceremony goes on.
    @Test
    void cutOffBetweenVaultAndBooksTheOldVersionStays() throws VaultException {
        var check = desk.checkValue();
        try (var draft = desk.vault.cards().draw(2)) {
            desk.vault.cards().adopt(draft, SECRET);
        }
        assertThat(desk.version()).isEqualTo(1);
        assertThat(desk.checkValue()).isEqualTo(check);
        desk.whole(Kind.CREATE);
        assertThat(desk.version()).isEqualTo(2);
        assertThat(desk.vault.cards().all()).hasSize(2);
    }

    @Test
    void aCeremonyThatNobodyGoesOnWithEndsByItself() {
        var id = desk.begun(Kind.CREATE).id();
        assertThat(desk.begin(Kind.CREATE))
                .isEqualTo(new BeginOutcome.Refused(Obstacle.UNDER_WAY, 0));
        now = now.plus(Ceremonies.PATIENCE).plusSeconds(1);
        assertThat(desk.ceremonies.share(IDA, id, 1)).isEqualTo(new ShareOutcome.Ended());
        assertThat(desk.begin(Kind.CREATE)).isInstanceOf(BeginOutcome.Begun.class);
    }

    @Test
    void afterTheFirstKeyCustodiansRollOver() {
        assertThat(desk.begin(Kind.ROLL_OVER))
                .isEqualTo(new BeginOutcome.Refused(Obstacle.NOT_MADE, 0));
        desk.whole(Kind.CREATE);
        assertThat(desk.begin(Kind.CREATE))
                .isEqualTo(new BeginOutcome.Refused(Obstacle.MADE_ALREADY, 0));
        var first = desk.checkValue();
        desk.whole(Kind.ROLL_OVER);
        assertThat(desk.version()).isEqualTo(3);
        assertThat(desk.checkValue()).isNotEqualTo(first);
        assertThat(rehearsed).containsExactly("1>2", "2>3");
    }

    @Test
    void anyTwoSharesOfABackupRestoreOnAFreshMachine() throws VaultException {
        desk.whole(Kind.CREATE);
        var shares = desk.whole(Kind.BACK_UP);
        assertThat(desk.version()).isEqualTo(2);
        try (var fresh = new Desk("elsewhere")) {
            var id = fresh.begun(Kind.RESTORE).id();
            fresh.typed(id, shares.get(1));
            assertThat(fresh.typed(id, shares.get(2)).checkValue()).isEqualTo(desk.checkValue());
            fresh.ceremonies.rehearse(IDA, id);
            assertThat(fresh.ceremonies.finish(IDA, RequestId.fresh(), id))
                    .isEqualTo(new FinishOutcome.Finished(2, 2, desk.checkValue(), true));
            assertThat(fresh.version()).isEqualTo(2);
            assertThat(fresh.checkValue()).isEqualTo(desk.checkValue());
            assertThat(fresh.vault.checkValue("4C4447", 1, 2))
                    .isEqualTo(desk.vault.checkValue("4C4447", 1, 2));
        }
    }

    @Test
    void restoringWhereTheKeyIsProvesTheSharesAndChangesNothing() {
        var shares = desk.whole(Kind.CREATE);
        var id = desk.begun(Kind.RESTORE).id();
        desk.typed(id, shares.get(0));
        desk.typed(id, shares.get(1));
        desk.ceremonies.rehearse(IDA, id);
        assertThat(desk.ceremonies.finish(IDA, RequestId.fresh(), id))
                .isEqualTo(new FinishOutcome.Finished(2, 2, desk.checkValue(), false));
    }
}
