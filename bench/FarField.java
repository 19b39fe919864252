import app.lodge.bridge.virtual.LiveSurroundings;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.core.doors.Connection;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Payment points of {@link ManyDevicesBenchmark}, in a process of their own: ten thousand connections are more
/// open files than one process that also has the other ends may have.
///
/// Lines in: `join NAME CODE`, `joined`, `store EACH`, `deliver`, `close`; a line out as each but the first is done.
/// Arguments: folder of the bridge's `bridge.json`, folder for the devices' stores.
final class FarField {

    private final List<VirtualPaymentPoint> points = new CopyOnWriteArrayList<>();
    private final Path home;
    private final Path stores;
    private final LiveSurroundings surroundings;

    private FarField(Path home, Path stores) {
        this.home = home;
        this.stores = stores;
        this.surroundings = new LiveSurroundings(() -> Connection.read(home), Clock.systemUTC());
    }

    public static void main(String[] words) throws Exception {
        new FarField(Path.of(words[0]), Path.of(words[1]))
                .run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        System.exit(0);
    }

    private void run(BufferedReader orders) throws Exception {
        try (var joining = Executors.newFixedThreadPool(4)) {
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split(" ");
                switch (words[0]) {
                    case "join" -> joining.execute(() -> join(words[1], words[2]));
                    case "joined" -> {
                        joining.shutdown();
                        FieldBenchmark.until(() -> joining.isTerminated()
                                && points.stream().allMatch(VirtualPaymentPoint::connected));
                        done(line);
                    }
                    case "store" -> {
                        store(Integer.parseInt(words[1]));
                        done(line);
                    }
                    case "deliver" -> {
                        points.forEach(VirtualPaymentPoint::goOnline);
                        FieldBenchmark.until(
                                Duration.ofHours(1),
                                () -> points.stream().allMatch(one -> one.unacknowledged() == 0));
                        done(line);
                    }
                    default -> {
                        points.forEach(VirtualPaymentPoint::close);
                        return;
                    }
                }
            }
        }
    }

    private void join(String name, String code) {
        try {
            points.add((VirtualPaymentPoint) VirtualDevices.start(
                    new VirtualDevices.Order(home, name, code, stores.resolve(name)),
                    surroundings));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void store(int each) {
        points.forEach(VirtualPaymentPoint::goOffline);
        for (var point : points) {
            for (var i = 0; i < each; i++) {
                point.tell("log", Map.of("line", "stored " + i));
            }
        }
    }

    private static void done(String order) {
        System.out.println("done " + order);
        System.out.flush();
    }
}
