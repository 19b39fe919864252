package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.operators.CardEntrance.EnterOutcome;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.OperatorCards.IssueOutcome;
import app.lodge.core.operators.OperatorCards.Order;
import app.lodge.core.operators.Operators;
import app.lodge.personalization.virtual.InProcessReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator's card from the blank to the desk that it opens, on the virtual reader.
@Tag("CHAIN-09")
@Tag("CHAIN-16")
class OperatorCardDeskTest {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor IDA = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");

    @TempDir private Path folder;

    @Test
    void aCardIsWrittenProvesItselfAndOpensTheDeskWithItsPin() throws Exception {
        try (var vault =
                        KeyVault.create(
                                folder.resolve("v.lodge"), new byte[] {1}, "rathaus", CHEAP);
                var books = books();
                var reader = new InProcessReader("desk")) {
            var operators = Operators.in(books, new PasswordHash(CHEAP));
            var added =
                    operators.add(
                            Actor.system("test"),
                            RequestId.fresh(),
                            "Carla",
                            Role.CLERK,
                            "a long password".toCharArray());
            var keys = VaultCardKeys.over(vault, InstantSource.system());
            var cards = OperatorCards.in(books, vault, keys, operators, new PasswordHash(CHEAP));
            var card = CardDesk.blank();
            reader.insert(card);
            assertThatThrownBy(() -> OperatorCardDesk.prove(reader, SOON, cards))
                    .isInstanceOf(DeviceException.class);
            assertThat(OperatorCardDesk.identify(IDA, keys, reader, SOON)).isEqualTo(UID);
            var order =
                    new Order(
                            ((Operators.AddOutcome.Done) added).operator().id(),
                            UID,
                            Level.CLERK,
                            "Town hall",
                            LocalDate.of(2099, 12, 31));
            OperatorCard issued =
                    ((IssueOutcome.Issued)
                                    cards.issue(
                                            IDA, RequestId.fresh(), order, "2468".toCharArray()))
                            .card();
            OperatorCardDesk.write(IDA, keys, reader, SOON, issued);
            var proven = OperatorCardDesk.prove(reader, SOON, cards);
            assertThat(proven).isInstanceOf(ProveOutcome.Proven.class);
            var session = ((ProveOutcome.Proven) proven).session();
            assertThat(cards.enter(session, "2468".toCharArray(), "desk-1"))
                    .isInstanceOf(EnterOutcome.SignedIn.class);
        }
    }

    private static Books books() {
        return Books.open(
                new BooksSource.InMemory(UUID.randomUUID().toString()),
                InstantSource.system(),
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
    }
}
