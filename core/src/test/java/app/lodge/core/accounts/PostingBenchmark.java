package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RawPayments;
import app.lodge.core.books.RequestId;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Durable payments and authorisations per second, against raw JDBC that makes the same row changes with
/// one commit each. Everything is measured in turns, several rounds, and compared within its round: the
/// machine's own speed, and most of what else it does, cancels out.
///
/// Arguments: seconds for each measurement, rounds, then optionally the `jdbc:` address of a PostgreSQL
/// in which databases may be created, then `postgresql` for that one only, then how many callers (`1 8 64`).
final class PostingBenchmark {

    private static final String KEY = "ab".repeat(32);
    private static final int DEVICES = 64;

    /// Before calls count: what was measured before has taken the caches.
    private static final Duration LEAD_IN = Duration.ofMillis(500);

    private final String database;
    private final int seconds;
    private final int rounds;
    private final int[] callers;
    private final boolean concurrentRaw;
    private final BooksSource books;
    private final BooksSource raw;
    private final AtomicInteger run = new AtomicInteger();

    private PostingBenchmark(
            String database,
            int seconds,
            int rounds,
            int[] callers,
            BooksSource books,
            BooksSource raw) {
        this.database = database;
        this.seconds = seconds;
        this.rounds = rounds;
        this.callers = callers;
        this.books = books;
        this.raw = raw;
        this.concurrentRaw = raw instanceof BooksSource.PostgreSql;
    }

    /// @param medianMicros and `p99Micros`: of one call
    /// @param cpuMicros of this process, all threads, for one call
    private record Result(double perSecond, long medianMicros, long p99Micros, double cpuMicros) {}

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var callers =
                Arrays.stream((args.length > 4 ? args[4] : "1 8 64").split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        var folder = Files.createTempDirectory("lodge-bench");
        if (args.length < 4 || !args[3].equals("postgresql")) {
            new PostingBenchmark(
                            "H2",
                            seconds,
                            rounds,
                            callers,
                            file(folder, "books"),
                            file(folder, "raw"))
                    .all();
        }
        if (args.length > 2 && !args[2].isEmpty()) {
            var run = Long.toString(System.nanoTime(), 36);
            new PostingBenchmark(
                            "PostgreSQL",
                            seconds,
                            rounds,
                            callers,
                            created(args[2], "books" + run),
                            created(args[2], "raw" + run))
                    .all();
        }
    }

    private static BooksSource file(Path folder, String name) {
        return new BooksSource.EmbeddedFile(folder.resolve(name), KEY);
    }

