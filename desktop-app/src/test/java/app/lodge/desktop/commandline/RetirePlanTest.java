package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.core.encodingplans.EncodingPlans.RetireOutcome;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.layouts.CardLayouts.Revision;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever retires a plan hears first which layouts belong to it.
@Tag("ID-46")
@Tag("ID-47")
class RetirePlanTest {

    private static final EncodingPlan OURS = ShippedPlans.lodgeId().withVersion(2);

    @TempDir Path folder;
    private CommandRun site;

    @BeforeEach
    void site() {
        var line = new Line(OURS, State.PUBLISHED, Instant.EPOCH, List.of(), 0, 0);
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering("EncodingPlans.list", _ -> List.of(line))
                        .answering("EncodingPlans.find", _ -> Optional.of(line))
                        .answering("EncodingPlans.retire", _ -> new RetireOutcome.Retired(OURS));
        layoutNames("");
    }

    /// @param plan that the site's one layout names, or nothing
    private void layoutNames(String plan) {
        var json =
                LayoutWriter.write(LayoutShelf.starter("staff"))
                        .replace("\"staff\"", "\"lobby\"")
                        .replaceFirst(
                                "\\{", plan.isEmpty() ? "{" : "{\"plan\": \"" + plan + "\", ");
        var revision = new Revision("lobby", 1, "Lobby", Instant.EPOCH, "00");
        site.answering("CardLayouts.published", _ -> List.of(revision))
                .answering(
                        "CardLayouts.document",
                        given ->
                                given.getFirst().equals("lobby")
                                        ? Optional.of(json)
                                        : Optional.empty());
    }

    private int retire(String... more) {
        var words = new java.util.ArrayList<>(List.of("plan", "retire", "lodge-id@2", "--as", "a"));
        words.addAll(List.of(more));
        return site.run(words.toArray(String[]::new));
    }

    @Test
    void aPlanThatNoLayoutNamesIsRetiredAtOnce() {
        assertThat(retire()).as(site.err).isZero();
        assertThat(site.out).contains("Plan lodge-id@2 is retired.");
    }

    @Test
    void aPlanOfALayoutIsNotRetiredByTheWay() {
        for (var named : List.of("lodge-id@2", "lodge-id")) {
            site();
            layoutNames(named);
            assertThat(retire()).as(named).isEqualTo(ExitStatus.REFUSED);
            assertThat(site.err).contains("lodge-id@2", "lobby@1", "--anyway");
            assertThat(site.calls).doesNotContain("EncodingPlans.retire");
        }
    }

    @Test
    void whoeverInsistsIsToldWhatIsLeftToDo() {
        layoutNames("lodge-id@2");
        assertThat(retire("--anyway")).as(site.err).isZero();
        assertThat(site.out).contains("lodge-id@2 is retired", "another plan: lobby@1");
    }

    @Test
    void anotherVersionIsNoConcernOfTheLayouts() {
        layoutNames("lodge-id@1");
        assertThat(retire()).as(site.err).isZero();
    }
}
