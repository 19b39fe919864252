package app.lodge.core.operators;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.keys.ProvingCard;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keys.VaultException;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.CardEntrance.EnterOutcome;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.core.operators.CardEntrance.Why;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCards.IssueOutcome;
import app.lodge.core.operators.OperatorCards.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator's card proves itself, its owner types the PIN.
@Tag("CHAIN-09")
@Tag("CHAIN-10")
@Tag("CHAIN-16")
class OperatorCardsTest {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor IDA = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");
    private static final Uid UID = new Uid("04A1B2C3D4E5F6");
    private static final LocalDate YEARS_END = LocalDate.of(2026, 12, 31);

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private KeyVault vault;
    private Books books;
    private Operators operators;
    private OperatorCards.Both cards;
    private long clerk;

    @BeforeEach
    void open() throws VaultException {
        vault = KeyVault.create(folder.resolve("vault.lodge"), new byte[] {1}, "rathaus", CHEAP);
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
        operators = Operators.in(books, new PasswordHash(CHEAP));
        add("Ida", Role.ADMINISTRATOR);
        clerk = add("Carla", Role.CLERK);
        cards =
                OperatorCards.in(
                        books,
                        vault,
                        VaultCardKeys.over(vault, () -> now),
                        operators,
                        new PasswordHash(CHEAP));
    }

    @AfterEach
    void close() {
        books.close();
        vault.close();
    }

    private long add(String name, Role role) {
        var outcome =
                operators.add(
                        Actor.system("test"),
                        RequestId.fresh(),
                        name,
                        role,
                        "a long password".toCharArray());
        return ((Operators.AddOutcome.Done) outcome).operator().id();
    }

    private OperatorCard issued(Level level) {
        var order = new Order(clerk, UID, level, "Town hall", YEARS_END);
        return ((IssueOutcome.Issued)
                        cards.issue(IDA, RequestId.fresh(), order, "2468".toCharArray()))
                .card();
    }

    private ProveOutcome shown(ProvingCard card) {
        var question = cards.begin(UID, 1, card.challenge()).orElseThrow();
        return cards.prove(question.session(), card.answer(question.token()));
    }

    private String proven() {
        var genuine = ProvingCard.of(vault, OperatorCards.APPLICATION, OperatorCards.PROOF, UID);
        return ((ProveOutcome.Proven) shown(genuine)).session();
    }

    private EnterOutcome enter(String session, String pin) {
        return cards.enter(session, pin.toCharArray(), "desk-1");
    }

    @Test
    void cardAndPinLetItsOwnerIn() {
        var card = issued(Level.CLERK);
        assertThat(card.name()).isEqualTo("Carla");
        var outcome = enter(proven(), "2468");
        assertThat(outcome).isInstanceOf(EnterOutcome.SignedIn.class);
        var actor = ((EnterOutcome.SignedIn) outcome).actor();
        assertThat(actor.operatorId()).isEqualTo(clerk);
        assertThat(actor.role()).isEqualTo(Role.CLERK);
    }

    @Test
    void aCardWithoutTheKeyIsRefusedBeforeThePin() {
        issued(Level.CLERK);
        assertThat(shown(ProvingCard.with(new byte[16]))).isEqualTo(new ProveOutcome.Refuted());
        assertThat(cards.begin(new Uid("04FFFFFFFFFFFF"), 1, new byte[16])).isEmpty();
        assertThat(cards.begin(UID, 1, new byte[3])).isEmpty();
        assertThat(enter("no such session", "2468")).isEqualTo(new EnterOutcome.Ended());
    }

    @Test
    void threeWrongPinsLockTheCardAlsoOverSeveralSessions() {
        var card = issued(Level.CLERK);
        assertThat(enter(proven(), "1111")).isEqualTo(new EnterOutcome.WrongPin(2));
        assertThat(enter(proven(), "22222222222")).isEqualTo(new EnterOutcome.WrongPin(1));
        assertThat(enter(proven(), "3333")).isEqualTo(new EnterOutcome.Locked());
        assertThat(enter(proven(), "2468")).isEqualTo(new EnterOutcome.Locked());
        assertThat(cards.list(IDA).getFirst().state()).isEqualTo(State.LOCKED);
        issued(Level.CLERK);
        assertThat(enter(proven(), "2468")).isInstanceOf(EnterOutcome.SignedIn.class);
        assertThat(cards.list(IDA)).hasSize(2);
        assertThat(cards.list(IDA).getLast().number()).isEqualTo(card.number());
        assertThat(cards.list(IDA).getLast().state()).isEqualTo(State.REVOKED);
    }

    @Test
    void theRightPinForgivesTheWrongOnesBefore() {
        issued(Level.CLERK);
        enter(proven(), "1111");
        enter(proven(), "1111");
        enter(proven(), "2468");
        assertThat(enter(proven(), "1111")).isEqualTo(new EnterOutcome.WrongPin(2));
    }