    private static BooksSource created(String url, String name) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        var user = url.replaceFirst(".*[?&]user=([^&]*).*", "$1");
        return new BooksSource.PostgreSql(
                url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), user, "");
    }

    private void all() throws Exception {
        new Site(raw, 64, DEVICES).close();
        try (var site = new Site(books, 64, DEVICES);
                var bare = new RawPayments(raw)) {
            for (var person = 1; person <= 64; person++) {
                site.accounts.topUp(
                        Site.CLERK,
                        RequestId.fresh(),
                        site.id(person),
                        Site.eur(50_000),
                        PaymentMeans.CASH);
            }
            var most = Arrays.stream(callers).max().orElse(1);
            rounds(site, bare, most, 0); // warm: every point has its accounts, the code is compiled
            for (var many : callers) {
                for (var round = 1; round <= rounds; round++) {
                    rounds(site, bare, many, round);
                }
            }
        }
    }

    /// @param round 0 to warm up, silently
    private void rounds(Site site, RawPayments bare, int callers, int round) throws Exception {
        var unit = raw(bare, 1);
        print(round, "raw JDBC, 1 connection", callers, unit, null);
        if (concurrentRaw && callers > 1) {
            print(round, "raw JDBC, a connection each", callers, raw(bare, callers), unit);
        }
        var spread = payments(site, callers, false);
        print(round, "payments, spread accounts", callers, spread, unit);
        var hot = payments(site, callers, true);
        print(round, "payments, one hot account", callers, hot, unit);
        print(round, "authorisations", callers, authorisations(site, callers), unit);
        if (round > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %2d callers, round %d: hot account against spread %.2f%n",
                    database,
                    callers,
                    round,
                    hot.perSecond / spread.perSecond);
        }
    }

    private Result raw(RawPayments bare, int callers) throws Exception {
        var open = new ArrayList<RawPayments.Caller>();
        var base = run.incrementAndGet() * 100L;
        for (var caller = 1; caller <= callers; caller++) {
            open.add(bare.caller(base + caller));
        }
        try {
            return measure(
                    callers,
                    (caller, n) -> open.get(caller - 1).pay(callers == 1 ? 1 + n % 64 : caller));
        } finally {
            for (var each : open) {
                each.close();
            }
        }
    }

    private Result payments(Site site, int callers, boolean hot) throws Exception {
        var first = run.incrementAndGet() * 10_000_000L;
        return measure(
                callers,
                (caller, n) ->
                        site.payments.book(
                                Site.point(caller),
                                caller,
                                new PaymentEvent(
                                        first + n,
                                        "",
                                        Site.uid(hot ? 1 : 1 + (caller + n) % 64),
                                        Site.eur(1),
                                        Site.START)));
    }

    private Result authorisations(Site site, int callers) throws Exception {
        var prefix = run.incrementAndGet() + "-";
        return measure(
                callers,
                (caller, n) -> {
                    var answer =
                            site.payments.authorise(
                                    Site.point(caller),
                                    caller,
                                    new Payments.Ask(
                                            prefix + n,
                                            Site.uid(1 + (caller + n) % 64),
                                            Site.eur(1),
                                            Site.START));
                    if (!(answer instanceof Approved)) {
                        site.payments.release(Site.point(caller), caller, prefix + (n - 1));
                        site.accounts.topUp(
                                Site.CLERK,
                                RequestId.fresh(),
                                site.id((int) (1 + (caller + n) % 64)),
                                Site.eur(10_000),
                                PaymentMeans.CASH);
                    }
                });
    }

    private interface Call {
        void at(int caller, long n) throws Exception;
    }

    private Result measure(int callers, Call call) throws Exception {
        var times = new long[callers][];
        var start = System.nanoTime() + LEAD_IN.toNanos();
        var end = start + seconds * 1_000_000_000L;
        long cpu;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var c = 1; c <= callers; c++) {
                var caller = c;
                running.add(
                        threads.submit(() -> {
                            times[caller - 1] = one(caller, start, end, call);
                            return null;
                        }));
            }
            Thread.sleep(LEAD_IN);
            cpu = cpuNanos();
            for (var each : running) {
                each.get();
            }
        }
        var elapsed = (System.nanoTime() - start) / 1e9;
        var sorted = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(
                sorted.length / elapsed,
                sorted[sorted.length / 2] / 1_000,
                sorted[sorted.length * 99 / 100] / 1_000,
                (cpuNanos() - cpu) / 1e3 / sorted.length);
    }

    /// Says what a call costs however much else the machine does.
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long[] one(int caller, long start, long end, Call call) throws Exception {
        var times = new long[1 << 12];
        var n = 0;
        var asked = 0;
        for (var before = System.nanoTime(); before < end; before = System.nanoTime()) {
            if (n == times.length) {
                times = Arrays.copyOf(times, 2 * n);
            }
            call.at(caller, ++asked);
            if (before >= start) {
                times[n++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(times, n);
    }

    private void print(int round, String what, int callers, Result result, @Nullable Result unit) {
        if (round > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %2d callers, round %d: %-28s %8.0f/s  p50 %7.2f ms  p99 %7.2f ms  cpu %5.0f us  %s%n",
                    database,
                    callers,
                    round,
                    what,
                    result.perSecond,
                    result.medianMicros / 1_000.0,
                    result.p99Micros / 1_000.0,
                    result.cpuMicros,
                    unit == null
                            ? "unit"
                            : "%.2f times raw".formatted(result.perSecond / unit.perSecond));
        }
    }
}
