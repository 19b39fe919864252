package app.lodge.bridge.virtual;

import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.bridge.virtual.Visits.Visit;
import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.Crowd.Steer;
import app.lodge.core.virtualsite.CrowdPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A crowd on its way: each comes when its time has come, by a clock that can be slowed, stopped and
/// stepped. Whoever waits at a till does so on a thread of their own.
final class LiveCrowd {

    private final Crowd crowd;
    private final List<Visit> visits;
    private final List<Integer> expected;
    private final List<String> credentials;
    private final List<Till> tills = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Integer> refusals = new HashMap<>();
    private int speed;
    private boolean paused;
    private boolean ended;
    private int steps;
    private int come;
    private Duration into = Duration.ZERO;
    private long since = System.nanoTime();

    /// @param credentials not empty, nor are the tills
    LiveCrowd(Crowd crowd, List<String> credentials, Map<String, VirtualPaymentPoint> points) {
        this.crowd = crowd;
        this.credentials = List.copyOf(credentials);
        this.speed = crowd.speed();
        points.forEach((name, point) -> tills.add(new Till(name, point)));
        var planned = Visits.lunch(crowd.seed(), crowd.people(), tills.size(), crowd.length());
        this.visits = planned.inOrder();
        this.expected = planned.perPart(crowd.length(), CrowdPicture.PARTS);
    }

    void start() {
        Thread.ofVirtual().name("crowd").start(this::come);
    }

    boolean over() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    void steer(Steer steer) {
        lock.lock();
        try {
            pass();
            switch (steer) {
                case Steer.Pause _ -> paused = true;
                case Steer.GoOn _ -> paused = false;
                case Steer.Step _ -> {
                    paused = true;
                    steps++;
                }
                case Steer.End _ -> ended = true;
                case Steer.Speed(var times) -> speed = Math.clamp(times, 1, Crowd.FASTEST);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    CrowdPicture picture() {
        lock.lock();
        try {
            pass();
            return new CrowdPicture(
                    crowd,
                    ended
                            ? CrowdPicture.State.OVER
                            : paused ? CrowdPicture.State.PAUSED : CrowdPicture.State.COMING,
                    speed,
                    into,
                    come,
                    tills.stream().mapToInt(till -> till.standing).sum(),
                    tills.stream().mapToInt(till -> till.paid).sum(),
                    tills.stream().mapToInt(till -> till.refused).sum(),
                    new Money(
                            tills.stream().mapToLong(till -> till.minor).sum(),
                            tills.getFirst().point.currency()),
                    refusals,
                    expected,
                    tills.stream().map(Till::picture).toList());
        } finally {
            lock.unlock();
        }
    }

    private void come() {
        for (var visit : visits) {
            if (!await(visit)) {
                return;
            }
            Thread.ofVirtual().start(() -> pay(visit));
        }
        lock.lock();
        try {
            ended = true;
        } finally {
            lock.unlock();
        }
    }

    /// @return false if the crowd was sent home
    private boolean await(Visit visit) {
        lock.lock();
        try {
            pass();
            while (!ended && steps == 0 && (paused || into.compareTo(visit.at()) < 0)) {
                if (paused) {
                    changed.await();
                } else {
                    var left = visit.at().minus(into).toNanos() / speed + 1;
                    var unused = changed.awaitNanos(left);
                }
                pass();
            }
            if (steps > 0) {
                steps--;
                into = visit.at();
            }
            come++;
            return !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void pay(Visit visit) {
        var till = tills.get(visit.till());
        during(() -> till.standing++);
        var amount = new Money(visit.minor(), till.point.currency());
        var credential = credentials.get(visit.person() % credentials.size());
        var outcome = till.point.tap(credential, amount);
        during(() -> {
            till.standing--;
            switch (outcome) {
                case TapOutcome.Paid _ -> {
                    till.paid++;
                    till.minor += amount.minor();
                    till.last = "paid";
                }
                case TapOutcome.Refused(var why, _) -> {
                    till.refused++;
                    till.last = why;
                    refusals.merge(why, 1, Integer::sum);
                }
            }
        });
    }

    private void during(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /// The crowd's clock goes on, unless it stands.
    private void pass() {
        var now = System.nanoTime();
        if (!paused && !ended) {
            var passed = into.plusNanos((now - since) * speed);
            into = passed.compareTo(crowd.length()) > 0 ? crowd.length() : passed;
        }
        since = now;
    }

    /// Guarded by the crowd's lock.
    private static final class Till {

        private final String name;
        private final VirtualPaymentPoint point;
        private int standing;
        private int paid;
        private int refused;
        private long minor;
        private String last = "";

        Till(String name, VirtualPaymentPoint point) {
            this.name = name;
            this.point = point;
        }

        CrowdPicture.Till picture() {
            return new CrowdPicture.Till(name, standing, paid, refused, last);
        }
    }
}
