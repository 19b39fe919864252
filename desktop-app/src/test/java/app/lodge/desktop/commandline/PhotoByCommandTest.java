package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.people.PhotoDecision;
import app.lodge.core.people.PhotoProposals;
import app.lodge.core.people.PhotoReason;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoSource;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Photograph;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Photographs by command: listed, approved, rejected with a reason, taken back.
@Tag("ID-11")
final class PhotoByCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Person EVA =
            new Person(
                    new PersonId(4),
                    PersonState.ACTIVE,
                    1,
                    PersonDetails.named("Eva", "Moser"),
                    NOON);

    @TempDir Path folder;
    private final List<Object> asked = new ArrayList<>();
    private CommandRun site;

    @BeforeEach
    void site() {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering("People.find", _ -> Optional.of(EVA))
                        .answering(
                                "Portraits.find",
                                words ->
                                        words.getFirst().equals(7L)
                                                ? Optional.of(photo(PhotoState.PROPOSED, null))
                                                : Optional.empty())
                        .answering(
                                "Portraits.proposed",
                                _ ->
                                        new PhotoProposals(
                                                List.of(
                                                        new PhotoProposals.Proposal(
                                                                photo(PhotoState.PROPOSED, null),
                                                                EVA)),
                                                1))
                        .answering(
                                "Portraits.history",
                                _ ->
                                        List.of(
                                                photo(
                                                        PhotoState.REJECTED,
                                                        PhotoReason.FACE_NOT_CLEAR)))
                        .answering("Portraits.rules", _ -> PhotoRules.STANDARD)
                        .answering("Portraits.changeRules", List::getLast);
    }

    private static Photograph photo(PhotoState state, @Nullable PhotoReason reason) {
        return new Photograph(
                7,
                EVA.id(),
                state,
                PhotoSource.FOLDER,
                NOON,
                "anna",
                null,
                "",
                reason,
                null,
                false);
    }

    @Test
    void whatWaitsAndWhatIsKeptOfAPersonIsListed() {
        assertThat(run("list")).isZero();
        assertThat(site.out)
                .contains("proposed", "from a folder", "0000004 Eva Moser")
                .contains("1 photograph waits for approval.");
        assertThat(run("history", "4")).isZero();
        assertThat(site.out).contains("     7", "rejected", "face not clear");
        assertThat(run("history", "4", "--json")).isZero();
        assertThat(site.out).contains("\"reason\" : \"FACE_NOT_CLEAR\"");
    }

    @Test
    void itIsDecidedAsItWasSeen() {
        site.answering(
                "Portraits.approve",
                words -> {
                    asked.addAll(words);
                    return new PhotoDecision.Decided(photo(PhotoState.APPROVED, null));
                });
        assertThat(run("approve", "7")).isZero();
        assertThat(site.out).contains("Photograph 7: approved");
        assertThat(asked).contains(7L, PhotoState.PROPOSED);
        assertThat(run("approve", "8")).isEqualTo(1);
        assertThat(site.err).contains("There is no photograph 8.");
    }

    @Test
    void aRejectionNeedsItsReason() {
        site.answering(
                "Portraits.reject",
                words -> {
                    asked.addAll(words);
                    return new PhotoDecision.Overtaken(photo(PhotoState.REPLACED, null));
                });
        assertThat(run("reject", "7")).isEqualTo(2);
        assertThat(run("reject", "7", "--reason", "ugly")).isEqualTo(2);
        assertThat(site.err).contains("--reason", "ugly", "face-not-clear");
        assertThat(asked).isEmpty();
        assertThat(run("reject", "7", "--reason", "badly-cut")).isEqualTo(1);
        assertThat(asked).contains(PhotoReason.BADLY_CUT);
        assertThat(site.err).contains("Photograph 7 is replaced");
    }

    @Test
    void theRulesAreShownAndChanged() {
        assertThat(run("rules")).isZero();
        assertThat(site.out).contains("Approved at once: at the desk.");
        assertThat(run("rules", "--at-once", "desk,folder")).isZero();
        assertThat(site.out).contains("at the desk, from a folder");
        assertThat(run("rules", "--at-once", "none")).isZero();
        assertThat(site.out).contains("Every photograph waits for approval.");
        assertThat(run("rules", "--at-once", "post")).isEqualTo(2);
        assertThat(site.err).contains("--at-once", "post", "desk");
    }

    private int run(String... words) {
        return site.run(
                Stream.of(Stream.of("people", "photo"), Stream.of(words), Stream.of("--as", "anna"))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }
}
