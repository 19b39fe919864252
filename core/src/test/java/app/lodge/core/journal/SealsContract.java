package app.lodge.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.journal.Seals.Proving;
import app.lodge.core.journal.Seals.SealOutcome.Broken;
import app.lodge.core.journal.Seals.SealOutcome.NothingNew;
import app.lodge.core.journal.Seals.SealOutcome.Sealed;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What seals promise, on either database.
@Tag("ID-50")
abstract class SealsContract {

    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor AUDITOR = new Actor(3, "Eva", Role.AUDITOR, "desk-1");
    private static final Actor BRIDGE = Actor.system("bridge");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final PlainKeys keys = new PlainKeys();
    private Books books;
    private Seals seals;

    abstract BooksSource source();

    /// Takes away what keeps rows from being changed, as an owner of the database can.
    abstract String unguarded(String table);

    @BeforeEach
    void open() {
        books = Books.open(source(), () -> now, new Plain());
        seals = Seals.in(books, keys, "site-1");
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aSealCoversWhatCameSinceTheLast() {
        note(5);
        var first = ((Sealed) seals.seal(BRIDGE)).seal();
        assertThat(first.firstRow()).isEqualTo(1);
        assertThat(first.lastRow()).as("with the row of the new key").isEqualTo(6);
        assertThat(first.rows()).isEqualTo(6);
        assertThat(seals.seal(BRIDGE)).isEqualTo(new NothingNew(first));

        note(1);
        now = now.plus(Duration.ofDays(1));
        var second = ((Sealed) seals.seal(BRIDGE)).seal();
        assertThat(second.firstRow()).isEqualTo(7);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.at()).isEqualTo(now);
        assertThat(seals.page(AUDITOR, null, 1).rows()).containsExactly(second);
        note(2);
        var standing = seals.standing(CLERK);
        assertThat(standing.last()).isEqualTo(second);
        assertThat(standing.unsealedRows()).isEqualTo(2);
        assertThat(standing.oldestUnsealed()).isEqualTo(now);
        assertThat(seals.verify(AUDITOR))
                .isEqualTo(new Verification.Intact(9, head(), 2, 2, standing.fingerprint()));
    }

