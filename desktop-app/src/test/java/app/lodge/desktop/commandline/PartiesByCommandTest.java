package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sight;
import app.lodge.core.watch.parties.Stand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge watch party`: a party, its devices and what its kind may see arrive at the door as they were typed.
@Tag("SAFE-32")
class PartiesByCommandTest {

    @TempDir Path folder;
    private CommandRun site;
    private final List<Object> heard = new ArrayList<>();

    @BeforeEach
    void site() {
        site = new CommandRun(folder, Locale.ENGLISH);
    }

    @Test
    void aPartyStandsForAllOfAKindAndAPlace() {
        site.answering(
                "Parties.put",
                given -> {
                    heard.add(given.get(1));
                    return new Parties.Outcome.Kept((Party) given.get(1));
                });
        assertThat(
                        site.run(
                                "watch",
                                "party",
                                "put",
                                "Van",
                                "--kind",
                                "cit",
                                "--written-in",
                                "hr",
                                "--mail",
                                "van@example.org",
                                "--devices",
                                "safe:Shop 1",
                                "--devices",
                                "all:Hall",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(heard)
                .containsExactly(
                        new Party(
                                0,
                                "Van",
                                PartyKind.CIT,
                                "hr",
                                "van@example.org",
                                "",
                                List.of(
                                        new Stand(0, DeviceKind.SAFE, "Shop 1"),
                                        new Stand(0, null, "Hall"))));
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        site.answering(
                "Parties.put",
                _ ->
                        new Parties.Outcome.Rejected(
                                List.of(Problem.of("mail", "", "parties.no-way"))));
        assertThat(site.run("watch", "party", "put", "Van", "--kind", "cit", "--as", "anna"))
                .isNotZero();
        assertThat(site.err).contains("Give a mail address or a webhook");
        assertThat(site.run("watch", "party", "put", "Van", "--kind", "thief", "--as", "anna"))
                .isNotZero();
        assertThat(site.err).contains("thief", "client, bank, cit, service, other");
    }

    @Test
    void whatAKindMaySeeIsSetAsAWhole() {
        site.answering(
                "Parties.see",
                given -> {
                    heard.addAll(given.subList(1, 3));
                    return null;
                });
        assertThat(site.run("watch", "party", "see", "cit", "--only", "fill,place", "--as", "anna"))
                .isZero();
        assertThat(heard).containsExactly(PartyKind.CIT, Set.of(Sight.PLACE, Sight.FILL));
        assertThat(site.out).contains("place,fill");
    }
}
