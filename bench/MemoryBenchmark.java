import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What the desktop holds after a day of scripted work, against after an hour: every screen opened in turns, and
/// somebody looked for on each round. Heap after a full collection.
///
/// Arguments: rounds that stand for an hour (60), and hours of a day (8).
public final class MemoryBenchmark {

    private static final String[] NAMES = {"an", "mu", "ber", "000", "w", ""};

    private MemoryBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        var hours = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        try (var desk = DeskWindow.open()) {
            var places = desk.places();
            var afterAnHour = 0L;
            for (var hour = 1; hour <= hours; hour++) {
                for (var round = 0; round < rounds; round++) {
                    for (var place : places) {
                        desk.go(place);
                        if (place.equals("#go-people")) {
                            desk.type("#people-query", NAMES[round % NAMES.length]);
                            desk.atRest();
                        }
                    }
                }
                desk.atRest();
                var used = used();
                afterAnHour = hour == 1 ? used : afterAnHour;
                System.out.printf(
                        Locale.ROOT,
                        "after %d of %d hours, %d screens opened: %.1f MB, %.2f times that of the first%n",
                        hour,
                        hours,
                        (long) hour * rounds * places.size(),
                        used / 1e6,
                        (double) used / afterAnHour);
            }
        }
        System.exit(0);
    }

    private static long used() throws InterruptedException {
        var memory = ManagementFactory.getMemoryMXBean();
        for (var i = 0; i < 3; i++) { // what a cleaner lets go of goes with the next one
            memory.gc();
            Thread.sleep(200);
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
