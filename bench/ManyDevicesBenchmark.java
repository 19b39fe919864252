import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Ten thousand devices in processes of their own ({@link FarField}), bridge and broker in this one: how long until
/// a pushed setting is confirmed by all, and how fast stored events are taken in.
///
/// Arguments: devices (10000), stored events (1000000, 0 for none).
final class ManyDevicesBenchmark {

    private ManyDevicesBenchmark() {}

    public static void main(String[] words) throws Exception {
        var devices = FieldBenchmark.number(words, 0, 10_000);
        var stored = FieldBenchmark.number(words, 1, 1_000_000);
        var folder = Files.createTempDirectory("lodge-bench-many");
        var stores = Files.createTempDirectory(FieldBenchmark.memory(), "lodge-bench-devices");
        var cost = new KdfCost(8, 1, 1);
        Site.create(
                new Home(folder),
                SiteSettings.of("Bench", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "admin",
                "correct horse battery staple".toCharArray(),
                Clock.systemUTC(),
                cost);
        try (var bridge =
                Bridge.start(new BridgeOrder(new Home(folder), Clock.systemUTC(), cost))) {
            if (!bridge.awaitField(Duration.ofSeconds(60))) {
                throw new IllegalStateException("No field network");
            }
            measure(bridge.site(), devices, stored, Far.of(devices, folder, stores));
        } finally {
            FieldBenchmark.delete(stores);
        }
        System.exit(0);
    }

    private static void measure(Site site, int devices, int stored, List<Far> far) throws IOException {
        var began = System.nanoTime();
        for (var i = 1; i <= devices; i++) {
            var name = "till-" + i;
            far.get(i % far.size()).order("join %s %s".formatted(name, code(site, name)));
        }
        Far.await(far, "joined");
        FieldBenchmark.until(() -> FieldBenchmark.confirmed(site));
        FieldBenchmark.say(
                "%d devices joined and in step in %.1f s, load %s",
                devices, FieldBenchmark.since(began), FieldBenchmark.load());
        FieldBenchmark.configure(site, devices, "777");
        FieldBenchmark.configure(site, devices, "888");
        if (stored > 0) {
            var each = Math.max(1, stored / devices);
            Far.await(far, "store " + each);
            var before = told(site);
            began = System.nanoTime();
            Far.await(far, "deliver");
            var took = FieldBenchmark.since(began);
            FieldBenchmark.say(
                    "%d stored events taken in by %.1f s: %.0f/s",
                    each * devices, took, each * devices / took);
            FieldBenchmark.compare("stored events", (long) each * devices, told(site) - before);
        }
        System.gc();
        var heap = Runtime.getRuntime();
        FieldBenchmark.say(
                "heap in use after all: %d MB, broker and bridge",
                (heap.totalMemory() - heap.freeMemory()) >> 20);
        far.forEach(one -> one.order("close"));
    }

    private static String code(Site site, String name) {
        return ((Devices.AddOutcome.Added) site.devices()
                        .add(
                                FieldBenchmark.ADMIN,
                                RequestId.fresh(),
                                name,
                                DeviceKind.PAYMENT_POINT,
                                name,
                                "hall"))
                .code()
                .code();
    }

    private static long told(Site site) {
        return site.board().rows(FieldBenchmark.ADMIN).stream()
                .mapToLong(row -> row.lastSeq())
                .sum();
    }

    /// Another process. A device is a connection and a file, and few systems give one process twenty thousand.
    private static final class Far {

        private static final int DEVICES_EACH = 4_000;

        private final PrintWriter orders;
        private final BufferedReader answers;

        Far(Path home, Path stores) throws IOException {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1500m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dlogback.configurationFile=lodge-logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "FarField",
                    home.toString(),
                    stores.toString()));
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
            answers = process.inputReader(StandardCharsets.UTF_8);
        }

        static List<Far> of(int devices, Path home, Path stores) throws IOException {
            var all = new ArrayList<Far>();
            for (var i = 0; i < devices; i += DEVICES_EACH) {
                all.add(new Far(home, stores));
            }
            return List.copyOf(all);
        }

        static void await(List<Far> all, String order) throws IOException {
            all.forEach(one -> one.order(order));
            for (var one : all) {
                one.awaitDone(order);
            }
        }

        void order(String order) {
            orders.println(order);
        }

        private void awaitDone(String order) throws IOException {
            for (var line = answers.readLine(); !("done " + order).equals(line); line = answers.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("The devices' process ended at: " + order);
                }
            }
        }
    }
}
