package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.kiosks.CardRefusals;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockState;
import app.lodge.core.watch.SiteGauges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the disk, the backups and the stock of a site.
final class HomeGauges implements SiteGauges {

    private static final Logger LOG = LoggerFactory.getLogger(HomeGauges.class);
    private static final Actor SYSTEM = Actor.system("watch");

    private static final Duration REMEMBERED = Duration.ofDays(366);
    private static final int LONGEST_REFERENCE = 24;

    /// The bridge notes the same refusal once an hour while it goes on.
    private static final Duration REFUSED_FOR = Duration.ofMinutes(90);

    private final Home home;
    private final HomeSettings settings;
    private final Books books;
    private final Stock stock;

    HomeGauges(Home home, HomeSettings settings, Books books, Stock stock) {
        this.home = home;
        this.settings = settings;
        this.books = books;
        this.stock = stock;
    }

    @Override
    public Reading read() {
        var size = 0L;
        var free = 0L;
        try {
            var disk = Files.getFileStore(home.folder());
            size = disk.getTotalSpace();
            free = disk.getUsableSpace();
        } catch (IOException e) {
            LOG.warn("The disk of {} cannot be read: {}", home.folder(), e.getMessage());
        }
        return new Reading(size - free, size, backupDays(), shelves(), uncredited(), refused());
    }

    /// A reference is cut to what an alert has room for: its end tells payments apart.
    private List<Uncredited> uncredited() {
        return new CardRefusals(books)
                .since(books.clock().instant().minus(REMEMBERED)).stream()
                        .map(one ->
                                new Uncredited(
                                        one.device(),
                                        one.label(),
                                        end(one.reference()),
                                        one.amount()))
                        .toList();
    }

    private static String end(String reference) {
        return reference.substring(Math.max(0, reference.length() - LONGEST_REFERENCE));
    }

    private Optional<Long> backupDays() {
        if (!settings.books().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Duration.between(
                                    newestBackup().orElseGet(this::founded),
                                    books.clock().instant())
                            .toDays());
        } catch (java.io.UncheckedIOException e) {
            LOG.warn("The backups cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Instant> newestBackup() {
        if (!Files.isDirectory(home.backups())) {
            return Optional.empty();
        }
        try (var files = Files.list(home.backups())) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .map(HomeGauges::modified)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Instant founded() {
        try {
            return Files.readAttributes(home.vault(), BasicFileAttributes.class)
                    .creationTime()
                    .toInstant();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Instant modified(java.nio.file.Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> refused() {
        return FieldAccess.in(books).refusedSince(books.clock().instant().minus(REFUSED_FOR));
    }

    private List<Shelf> shelves() {
        var standing = stock.standing(SYSTEM);
        return standing.places().stream()
                .filter(place -> place.lowAt() > 0)
                .map(place ->
                        new Shelf(
                                place.id(),
                                place.name(),
                                standing.lines().stream()
                                        .filter(line -> usable(place, line))
                                        .mapToLong(Stock.Line::pieces)
                                        .sum(),
                                place.lowAt()))
                .toList();
    }

    private static boolean usable(Place place, Stock.Line line) {
        return line.place() == place.id()
                && (line.state() == StockState.BLANK || line.state() == StockState.PREPARED);
    }
}
