import app.lodge.desktop.demo.DemoPortrait;
import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Cards a second of each starter layout, all sides, codes read back, at the printer's size; on one thread and on as many
/// as there are processors.
///
/// Argument: seconds each (5).
public final class RendererBenchmark {

    private static final CardRenderer RENDERER = new CardRenderer();

    private RendererBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var person =
                CardFields.sample(
                        "Hannah", "Lindqvist", "Building services", "Riverside", DemoPortrait.jpeg(0), "en");
        var all = Runtime.getRuntime().availableProcessors();
        System.out.printf("cards a second at %d × %d, one thread | %d threads%n", CardFace.WIDTH, CardFace.HEIGHT, all);
        for (var name : LayoutShelf.STARTERS) {
            var layout = LayoutShelf.starter(name);
            rate(layout, person, 1, Math.max(1, seconds / 2)); // warming up
            System.out.printf(
                    Locale.ROOT,
                    "  %-10s %d sides %7.1f | %7.1f%n",
                    name,
                    layout.sides().size(),
                    rate(layout, person, 1, seconds),
                    rate(layout, person, all, seconds));
        }
    }

    private static double rate(Layout layout, CardFields person, int threads, int seconds) throws Exception {
        var cards = new AtomicLong();
        var begun = System.nanoTime();
        var end = begun + seconds * 1_000_000_000L;
        var workers = new Thread[threads];
        Arrays.setAll(
                workers,
                _ ->
                        Thread.ofPlatform().start(() -> {
                            while (System.nanoTime() < end) {
                                RENDERER.render(layout, person);
                                cards.incrementAndGet();
                            }
                        }));
        for (var worker : List.of(workers)) {
            worker.join();
        }
        return cards.get() * 1e9 / (System.nanoTime() - begun);
    }
}
