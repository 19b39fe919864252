package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.PostgreSqlServer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is done in whatever order, the books do what a handful of maps would do, and agree with
/// themselves afterwards.
@Tag("ID-06")
@Tag("ID-15")
@Tag("ID-20")
@Tag("ID-41")
final class LedgerModelTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    @net.jqwik.api.Tag("ID-15")
    @net.jqwik.api.Tag("ID-20")
    void theBooksDoWhatTheModelDoes(@ForAll("actions") List<Action> actions) {
        try (var site = Site.inMemory(3, 2)) {
            new Play(site).all(actions);
        }
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Arbitraries.randomValue(Action::random).list().ofMinSize(20).ofMaxSize(80);
    }

    @Test
    void oneSeedGivesOneJournalOnBothDatabases() {
        var seed = 20_261_122L;
        var random = new Random(seed);
        var actions = Stream.generate(() -> Action.random(random)).limit(300).toList();
        try (var onH2 = Site.inMemory(3, 2);
                var onPostgreSql = new Site(SERVER.database(), 3, 2)) {
            var one = new Play(onH2);
            one.all(actions);
            var other = new Play(onPostgreSql);
            other.all(actions);
            assertThat(other.head()).as("seed %d", seed).isEqualTo(one.head());
        }
    }
}