    @Test
    void whoSealsByHandStandsInTheJournalUnderThatSeal() {
        note(2);
        seals.seal(BRIDGE);
        assertThat(seals.seal(AUDITOR)).as("nothing waits").isInstanceOf(NothingNew.class);
        note(1);
        var byHand = ((Sealed) seals.seal(AUDITOR)).seal();

        var asked =
                Journal.in(books).page(AUDITOR, Journal.Filter.all(), null, 1).rows().getFirst();
        assertThat(asked.kind()).isEqualTo("journal.seal-asked");
        assertThat(asked.actor()).isEqualTo("Eva");
        assertThat(asked.workstation()).isEqualTo("desk-1");
        assertThat(byHand.lastRow()).isEqualTo(asked.number());
        assertThat(byHand.rows()).as("the note and the row").isEqualTo(2);
        assertThat(seals.verify(AUDITOR)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void aNewKeyTakesOverWithASealThatBothSigned() {
        note(1);
        var old = ((Sealed) seals.seal(BRIDGE)).seal();
        var turn = ((Sealed) seals.rotateKey(ADMIN)).seal();
        note(1);
        var next = ((Sealed) seals.seal(BRIDGE)).seal();

        assertThat(turn.key()).isEqualTo(old.key());
        assertThat(turn.newKey()).isEqualTo(next.key()).isNotEqualTo(old.key());
        assertThat(next.newKey()).isNull();
        assertThat(seals.verify(AUDITOR)).isInstanceOf(Verification.Intact.class);
        assertThatThrownBy(() -> seals.rotateKey(AUDITOR)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> seals.seal(CLERK)).isInstanceOf(NotPermitted.class);
        assertThat((long) one("select count(*) from journal_key where wrapped is not null"))
                .as("the old private key is gone")
                .isEqualTo(1);
    }

    @Test
    void noPaymentWaitsForASeal() throws Exception {
        note(1);
        seals.seal(BRIDGE);
        note(1);
        keys.signing = new CompletableFuture<>();
        var sealing = CompletableFuture.supplyAsync(() -> seals.seal(BRIDGE));
        keys.signing.get(10, TimeUnit.SECONDS);
        note(3);
        keys.go.complete(null);
        var seal = ((Sealed) sealing.get(10, TimeUnit.SECONDS)).seal();

        assertThat(seal.rows()).isEqualTo(1);
        assertThat(seals.standing(AUDITOR).unsealedRows()).isEqualTo(3);
        assertThat(seals.verify(AUDITOR)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void whatIsChangedBehindTheSealsBackIsFoundAndNotSealedOver() {
        note(3);
        seals.seal(BRIDGE);
        note(3);
        sql(unguarded("journal"));
        sql("update journal set content = '{\"n\":7}' where id = 6");
        assertThat(seals.seal(BRIDGE))
                .isInstanceOfSatisfying(Broken.class, b -> assertThat(b.atRow()).isEqualTo(6));
        assertThat(seals.verify(AUDITOR))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> {
                            assertThat(broken.what()).isEqualTo(What.ROW_HASH);
                            assertThat(broken.number()).isEqualTo(6);
                        });
    }

    @Test
    void aSealIsAsUnchangeableAsItsRows() {
        note(3);
        seals.seal(BRIDGE);
        note(3);
        seals.seal(BRIDGE);
        assertThatThrownBy(() -> sql("update journal_seal set last_row = 2 where id = 1"));
        assertThatThrownBy(() -> sql("delete from journal_seal where id = 1"));
        sql(unguarded("journal_seal"));
        sql("update journal_seal set sealed_at = timestamp '2020-01-01 00:00:00' where id = 2");
        assertBroken(What.SEAL_HASH, 2);
        sql("delete from journal_seal where id = 1");
        assertBroken(What.SEAL_MISSING, 1);
    }

    @Test
    void aReceiptsCodeSaysTheSameUntilSealedAndThenProvesItself() {
        note(3);
        seals.seal(BRIDGE);
        note(4);
        var before = seals.proof(CLERK, 6, Proving.UP_TO_THE_SEAL);
        assertThat(before).matches("LODGE:1:SITE-1:6:[0-9A-F]{64}:[0-9A-F]{32}");
        seals.seal(BRIDGE);
        assertThat(seals.proof(CLERK, 6, Proving.ROW_ONLY)).isEqualTo(before);
        assertThat(seals.proof(CLERK, 6, Proving.UP_TO_THE_SEAL))
                .startsWith(before + ":2:5:8:")
                .matches("[0-9A-Z:-]+");
        assertThatThrownBy(() -> seals.proof(CLERK, 99, Proving.ROW_ONLY))
                .hasMessageContaining("99");
    }

    private void assertBroken(What what, long number) {
        assertThat(seals.verify(AUDITOR))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> {
                            assertThat(broken.what()).isEqualTo(what);
                            assertThat(broken.number()).isEqualTo(number);
                        });
    }

    private void note(int times) {
        for (var i = 0; i < times; i++) {
            books.write(CLERK, tx -> tx.journal("note.written", "note:1", Map.of("n", 1)));
        }
    }

    private String head() {
        return Journal.in(books).head(AUDITOR).hash();
    }

    private void sql(String statement) {
        books.write(ADMIN, tx -> tx.sql().execute(statement));
    }

    private Object one(String question) {
        return books.read(sql -> sql.resultQuery(question).fetchSingle().get(0, Long.class));
    }

    /// Keys without a vault, that can be made to wait.
    private static final class PlainKeys implements SigningKeys {

        private final SecureRandom random = new SecureRandom();
        private final CompletableFuture<Void> go = new CompletableFuture<>();
        private volatile CompletableFuture<Void> signing;

        @Override
        public byte[] fresh() {
            var seed = new byte[32];
            random.nextBytes(seed);
            return seed;
        }

        @Override
        public byte[] publicKey(byte[] stored) {
            return new Ed25519PrivateKeyParameters(stored, 0).generatePublicKey().getEncoded();
        }

        @Override
        public byte[] sign(byte[] stored, byte[] message) {
            var waiting = signing;
            if (waiting != null) {
                waiting.complete(null);
                go.join();
            }
            var signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(stored, 0));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
