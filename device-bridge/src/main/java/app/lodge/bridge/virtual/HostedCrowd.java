package app.lodge.bridge.virtual;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.VirtualSite.CrowdOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The crowd of a bridge's virtual payment points: one at a time.
final class HostedCrowd {

    private @Nullable LiveCrowd present;
    private @Nullable RequestId sent;

    /// A repeated request sends nobody twice.
    synchronized CrowdOutcome send(
            RequestId request, Crowd wanted, Map<String, VirtualPaymentPoint> points) {
        if (request.equals(sent)) {
            return new CrowdOutcome.Coming(points.size());
        }
        var problems = problems(wanted, points);
        if (!problems.isEmpty()) {
            return new CrowdOutcome.Rejected(problems);
        }
        var begun = new LiveCrowd(wanted, credentials(points), points);
        present = begun;
        sent = request;
        begun.start();
        return new CrowdOutcome.Coming(points.size());
    }

    synchronized Optional<CrowdPicture> picture() {
        return Optional.ofNullable(present).map(LiveCrowd::picture);
    }

    synchronized void steer(Crowd.Steer steer) {
        if (present != null) {
            present.steer(steer);
        }
    }

    private List<Problem> problems(Crowd wanted, Map<String, VirtualPaymentPoint> points) {
        var problems = new ArrayList<Problem>();
        if (present != null && !present.over()) {
            problems.add(Problem.of("people", wanted.people(), "virtual-site.crowd-there"));
        } else if (points.isEmpty()) {
            problems.add(Problem.of("people", wanted.people(), "virtual-site.no-tills"));
        } else if (credentials(points).isEmpty()) {
            problems.add(Problem.of("people", wanted.people(), "virtual-site.no-cards"));
        }
        if (wanted.people() < 1 || wanted.people() > Crowd.MOST) {
            problems.add(
                    Problem.of("people", wanted.people(), "virtual-site.count", 1, Crowd.MOST));
        }
        if (wanted.speed() < 1 || wanted.speed() > Crowd.FASTEST) {
            problems.add(
                    Problem.of("speed", wanted.speed(), "virtual-site.count", 1, Crowd.FASTEST));
        }
        var minutes = wanted.length().toMinutes();
        if (minutes < 1 || wanted.length().compareTo(Crowd.LONGEST) > 0) {
            problems.add(
                    Problem.of(
                            "minutes",
                            minutes,
                            "virtual-site.count",
                            1,
                            Crowd.LONGEST.toMinutes()));
        }
        return problems;
    }

    /// Those whom the tills would take offline: whoever has a card and may pay.
    private static List<String> credentials(Map<String, VirtualPaymentPoint> points) {
        return points.values().stream()
                .flatMap(point -> point.allowed().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
