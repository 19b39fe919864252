package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.ipp.IppJobState;
import app.lodge.personalization.ipp.IppJobState.State;
import app.lodge.personalization.ipp.IppPrinting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One job followed to its end. IPP tells only who asks, so it is asked again and again, each time with
/// a deadline. A job that is given up is cancelled first: a queue would send it again as soon as it runs,
/// and print a second card.
final class IppJob {

    private final IppPrinting printing;
    private final String printer;
    private final int number;
    private final Patience patience;
    private final Map<String, String> evidence;
    private boolean begun;
    private @Nullable DeviceFault warned;

    /// @param between two questions
    /// @param stopped how long somebody has to help a printer that stopped, or to bring one back that is
    ///     gone
    /// @param whole how long one card may take
    record Patience(Duration between, Duration stopped, Duration whole) {

        static final Patience USUAL =
                new Patience(Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofMinutes(5));
    }

    /// @param evidence is written to
    IppJob(
            IppPrinting printing,
            String printer,
            int number,
            Patience patience,
            Map<String, String> evidence) {
        this.printing = printing;
        this.printer = printer;
        this.number = number;
        this.patience = patience;
        this.evidence = evidence;
        evidence.put("ipp.job", String.valueOf(number));
    }

    PrintResult follow() {
        long whole = deadline(patience.whole());
        long hindered = 0;
        while (true) {
            switch (look()) {
                case Look.Ended(var result) -> {
                    return result;
                }
                case Look.Waiting(var why) -> {
                    if (why == null) {
                        hindered = 0;
                    } else if (hindered == 0) {
                        hindered = deadline(patience.stopped());
                    }
                    if (why != null && over(hindered)) {
                        return giveUp(why);
                    }
                    if (over(whole)) {
                        return giveUp(why == null ? tooSlow() : why);
                    }
                }
            }
            LockSupport.parkNanos(patience.between().toNanos());
        }
    }

    private DeviceFault tooSlow() {
        return warned == null ? new DeviceFault.NoAnswer(printer, patience.whole()) : warned;
    }

    private sealed interface Look {
        record Ended(PrintResult result) implements Look {}

        record Waiting(@Nullable DeviceFault hindrance) implements Look {}
    }

    private Look look() {
        try {
            var job = printing.job(number);
            note(job);
            return job.state().last()
                    ? new Look.Ended(ended(job))
                    : new Look.Waiting(hindrance(job).orElse(null));
        } catch (IppPrinting.Refused e) {
            // Forgotten: whether before or after printing nobody knows.
            return new Look.Ended(
                    uncertain(new DeviceFault.PrinterUnknownOutcome(printer, e.status())));
        } catch (IOException e) {
            return new Look.Waiting(new DeviceFault.NoAnswer(printer, patience.stopped()));
        }
    }

    private void note(IppJobState job) {
        evidence.put("ipp.job-state", job.state().name());
        evidence.put("ipp.job-reasons", String.join(" ", job.reasons()));
        begun |=
                job.state() == State.PROCESSING
                        || job.state() == State.STOPPED
                        || job.impressions() > 0;
    }

    private Optional<DeviceFault> hindrance(IppJobState job) throws IOException {
        var state = printing.printer();
        evidence.put("ipp.printer-reasons", String.join(" ", state.reasons()));
        warned = IppWords.warning(printer, state).orElse(null);
        var hindrance = IppWords.hindrance(printer, state);
        return hindrance.isEmpty() && (job.state() == State.STOPPED || job.state() == State.HELD)
                ? Optional.of(IppWords.stopped(printer, job.reasons()))
                : hindrance;
    }

    private PrintResult ended(IppJobState job) {
        return switch (job.state()) {
            case COMPLETED ->
                    job.reasons().contains("job-completed-with-errors")
                            ? uncertain(new DeviceFault.PrintAborted(printer))
                            : new PrintResult.Printed(evidence);
            case CANCELLED -> lost(new DeviceFault.PrintCancelled(printer));
            case ABORTED -> lost(new DeviceFault.PrintAborted(printer));
            case PENDING, HELD, PROCESSING, STOPPED ->
                    throw new IllegalStateException("State %s is no end".formatted(job.state()));
        };
    }

    private PrintResult giveUp(DeviceFault why) {
        try {
            printing.cancel(number);
            evidence.put("ipp.cancelled", "yes");
        } catch (IOException e) {
            // It may have ended meanwhile; if not, it may still be printed.
            evidence.put("ipp.cancelled", "no");
            begun = true;
        }
        long until = deadline(patience.stopped());
        while (!over(until)) {
            try {
                var job = printing.job(number);
                note(job);
                if (job.state().last()) {
                    return job.state() == State.COMPLETED ? ended(job) : lost(why);
                }
            } catch (IOException e) {
                return uncertain(why);
            }
            LockSupport.parkNanos(patience.between().toNanos());
        }
        return uncertain(why);
    }

    /// A job that never came to printing cost no card.
    private PrintResult lost(DeviceFault why) {
        return begun ? uncertain(why) : new PrintResult.Blocked(why, evidence);
    }

    private PrintResult uncertain(DeviceFault why) {
        return new PrintResult.Uncertain(why, evidence);
    }

    private static boolean over(long deadline) {
        return deadline - System.nanoTime() < 0;
    }

    private static long deadline(Duration from) {
        return System.nanoTime() + from.toNanos();
    }
}
