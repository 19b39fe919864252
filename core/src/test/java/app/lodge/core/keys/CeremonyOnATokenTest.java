package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.keyversions.CardRehearsal.Result;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.operators.Operators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ceremony whose token is full, or is pulled in the middle: a sentence that names it, nothing half
/// done, and the same ceremony goes on when the token is as it should be (CHAIN-07, CHAIN-11).
@Tag("CHAIN-07")
@Tag("CHAIN-11")
class CeremonyOnATokenTest {

    private static final byte[] SECRET = {1};
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor IDA = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");

    @TempDir private Path folder;
    private final Token token = new Token();
    private Books books;
    private KeyVault vault;
    private Ceremonies ceremonies;

    /// A token in memory that can be full or away.
    private static final class Token implements KeyToken {
        final Map<String, byte[]> keys = new HashMap<>();
        boolean full;
        boolean away;

        @Override
        public byte[] cmac(String name, byte[] message) {
            requireHere();
            return BlockCipher.aes(keys.get(name)).cmac(message);
        }

        @Override
        public boolean holds(String name) {
            return keys.containsKey(name);
        }

        @Override
        public void keep(String name, byte[] key) throws VaultException {
            if (away) {
                throw new VaultException(new VaultFault.TokenMissing("lodge"));
            }
            if (full) {
                throw new VaultException(new VaultFault.TokenFull("lodge", "CKR_DEVICE_MEMORY"));
            }
            keys.put(name, key.clone());
        }

        @Override
        public void generate(String name) throws VaultException {
            keep(name, new byte[32]);
        }

        @Override
        public void remove(String name) {
            requireHere();
            keys.remove(name);
        }

        private void requireHere() {
            if (away) {
                throw new TokenUnavailable("lodge", "pulled", null);
            }
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return "lodge";
        }
    }

    @BeforeEach
    void open() throws Exception {
        KeyVault.create(file(), SECRET, "rathaus", CHEAP).close();
        vault = VaultOpening.open(file(), SECRET, token);
        books =
                Books.open(
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
        var operators = Operators.in(books, new PasswordHash(CHEAP));
        for (var name : List.of("Ida", "Otto")) {
            operators.add(
                    Actor.system("test"),
                    RequestId.fresh(),
                    name,
                    Role.ADMINISTRATOR,
                    password(name));
        }
        ceremonies =
                Ceremonies.in(
                        books,
                        vault,
                        operators,
                        () -> (_, _) -> new Result.Passed(List.of("read")),
                        () -> SECRET.clone());
    }

    @AfterEach
    void close() {
        books.close();
        vault.close();
    }

    private Path file() {
        return folder.resolve("vault.lodge");
    }

    private static char[] password(String name) {
        return (name + " has a long password").toCharArray();
    }

    private BeginOutcome begin(Kind kind) {
        return ceremonies.begin(
                IDA,
                RequestId.fresh(),
                kind,
                new Custodian("Ida", password("Ida")),
                new Custodian("Otto", password("Otto")),
                Sharing.TWO_OF_THREE);
    }

    /// A ceremony that has only its last step before it.
    private String rehearsed() {
        var id = ((BeginOutcome.Begun) begin(Kind.CREATE)).standing().id();
        for (int number = 1; number <= 3; number++) {
            var share = ((ShareOutcome.Handed) ceremonies.share(IDA, id, number)).text();
            if (number < 3) {
                typed.add(new String(share));
            }
        }
        typed.forEach(share -> ceremonies.type(IDA, id, share.toCharArray()));
        ceremonies.rehearse(IDA, id);
        return id;
    }

    private final List<String> typed = new java.util.ArrayList<>();

    private FinishOutcome finish(String id) {
        return ceremonies.finish(IDA, RequestId.fresh(), id);
    }

    private int version() {
        return KeyVersions.in(books, vault).status(IDA).current();
    }

    private static String why(Object outcome) {
        return switch (outcome) {
            case FinishOutcome.VaultRefused(var problem) -> problem.key();
            case BeginOutcome.VaultRefused(var problem) -> problem.key();
            default -> outcome.toString();
        };
    }

    @Test
    void aFullTokenIsNamedAndTheCeremonyGoesOnWithRoomInIt() throws Exception {
        var id = rehearsed();
        byte[] before = Files.readAllBytes(file());
        token.full = true;
        assertThat(why(finish(id))).isEqualTo("site.token-full");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(version()).isEqualTo(1);

        token.full = false;
        assertThat(finish(id)).isInstanceOf(FinishOutcome.Finished.class);
        assertThat(version()).isEqualTo(2);
        assertThat(token.keys).hasSize(1);
    }

    @Test
    void aTokenPulledBeforeTheLastStepLeavesAllAsItWas() throws Exception {
        var id = rehearsed();
        byte[] before = Files.readAllBytes(file());
        token.away = true;
        assertThat(why(finish(id))).isEqualTo("site.token-missing");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(version()).isEqualTo(1);
        token.away = false;
        assertThat(finish(id)).isInstanceOf(FinishOutcome.Finished.class);
    }

    @Test
    void noCeremonyBeginsWithoutTheTokenThatHasTheKey() {
        finish(rehearsed());
        token.away = true;
        assertThat(why(begin(Kind.ROLL_OVER))).isEqualTo("site.token-missing");
        token.away = false;
        assertThat(begin(Kind.ROLL_OVER)).isInstanceOf(BeginOutcome.Begun.class);
    }
}
