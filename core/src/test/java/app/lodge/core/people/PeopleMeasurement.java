package app.lodge.core.people;

import static app.lodge.core.people.TestRegister.CLERK;

import app.lodge.core.people.index.Folding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Measures the search among people and prints ratios: run {@link #main} with the test class path.
///
/// Argument: how many people (100,000).
final class PeopleMeasurement {

    private static final int FILE = 100_000;
    private static final List<String> TEXTS =
            List.of("muller", "anna 99", "0099999", "person54321@", "zzz", "99999 anna");

    private PeopleMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        try (var site = new TestRegister(Files.createTempDirectory("measure"))) {
            out.printf("import of %,d people: %,d ms%n", people, millis(() -> load(site, people)));
            out.printf("build of the index: %,d ms%n", millis(() -> rebuild(site)));
            var everyone = everyone(site);
            for (var text : TEXTS) {
                var plain = median(() -> scan(everyone, text));
                var index = median(() -> site.people().count(CLERK, text));
                var page = median(() -> site.people().list(CLERK, text, null, 50).rows().size());
                out.printf(
                        "%-14s count %,8d µs, page of 50 %,8d µs, plain filter %,9d µs: %.0f times%n",
                        text, index / 1000, page / 1000, plain / 1000, (double) plain / index);
            }
        }
    }

    private static long load(TestRegister site, int people) {
        long enrolled = 0;
        for (int from = 0; from < people; from += FILE) {
            enrolled += load(site, from, Math.min(from + FILE, people));
        }
        return enrolled;
    }

    private static long load(TestRegister site, int from, int to) {
        var csv = new StringBuilder("No,Family,Given,Mail\n");
        var families = List.of("Müller", "Horvat", "Wiśniewska", "Lefèvre", "王", "O’Brien");
        var givens = List.of("Anna", "Ivo", "Łukasz", "Chloé", "伟", "Seán", "Ingrid");
        for (var i = from; i < to; i++) {
            csv.append(
                    "%d,%s%d,%s,person%d@example.org%n"
                            .formatted(i + 1, families.get(i % 6), i % 977, givens.get(i % 7), i));
        }
        var mapping =
                new PersonnelImport.Mapping(
                        "",
                        Map.of(
                                "No",
                                "personnelNumber",
                                "Family",
                                "familyName",
                                "Given",
                                "givenName",
                                "Mail",
                                "email"));
        var file =
                new PersonnelImport.PersonnelFile(
                        "load.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        return site.imports()
                .apply(CLERK, app.lodge.core.books.RequestId.fresh(), file, mapping, List.of())
                .enrolled();
    }

    private static List<Person> everyone(TestRegister site) {
        var everyone = new ArrayList<Person>();
        site.register().eachPage(page -> page.forEach(one -> everyone.add(one.person())));
        return everyone;
    }

    private static long rebuild(TestRegister site) {
        site.forgetMemory();
        return site.people().count(CLERK, "");
    }

    private static long scan(List<Person> everyone, String text) {
        var words = Folding.words(text);
        return everyone.stream()
                .map(Person::details)
                .filter(one -> {
                    var all =
                            Folding.fold(
                                    one.givenName()
                                            + '\n'
                                            + one.familyName()
                                            + '\n'
                                            + one.personnelNumber()
                                            + '\n'
                                            + one.email());
                    return words.stream().allMatch(all::contains);
                })
                .count();
    }

    private static long millis(LongSupplier work) {
        return nanos(work) / 1_000_000;
    }

    private static long median(LongSupplier work) {
        var times = new long[21];
        Arrays.setAll(times, _ -> nanos(work));
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static long nanos(LongSupplier work) {
        var start = System.nanoTime();
        if (work.getAsLong() < 0) {
            throw new IllegalStateException("A count below zero");
        }
        return System.nanoTime() - start;
    }
}
