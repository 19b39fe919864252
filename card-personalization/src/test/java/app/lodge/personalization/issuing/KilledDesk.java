package app.lodge.personalization.issuing;

import app.lodge.core.media.JobState;
import app.lodge.core.work.Progress;
import app.lodge.personalization.printers.EvolisDriver;
import java.nio.file.Path;

/// A workstation in a process of its own, which makes one card and may be killed on the way.
final class KilledDesk {

    private KilledDesk() {}

    /// @param arguments folder, library, printer, step or state at which the process dies at once (`-`
    ///     for none)
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var printer = Path.of(arguments[2]);
        var dyingAt = arguments[3];
        var jobs = new BookOfJobs(folder.resolve("jobs"));
        var desk =
                new IssuingDesk(
                        folder, jobs, new CardFromState(printer), new EvolisDriver(arguments[1]));
        var outcome = desk.issue("evolis:" + printer, new Dying(dyingAt));
        boolean issued = outcome instanceof IssueOutcome.Issued;
        System.exit(issued && jobs.last().state() == JobState.ISSUED ? 0 : 1);
    }

    private record Dying(String step) implements Progress<IssueStep> {
        @Override
        public void at(IssueStep now) {
            if (now.name().equals(step)) {
                Runtime.getRuntime().halt(137);
            }
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
