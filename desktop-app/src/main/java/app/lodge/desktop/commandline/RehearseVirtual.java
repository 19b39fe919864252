package app.lodge.desktop.commandline;

import app.lodge.bridge.SimulatedFounding;
import app.lodge.bridge.SimulatedSite;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.site.SiteException;
import app.lodge.core.virtualsite.Disturbance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge virtual rehearse`: a lunch on a made-up site in simulated time, with whatever goes wrong, from a
/// seed; 1 where the tills and the books do not agree.
@Command(name = "rehearse")
final class RehearseVirtual extends SiteCommand {

    private static final int MOST_PEOPLE = 5_000;
    private static final int MOST_TILLS = 200;
    private static final int MOST_MINUTES = 240;
    private static final int MOST_MISHAPS = 1_000;

    @Option(
            names = "--founding",
            paramLabel = "DIR",
            required = true,
            descriptionKey = "virtual.rehearse.founding")
    @Nullable Path founding;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "virtual.seed")
    long seed = 1;

    @Option(names = "--people", paramLabel = "N", descriptionKey = "virtual.rehearse.people")
    int people = 50;

    @Option(names = "--tills", paramLabel = "N", descriptionKey = "virtual.rehearse.tills")
    int tills = 4;

    @Option(names = "--minutes", paramLabel = "N", descriptionKey = "virtual.crowd.minutes")
    int minutes = 10;

    @Option(names = "--faults", paramLabel = "N", descriptionKey = "virtual.rehearse.faults")
    int faults;

    @Option(names = "--mishaps", paramLabel = "N", descriptionKey = "virtual.rehearse.mishaps")
    int mishaps;

    private final KdfCost cost;

    RehearseVirtual(Session session, KdfCost cost) {
        super(session);
        this.cost = cost;
    }

    @Override
    Answer answer() {
        Values.count("--people", people, 1, MOST_PEOPLE);
        Values.count("--tills", tills, 1, MOST_TILLS);
        Values.count("--minutes", minutes, 1, MOST_MINUTES);
        Values.count("--mishaps", mishaps, 0, MOST_MISHAPS);
        Values.count("--faults", faults, 0, Disturbance.THOUSAND);
        var from = founding;
        if (from == null || !canBeFounding(from)) {
            throw new WrongUsage(
                    "cli.file-unreadable", "--founding", Values.shown(String.valueOf(from)));
        }
        try {
            if (!Files.exists(from)) {
                SimulatedFounding.found(from, people, tills, cost);
            }
            var folder = Files.createTempDirectory("lodge-rehearsal");
            try (var site = SimulatedSite.open(order(from, folder), cost)) {
                return told(site.lunch());
            } finally {
                SimulatedSite.discard(folder);
            }
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        } catch (IOException e) {
            return Answer.refused("cli.virtual.not-rehearsed", String.valueOf(e.getMessage()));
        }
    }

    /// A site's home, or the place of one to be made: the books' address takes no `;` and nothing unprintable.
    private static boolean canBeFounding(Path from) {
        return Files.exists(from)
                ? Files.isRegularFile(from.resolve("vault.lodge"))
                : from.toString().chars().noneMatch(c -> c == ';' || Character.isISOControl(c));
    }

    private SimulatedSite.Order order(Path from, Path folder) {
        var line =
                faults == 0
                        ? Disturbance.NONE
                        : new Disturbance(faults, faults, faults, faults, Duration.ofMillis(300));
        return new SimulatedSite.Order(
                from, folder, seed, people, tills, Duration.ofMinutes(minutes), line, mishaps);
    }

    private Answer told(SimulatedSite.Report report) {
        var lines =
                List.of(
                        session.text(
                                "cli.virtual.rehearsed",
                                report.seed(),
                                report.paid(),
                                report.refusals().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()),
                        session.text(
                                "cli.virtual.head", report.head().number(), report.head().hash()),
                        session.text("cli.virtual.injected", report.injected().toString()));
        return report.right()
                ? new Answer.Done(report, lines)
                : new Answer.Refused(
                        "cli.virtual.differ", List.of(report.differences().size()), report, lines);
    }
}
