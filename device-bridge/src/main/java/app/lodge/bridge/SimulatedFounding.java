package app.lodge.bridge;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;

/// What every run of a {@link SimulatedSite} begins with: a site with people, cards and tills.
public final class SimulatedFounding {

    static final Instant AT = Instant.parse("2026-03-02T10:30:00Z");
    static final Currency EURO = Currency.getInstance("EUR");
    static final Actor STAFF = new Actor(1, "simulation", Role.ADMINISTRATOR, "simulation");

    private SimulatedFounding() {}

    /// @param home an empty one
    public static void found(Path home, int people, int tills, KdfCost cost) throws SiteException {
        var clock = InstantSource.fixed(AT);
        Site.create(
                new Home(home),
                SiteSettings.of("Simulation", EURO, ZoneId.of("UTC"), "en"),
                "admin",
                "made up and thrown away".toCharArray(),
                clock,
                cost);
        try (var site = Site.open(new Home(home), clock, cost)) {
            MadeUpHolders.in(site, STAFF, EURO).make(people);
            for (var number = 1; number <= tills; number++) {
                join(site, till(number), number);
            }
            site.field().settle();
        }
    }

    static String till(int number) {
        return "till-" + number;
    }

    static Path copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
        return to;
    }

    /// Joins without certificate: a simulated network lets nobody else in.
    private static void join(Site site, String name, int number) {
        var added =
                (Devices.AddOutcome.Added)
                        site.devices()
                                .add(
                                        STAFF,
                                        new RequestId("add-" + name),
                                        name,
                                        DeviceKind.PAYMENT_POINT,
                                        name,
                                        "");
        var outcome =
                site.field()
                        .redeem(
                                name,
                                added.code().code(),
                                "%016X".formatted(number),
                                AT.plus(Duration.ofDays(365)));
        if (!(outcome
                instanceof app.lodge.core.devices.FieldBooks.JoinOutcome.Joined(var device))) {
            throw new IllegalStateException("%s could not join: %s".formatted(name, outcome));
        }
        site.devices()
                .configure(
                        STAFF,
                        new RequestId("configure-" + name),
                        device.id(),
                        Map.of("offline.rule", "limit", "offline.limit", "5000"));
    }
}
