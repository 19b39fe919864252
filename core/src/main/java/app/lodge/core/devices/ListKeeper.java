package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Fact;
import app.lodge.core.products.PriceBook;
import app.lodge.core.products.SiteWares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the devices' lists in step with the committed facts, on a thread of its own.
///
/// Nothing is lost when the process dies between a fact and its lists: the next start compares whole
/// lists.
final class ListKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListKeeper.class);
    private static final long RETRY_SECONDS = 5;

    private final Books books;
    private final Actor system;
    private final LinkedBlockingQueue<List<Fact>> news = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Object lock = new Object();
    private volatile boolean closing;
    private boolean behind;
    private long told;
    private long followed;

    ListKeeper(Books books, Actor system) {
        this.books = books;
        this.system = system;
        this.thread = Thread.ofPlatform().name("field-lists").daemon(true).unstarted(this::run);
    }

    void start() {
        books.changes()
                .listen(facts -> {
                    if (facts.stream().anyMatch(fact -> concerns(fact.kind()))) {
                        hear(facts);
                    }
                });
        compareAll();
        thread.start();
    }

    /// Returns when the lists have followed every fact that is committed now.
    void settle() {
        synchronized (lock) {
            var wanted = told;
            try {
                while (followed < wanted && !closing) {
                    lock.wait(TimeUnit.SECONDS.toMillis(RETRY_SECONDS));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        news.add(List.of());
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(List<Fact> facts) {
        synchronized (lock) {
            news.add(facts);
            told++;
        }
    }

    private void run() {
        while (!closing) {
            try {
                var first = behind ? news.poll(RETRY_SECONDS, TimeUnit.SECONDS) : news.take();
                if (closing) {
                    return;
                }
                var facts = new ArrayList<Fact>(first == null ? List.of() : first);
                var more = new ArrayList<List<Fact>>();
                long upTo;
                synchronized (lock) {
                    news.drainTo(more);
                    upTo = told;
                }
                more.forEach(facts::addAll);
                if (behind || facts.stream().anyMatch(ListKeeper::changesPrices)) {
                    compareAll();
                    behind = false;
                } else {
                    refresh(facts);
                }
                synchronized (lock) {
                    followed = upTo;
                    lock.notifyAll();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The devices' lists could not follow the books; trying again", e);
                behind = true;
            }
        }
    }

    private static boolean concerns(String kind) {
        return FieldListStore.mayChangeCredentials(kind)
                || PinListStore.mayChange(kind)
                || SiteWares.changesPrices(kind);
    }

    /// Also a group that no list named before may count from now on.
    private static boolean changesPrices(Fact fact) {
        return SiteWares.changesPrices(fact.kind());
    }

    private void refresh(List<Fact> facts) {
        var credentials = books.read(sql -> FieldListStore.touchedBy(sql, facts));
        var pins = facts.stream().anyMatch(PinListStore::mayChange);
        if (credentials.isEmpty() && !pins) {
            return;
        }
        books.writeTogether(
                system,
                _ -> {},
                tx -> {
                    var devices = DeviceStore.inTheField(tx.sql());
                    var changed = new TreeSet<>(FieldListStore.refresh(tx, credentials, devices));
                    if (pins) {
                        changed.addAll(PinListStore.refresh(tx, devices));
                    }
                    if (!changed.isEmpty()) {
                        tx.journal("lists.changed", "lists:field", Map.of("devices", changed));
                    }
                    return null;
                });
    }

    private void compareAll() {
        books.write(
                system,
                tx -> {
                    var devices = DeviceStore.inTheField(tx.sql());
                    var changed = new TreeSet<>(FieldListStore.refreshAll(tx, devices));
                    changed.addAll(PriceListStore.refresh(tx, PriceBook.in(tx), devices));
                    changed.addAll(PinListStore.refresh(tx, devices));
                    if (!changed.isEmpty()) {
                        tx.journal("lists.changed", "lists:field", Map.of("devices", changed));
                    }
                    return null;
                });
    }
}
