package app.lodge.core.accounts;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.LongHistory;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.Journal.Filter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/// How long pages and totals take on a year of payments.
///
/// Arguments: how many payments, then optionally the `jdbc:` address of a PostgreSQL in which databases may be created, in
/// place of an H2 file, or of a folder that keeps the H2 file; a third word takes that database as it was filled before.
final class HistoryBenchmark {

    private static final String KEY = "ab".repeat(32);
    private static final int PEOPLE = 5_000;
    private static final int DEVICES = 40;
    private static final int ASKED = 60;
    private static final Instant BEGAN = Instant.parse("2025-11-22T00:00:00Z");

    private final Random random = new Random(20_261_122L);

    private HistoryBenchmark() {}

    public static void main(String[] args) throws Exception {
        var rows = args.length > 0 ? Long.parseLong(args[0]) : 5_000_000L;
        var source = source(args);
        if (args.length < 3) {
            fill(source, rows);
        }
        try (var site = new Site(source, PEOPLE, DEVICES)) {
            new HistoryBenchmark().all(site);
        }
    }

    private static void fill(BooksSource source, long rows) throws Exception {
        new Site(source, PEOPLE, DEVICES).close();
        var before = System.nanoTime();
        LongHistory.fill(source, rows, PEOPLE, DEVICES);
        System.out.printf(
                Locale.ROOT,
                "%s: %d payments filled in %d s%n",
                source,
                rows,
                Duration.ofNanos(System.nanoTime() - before).toSeconds());
    }

    private static BooksSource source(String[] args) throws Exception {
        if (args.length < 2 || args[1].isEmpty()) {
            return new BooksSource.EmbeddedFile(
                    Files.createTempDirectory("lodge-bench").resolve("books"), KEY);
        }
        if (!args[1].startsWith("jdbc:")) {
            return new BooksSource.EmbeddedFile(Path.of(args[1]).resolve("books"), KEY);
        }
        if (args.length > 2) {
            return new BooksSource.PostgreSql(
                    args[1], args[1].replaceFirst(".*[?&]user=([^&]*).*", "$1"), "");
        }
        var name = "history" + Long.toString(System.nanoTime(), 36);
        try (var connection = DriverManager.getConnection(args[1]);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new BooksSource.PostgreSql(
                args[1].replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"),
                args[1].replaceFirst(".*[?&]user=([^&]*).*", "$1"),
                "");
    }

    private void all(Site site) {
        var journal = Journal.in(site.books);
        pages(journal, "journal, newest", _ -> Filter.all());
        pages(journal, "journal, kind posting.", _ -> new Filter("posting.", "", null, null));
        pages(journal, "journal, kind person.", _ -> new Filter("person.", "", null, null));
        pages(
                journal,
                "journal, kind media.blocked",
                _ -> new Filter("media.blocked", "", null, null));
        pages(
                journal,
                "journal, kind nobody.wrote",
                _ -> new Filter("nobody.wrote", "", null, null));
        pages(journal, "journal, subject", _ -> new Filter("", subject(), null, null));
        pages(
                journal,
                "journal, subject and kind",
                _ -> new Filter("hold.", subject(), null, null));
        pages(journal, "journal, one day", day -> new Filter("", "", day, plusDay(day)));
        pages(journal, "journal, until a day", day -> new Filter("", "", null, day));
        pages(
                journal,
                "journal, kind person. in one day",
                day -> new Filter("person.", "", day, plusDay(day)));
        pages(
                journal,
                "journal, kind posting. until a day",
                day -> new Filter("posting.", "", null, day));
        pages(journal, "journal, subject until a day", day -> new Filter("", subject(), null, day));
        measure(
                "movements of an account",
                _ ->
                        site.accounts.movements(
                                Site.ADMINISTRATOR,
                                site.id(1 + random.nextInt(PEOPLE)),
                                LookPurpose.COUNTER,
                                null,
                                50));
        measure(
                "month by payment point",
                day -> {
                    var first =
                            LocalDate.ofInstant(day, java.time.ZoneOffset.UTC).withDayOfMonth(1);
                    site.periods.turnover(
                            Site.ADMINISTRATOR, first, first.plusMonths(1).minusDays(1));
                });
    }

    private interface Filtering {
        Filter of(Instant day);
    }

    private void pages(Journal journal, String name, Filtering filter) {
        measure(name, day -> journal.page(Site.ADMINISTRATOR, filter.of(day), null, 50));
        measure(
                name + ", from the middle",
                day ->
                        journal.page(
                                Site.ADMINISTRATOR,
                                filter.of(day),
                                Long.toString(1_500_000 + random.nextInt(1_000_000)),
                                50));
    }

    private void measure(String name, Consumer<Instant> ask) {
        var times = new long[ASKED];
        for (var i = -10; i < ASKED; i++) {
            var day = BEGAN.plus(Duration.ofDays(1 + random.nextInt(363)));
            var before = System.nanoTime();
            ask.accept(day);
            if (i >= 0) {
                times[i] = System.nanoTime() - before;
            }
            if (System.nanoTime() - before > 2_000_000_000L) { // hopeless: said, and not waited for
                times = new long[] {System.nanoTime() - before};
                break;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-56s best %8.2f ms  p50 %8.2f ms  worst %8.2f ms%n",
                name,
                times[0] / 1e6,
                times[times.length / 2] / 1e6,
                times[times.length - 1] / 1e6);
    }

    private String subject() {
        return "medium:" + (1 + random.nextInt(PEOPLE));
    }

    private static Instant plusDay(Instant day) {
        return day.plus(Duration.ofDays(1));
    }
}
