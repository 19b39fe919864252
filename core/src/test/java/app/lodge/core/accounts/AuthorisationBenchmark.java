package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RawBooks;
import app.lodge.core.books.RequestId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/// Durable authorisations and payments per second, against raw JDBC that makes the same five row
/// changes on the same kind of file with one force per commit. Prints ratios: the machine's own speed
/// cancels out.
///
/// Argument: seconds for each measurement (default 5).
final class AuthorisationBenchmark {

    private static final String KEY = "ab".repeat(32);
    private static final int DEVICES = 64;

    private AuthorisationBenchmark() {}

    /// @param medianMicros and `p99Micros`: of one call
    private record Result(String name, double perSecond, long medianMicros, long p99Micros) {}

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var folder = Files.createTempDirectory("lodge-bench");
        try (var site =
                new Site(new BooksSource.EmbeddedFile(folder.resolve("books"), KEY), 64, DEVICES)) {
            for (var person = 1; person <= 64; person++) {
                site.accounts.topUp(
                        Site.CLERK,
                        RequestId.fresh(),
                        site.id(person),
                        Site.eur(50_000),
                        PaymentMeans.CASH);
            }
            for (var callers : new int[] {1, 8, 64}) {
                // In turns, so that whatever else the machine does meets both.
                var raw = raw(folder.resolve("raw-" + callers), seconds);
                print(raw, raw);
                print(raw, authorisations(site, callers, seconds));
                print(raw, payments(site, callers, seconds));
            }
        }
    }

    private static Result raw(Path file, int seconds) throws Exception {
        try (var books = new RawBooks(file, KEY)) {
            return measure("raw JDBC, 1 caller", 1, seconds, (_, n) -> books.pay(n));
        }
    }

    private static Result payments(Site site, int callers, int seconds) throws Exception {
        return measure(
                "offline payment booked, " + callers + " callers",
                callers,
                seconds,
                (caller, n) ->
                        site.payments.book(
                                Site.point(caller),
                                caller,
                                new PaymentEvent(
                                        n + 1_000_000L * callers,
                                        "",
                                        Site.uid(caller),
                                        Site.eur(1),
                                        Site.START)));
    }

    private static Result authorisations(Site site, int callers, int seconds) throws Exception {
        return measure(
                "authorisation, " + callers + " callers",
                callers,
                seconds,
                (caller, n) -> {
                    var answer =
                            site.payments.authorise(
                                    Site.point(caller),
                                    caller,
                                    new Payments.Ask(
                                            callers + "-" + n,
                                            Site.uid(1 + n % 64),
                                            Site.eur(1),
                                            Site.START));
                    if (!(answer instanceof Approved)) {
                        throw new IllegalStateException("Refused: " + answer);
                    }
                });
    }

    private interface Call {
        void at(int caller, long n) throws Exception;
    }

    private static Result measure(String name, int callers, int seconds, Call call)
            throws Exception {
        run(callers, seconds / 2.0, call, 500_000, _ -> {}); // warm
        var times = new ArrayList<Long>();
        var start = System.nanoTime();
        run(
                callers,
                seconds,
                call,
                0,
                nanos -> {
                    synchronized (times) {
                        times.add(nanos);
                    }
                });
        var elapsed = (System.nanoTime() - start) / 1e9;
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Result(
                name,
                sorted.length / elapsed,
                sorted[sorted.length / 2] / 1_000,
                sorted[sorted.length * 99 / 100] / 1_000);
    }

    private static void run(int callers, double seconds, Call call, long first, LongConsumer each)
            throws Exception {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var c = 1; c <= callers; c++) {
                var caller = c;
                running.add(
                        threads.submit(() -> {
                            for (var n = first + 1; System.nanoTime() < end; n++) {
                                var before = System.nanoTime();
                                call.at(caller, n);
                                each.accept(System.nanoTime() - before);
                            }
                            return null;
                        }));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    private static void print(Result unit, Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %8.0f/s  p50 %7d us  p99 %7d us  ratio to raw %.2f%n",
                result.name,
                result.perSecond,
                result.medianMicros,
                result.p99Micros,
                result.perSecond / unit.perSecond);
    }
}
