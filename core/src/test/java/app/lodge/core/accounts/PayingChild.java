package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.BooksSource;
import java.nio.file.Path;

/// A process that books payments until it is killed, telling each answer on its standard output. Four
/// devices, each with its own rising count.
///
/// Arguments: the books' file, the last count of each device.
final class PayingChild {

    static final int DEVICES = 4;

    /// A file of this name is opened as H2 comes.
    static final String CARELESS = "careless";

    static final String KEY = "ef".repeat(32);

    private PayingChild() {}

    public static void main(String[] args) {
        var site = open(Path.of(args[0]));
        for (var d = 1; d <= DEVICES; d++) {
            var device = d;
            var seq = Long.parseLong(args[d]);
            Thread.ofPlatform().start(() -> pay(site, device, seq));
        }
    }

    static Site open(Path file) {
        return file.endsWith(CARELESS)
                ? Site.careless(file, 3, DEVICES)
                : new Site(new BooksSource.EmbeddedFile(file, KEY), 3, DEVICES);
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void pay(Site site, long device, long last) {
        for (var seq = last + 1; ; seq++) {
            site.payments.book(
                    Site.point(device),
                    device,
                    new PaymentEvent(
                            seq, "", Site.uid(1 + seq % 3), Site.eur(1 + seq % 7), Site.START));
            var line = device + " " + seq + "\n";
            synchronized (System.out) {
                System.out.print(line);
                System.out.flush();
            }
        }
    }
}