    @Test
    void itsOwnerGivesACardAnotherPin() {
        var card = issued(Level.CLERK);
        var carla = new Actor(clerk, "Carla", Role.CLERK, "desk-1");
        assertThat(cards.own(carla)).containsExactly(card);
        assertThat(cards.own(IDA)).isEmpty();
        assertThat(change(IDA, card, "2468", "1357"))
                .isEqualTo(new OperatorCards.PinOutcome.NotYours());
        assertThat(change(carla, card, "2468", "13"))
                .isInstanceOf(OperatorCards.PinOutcome.Rejected.class);
        assertThat(change(carla, card, "1111", "1357"))
                .isEqualTo(new OperatorCards.PinOutcome.WrongPin(2));
        assertThat(change(carla, card, "2468", "1357"))
                .isEqualTo(new OperatorCards.PinOutcome.Changed(card));
        assertThat(enter(proven(), "2468")).isEqualTo(new EnterOutcome.WrongPin(2));
        assertThat(enter(proven(), "1357")).isInstanceOf(EnterOutcome.SignedIn.class);
        change(carla, card, "1", "1357");
        change(carla, card, "1", "1357");
        assertThat(change(carla, card, "1", "1357"))
                .isEqualTo(new OperatorCards.PinOutcome.Locked());
        assertThat(change(carla, card, "1357", "2468"))
                .isEqualTo(new OperatorCards.PinOutcome.Locked());
    }

    private OperatorCards.PinOutcome change(
            Actor who, OperatorCard card, String present, String next) {
        return cards.changePin(
                who, RequestId.fresh(), card.number(), present.toCharArray(), next.toCharArray());
    }

    @Test
    void aLostCardIsRevokedByItsNumberAndOpensNothing() {
        var card = issued(Level.CLERK);
        var session = proven();
        cards.revoke(IDA, RequestId.fresh(), card.number());
        assertThat(enter(session, "2468")).isEqualTo(new EnterOutcome.NotHere(Why.REVOKED));
        assertThat(cards.revoke(IDA, RequestId.fresh(), 4711))
                .isEqualTo(new OperatorCards.RevokeOutcome.Unknown());
    }

    @Test
    void cardsEndTerminalsStayOutsideAndOwnersGo() {
        issued(Level.TERMINAL);
        assertThat(enter(proven(), "2468")).isEqualTo(new EnterOutcome.NotHere(Why.TERMINALS_ONLY));
        issued(Level.CLERK);
        operators.deactivate(IDA, RequestId.fresh(), clerk);
        assertThat(enter(proven(), "2468")).isEqualTo(new EnterOutcome.NotHere(Why.OPERATOR_GONE));
        now = now.plus(Duration.ofDays(60));
        assertThat(enter(proven(), "2468")).isEqualTo(new EnterOutcome.NotHere(Why.EXPIRED));
    }

    @Test
    void aProofIsGoodForTwoMinutesAndOneEntry() {
        issued(Level.CLERK);
        var session = proven();
        assertThat(enter(session, "2468")).isInstanceOf(EnterOutcome.SignedIn.class);
        assertThat(enter(session, "2468")).isEqualTo(new EnterOutcome.Ended());
        var late = proven();
        now = now.plus(Duration.ofMinutes(3));
        assertThat(enter(late, "2468")).isEqualTo(new EnterOutcome.Ended());
    }

    @Test
    void saysWhatIsWrongWithAnOrder() {
        var order = new Order(clerk, UID, Level.ADMINISTRATOR, "", LocalDate.of(2020, 1, 1));
        var outcome = cards.issue(IDA, RequestId.fresh(), order, "12a".toCharArray());
        assertThat(((IssueOutcome.Rejected) outcome).problems())
                .extracting(problem -> problem.key())
                .containsExactly("operator-cards.pin-form", "operator-cards.over-already");
        var level = new Order(clerk, UID, Level.ADMINISTRATOR, "", YEARS_END);
        assertThat(cards.issue(IDA, RequestId.fresh(), level, "2468".toCharArray()))
                .isInstanceOf(IssueOutcome.Rejected.class);
    }

    @Test
    void thePinIsNowhereInTheBooks() {
        issued(Level.CLERK);
        enter(proven(), "2468");
        enter(proven(), "97531");
        var sealed =
                books.read(sql ->
                        sql.fetch("select sealed_pin from operator_card")
                                .getFirst()
                                .get(0, byte[].class));
        var everything =
                new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1)
                        + books.read(sql -> sql.fetch("select content from journal").format(9999));
        assertThat(everything).doesNotContain("2468").doesNotContain("97531");
        assertThat(everything).doesNotContain("argon2");
    }
}
