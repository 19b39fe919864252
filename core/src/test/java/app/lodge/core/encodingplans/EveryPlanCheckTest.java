package app.lodge.core.encodingplans;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.Finding.Weight;
import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No check is dead: each place that can find something has a plan that it alone finds fault with, and
/// `docs/plan-checks.md` shows it with its sentence.
@Tag("ID-47")
class EveryPlanCheckTest {

    private static final Path TABLE = Path.of("../docs/plan-checks.md");
    private static final Path CHECKS = Path.of("src/main/java/app/lodge/core/encodingplans");
    private static final Pattern FOUND = Pattern.compile("\"(plan\\.[a-z-]+)\"|found\\.(range)\\(");

    static Stream<PlanCheckExample> examples() {
        return PlanCheckExamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCheckAloneSpeaksUp(PlanCheckExample example) {
        assertThat(added(example).stream().map(one -> one.problem().key()).distinct())
                .as(example.shown())
                .containsExactly(example.key());
    }

    /// What is found beyond what was found before the change; where the check blocks, what else blocks.
    private static List<Finding> added(PlanCheckExample example) {
        var before = new HashSet<String>();
        if (!example.changes().isEmpty()) {
            PlanChecks.of(example.before()).forEach(one -> before.add(place(one)));
        }
        var added =
                PlanChecks.of(example.plan()).stream()
                        .filter(one -> !before.contains(place(one)))
                        .toList();
        boolean blocks =
                added.stream()
                        .anyMatch(one -> one.blocks() && one.problem().key().equals(example.key()));
        return added.stream().filter(one -> !blocks || one.blocks()).toList();
    }

    private static String place(Finding finding) {
        return finding.problem().key() + " " + finding.problem().field();
    }

    @Test
    void everyPlaceThatCanFindSomethingHasItsExample() throws IOException {
        var given =
                PlanCheckExamples.all().stream()
                        .map(PlanCheckExample::key)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(new TreeMap<>(given)).isEqualTo(places());
    }

    /// Places in the checks' source by the key that they tell; a range has a helper of its own.
    private static Map<String, Long> places() throws IOException {
        var places = new TreeMap<String, Long>();
        try (var files = Files.list(CHECKS)) {
            for (var file : files.filter(EveryPlanCheckTest::checks).toList()) {
                for (var line : Files.readAllLines(file)) {
                    var found = FOUND.matcher(line);
                    while (found.find()) {
                        places.merge(
                                found.group(1) == null ? "plan.range" : found.group(1),
                                1L,
                                Long::sum);
                    }
                }
            }
        }
        places.computeIfPresent("plan.range", (_, all) -> all - 1); // the helper itself
        return places;
    }

    private static boolean checks(Path file) {
        return file.getFileName().toString().matches("(\\w+Checks|Findings)\\.java");
    }

    @Test
    void theTableInTheDocumentationSaysSo() throws IOException {
        var texts = new Texts(Locale.ENGLISH);
        var table = new StringBuilder(HEAD);
        for (var example : PlanCheckExamples.all()) {
            var finding = added(example).getFirst();
            table.append(
                    "| %s | `%s` | %s | %s | %s |%n"
                            .formatted(
                                    finding.weight() == Weight.BLOCKS ? "must" : "weak",
                                    example.key().replace("plan.", ""),
                                    example.base(),
                                    example.changes().isEmpty() ? "as it ships" : example.shown(),
                                    texts.problem(finding.problem()).replace("|", "\\|")));
        }
        var present = Files.exists(TABLE) ? Files.readString(TABLE) : "";
        Files.writeString(TABLE, table.toString());
        assertThat(table.toString())
                .as("docs/plan-checks.md was not what the checks say")
                .isEqualTo(present);
    }

    private static final String HEAD =
            """
            # Checks of encoding plans

            Every check that a plan goes through before it can be published, each with a change to a plan that ships which this
            check alone finds fault with. What is marked *must* keeps the plan from being published; *weak* is said and allowed.
            `EveryPlanCheckTest` writes this table and tries every line.

            | | check | plan | change | what is said |
            |---|---|---|---|---|
            """;
}
