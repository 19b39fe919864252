package app.lodge.core.watch;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.journal.Seals;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gathers everything that will expire or fill up within a year; what somebody entered, whenever it ends.
final class LookingAhead {

    private static final Actor SYSTEM = Actor.system("watch");
    private static final int DAYS = 366;

    /// Below this a level is nothing to look at yet.
    private static final int WORTH_SAYING = 50;

    private final Books books;
    private final DeviceBoard board;
    private final SiteGauges gauges;
    private final Seals seals;
    private final KeyVersions keys;
    private final Supplier<SiteSettings> settings;

    LookingAhead(
            Books books,
            DeviceBoard board,
            SiteGauges gauges,
            Seals seals,
            KeyVersions keys,
            Supplier<SiteSettings> settings) {
        this.books = books;
        this.board = board;
        this.gauges = gauges;
        this.seals = seals;
        this.keys = keys;
        this.settings = settings;
    }

    List<Ahead> all() {
        var zone = settings.get().zone();
        var today = books.clock().instant().atZone(zone).toLocalDate();
        var until = today.plusDays(DAYS);
        var all = new ArrayList<Ahead>(books.read(new AheadStore(zone, until)::all));
        all.addAll(
                books.read(sql -> new ProvisionStore().ahead(sql, books.clock().instant(), zone)));
        for (var row : board.rows(SYSTEM)) {
            var subject = "device:" + row.device().id().number();
            var label = row.device().label();
            Optional.ofNullable(row.device().certificateUntil())
                    .map(at -> at.atZone(zone).toLocalDate())
                    .filter(on -> !on.isAfter(until))
                    .ifPresent(on ->
                            all.add(
                                    new Ahead(
                                            Ahead.Kind.DEVICE_CERTIFICATE,
                                            subject,
                                            label,
                                            on,
                                            0,
                                            0)));
            row.levels().stream()
                    .filter(level -> level.percent() >= WORTH_SAYING)
                    .forEach(level ->
                            all.add(
                                    new Ahead(
                                            Ahead.Kind.LEVEL,
                                            subject,
                                            label + " · " + level.name(),
                                            null,
                                            level.used(),
                                            level.capacity())));
        }
        all.addAll(ofSite(today));
        all.sort(Ahead.soonestFirst());
        return List.copyOf(all);
    }

    private List<Ahead> ofSite(LocalDate today) {
        var all = new ArrayList<Ahead>();
        var site = gauges.read();
        all.add(new Ahead(Ahead.Kind.DISK, "", "", null, site.diskUsed(), site.diskSize()));
        site.backupDays()
                .ifPresent(days ->
                        all.add(
                                new Ahead(
                                        Ahead.Kind.BACKUP,
                                        "",
                                        "",
                                        today.minusDays(days).plusDays(Matter.BACKUP.usual()),
                                        0,
                                        0)));
        site.shelves().stream()
                .filter(shelf -> shelf.lowAt() > 0)
                .forEach(shelf ->
                        all.add(
                                new Ahead(
                                        Ahead.Kind.STOCK,
                                        "stock:" + shelf.place(),
                                        shelf.name(),
                                        null,
                                        shelf.usable(),
                                        shelf.lowAt())));
        var oldest = seals.standing(SYSTEM).oldestUnsealed();
        if (oldest != null) {
            all.add(
                    new Ahead(
                            Ahead.Kind.SEAL,
                            "",
                            "",
                            oldest.atZone(settings.get().zone()).toLocalDate().plusDays(1),
                            0,
                            0));
        }
        var status = keys.status(SYSTEM);
        if (status.toRenew() > 0 || status.current() > KeyVersions.LAST / 2) {
            all.add(
                    new Ahead(
                            Ahead.Kind.CARD_KEYS,
                            "",
                            String.valueOf(status.toRenew()),
                            null,
                            status.current(),
                            KeyVersions.LAST));
        }
        return all;
    }
}
