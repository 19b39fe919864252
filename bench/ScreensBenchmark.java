import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Opens every screen of a demo site: until it is laid out, and until what it reads is there.
///
/// Argument: how often each is opened again (20); the first time is told apart, since the screen is made then.
public final class ScreensBenchmark {

    private ScreensBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        try (var desk = DeskWindow.open()) {
            var places = desk.places();
            var first = new LinkedHashMap<String, long[]>();
            var again = new LinkedHashMap<String, List<long[]>>();
            for (var place : places) {
                first.put(place, desk.go(place));
                desk.atRest();
            }
            for (var round = 0; round < times; round++) {
                for (var place : places) {
                    again.computeIfAbsent(place, _ -> new ArrayList<>()).add(desk.go(place));
                    desk.atRest();
                }
            }
            System.out.println("screen, ms until laid out | until filled: the first time, then median and longest of " + times);
            for (var place : places) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-16s first %4d | %4d   then %3d, %4d | %3d, %4d%n",
                        place.substring(4),
                        first.get(place)[0] / 1_000_000,
                        first.get(place)[1] / 1_000_000,
                        median(again.get(place), 0),
                        longest(again.get(place), 0),
                        median(again.get(place), 1),
                        longest(again.get(place), 1));
            }
        }
        System.exit(0);
    }

    private static long median(List<long[]> all, int which) {
        var sorted = all.stream().mapToLong(each -> each[which]).sorted().toArray();
        return sorted[sorted.length / 2] / 1_000_000;
    }

    private static long longest(List<long[]> all, int which) {
        return all.stream().mapToLong(each -> each[which]).max().orElseThrow() / 1_000_000;
    }
}
