package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A safe asks nobody: who may deposit, and when, stands in its list `users` (SAFE-63).
final class SafeChecks {

    static final List<Check> ALL =
            List.of(
                    Check.byHand("safe.stranger", SafeChecks::stranger),
                    Check.byHand("safe.user", SafeChecks::deposited),
                    Check.byHand("safe.over", SafeChecks::over));

    private static final Duration DAY = Duration.ofDays(1);

    private SafeChecks() {}

    private static void stranger(Bench bench) throws Fault, InterruptedException {
        known(bench);
        ListChecks.give(bench, "users", List.of());
        turnedAway(bench);
    }

    private static void over(Bench bench) throws Fault, InterruptedException {
        known(bench);
        var now = bench.now();
        admit(
                bench,
                new Down.User(List.of("deposit"), now.minus(DAY.multipliedBy(2)), now.minus(DAY)));
        turnedAway(bench);
    }

    /// Somebody who may deposit does.
    static Heard deposited(Bench bench) throws Fault, InterruptedException {
        known(bench);
        admit(bench, new Down.User(List.of("deposit"), bench.now().minus(DAY), null));
        var mark = bench.mark();
        bench.present();
        return AskChecks.did(bench, mark);
    }

    private static void admit(Bench bench, Down.User user) throws Fault, InterruptedException {
        var entry = new Down.Entry(bench.medium(), List.of(), null, user);
        ListChecks.give(bench, "users", entry);
    }

    private static void turnedAway(Bench bench) throws Fault, InterruptedException {
        var mark = bench.mark();
        bench.present();
        var said = said(bench, mark);
        if (said == null || said.text("kind").equals("deposit")) {
            throw new Fault("conform.fault.users-ignored", bench.medium());
        }
    }

    /// The medium's number is known from what the safe says of it.
    private static void known(Bench bench) throws Fault, InterruptedException {
        if (bench.medium().isEmpty()) {
            var mark = bench.mark();
            bench.present();
            if (said(bench, mark) == null) {
                throw new Fault(
                        "conform.fault.no-event", "refused", bench.patience().hands().toSeconds());
            }
        }
    }

    private static @Nullable Heard said(Bench bench, long mark) throws InterruptedException {
        return bench.await(
                mark,
                Topics.EVENT,
                one -> List.of("refused", "deposit").contains(one.text("kind")),
                bench.patience().hands());
    }
}
