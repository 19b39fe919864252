package app.lodge.bridge;

import app.lodge.bridge.authorising.LimitDisplay;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.virtual.OwnRecord;
import app.lodge.bridge.virtual.SimulatedDevice;
import app.lodge.bridge.virtual.SimulatedNetwork;
import app.lodge.bridge.virtual.SimulatedTime;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.bridge.virtual.Visits;
import app.lodge.bridge.virtual.Visits.Visit;
import app.lodge.core.books.Actor;
import app.lodge.core.journal.Journal;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.money.Money;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.Injected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole site in simulated time: real books and the bridge's real work, made-up people, virtual tills,
/// and a network that follows from a seed. The same seed on the same founding leads to the same journal,
/// row by row; foundings differ, because people's records are sealed under keys that nobody can foresee.
public final class SimulatedSite implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedSite.class);
    private static final Instant BEGIN = SimulatedFounding.AT.plus(Duration.ofMinutes(1));
    private static final Currency EURO = SimulatedFounding.EURO;
    private static final Actor STAFF = SimulatedFounding.STAFF;
    private static final Duration DELIVER = Duration.ofSeconds(5);
    private static final Duration EXPIRE = Duration.ofSeconds(30);
    private static final Duration QUEUE = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private final Order order;
    private final Random chance;
    private final SimulatedTime time = new SimulatedTime(BEGIN, this::settle);
    private final Site site;
    private final SimulatedNetwork wires;
    private final FieldNetwork network;
    private final List<SimulatedDevice> tills = new ArrayList<>();
    private final boolean[] busy;
    private final Map<Injected, Long> injected = new EnumMap<>(Injected.class);
    private final Map<String, Integer> refusals = new TreeMap<>();
    private @Nullable Site settled;
    private int paid;

    /// @param founding a site's home by {@link SimulatedFounding}; it stays as it is
    /// @param folder for a copy of it and for the devices' stores; whoever orders it throws it away
    /// @param mishaps how many cables are cut, powers lost, clocks set wrong and memories filled
    public record Order(
            Path founding,
            Path folder,
            long seed,
            int people,
            int tills,
            Duration length,
            Disturbance disturbance,
            int mishaps) {}

    /// @param paidMinor what the tills say they took, in minor units
    /// @param refusals why → how often
    /// @param injected faults that were put in, how often
    /// @param differences empty if the tills' own records and the books agree
    public record Report(
            long seed,
            Journal.Head head,
            int paid,
            long paidMinor,
            Map<String, Integer> refusals,
            Map<Injected, Long> injected,
            List<OwnRecord.Difference> differences,
            boolean ledgerSound,
            boolean journalIntact) {

        public boolean right() {
            return differences.isEmpty() && ledgerSound && journalIntact;
        }
    }

    private SimulatedSite(Order order, KdfCost cost) throws SiteException, IOException {
        this.order = order;
        this.chance = new Random(order.seed());
        var home = new Home(SimulatedFounding.copy(order.founding(), order.folder()));
        site = Site.open(home, time, cost);
        settled = site;
        wires = new SimulatedNetwork(time, chance.nextLong());
        network = bridge(home);
        busy = new boolean[order.tills()];
        for (var number = 1; number <= order.tills(); number++) {
            tills.add(till(SimulatedFounding.till(number)));
        }
    }

    /// Opens a copy of the founding and puts its devices into the field.
    ///
    /// @throws IOException if the copy cannot be made
    public static SimulatedSite open(Order order, KdfCost cost) throws SiteException, IOException {
        return new SimulatedSite(order, cost);
    }

    /// Throws a run's folder away.
    public static void discard(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public Site site() {
        return site;
    }

    /// Everybody has lunch; then whatever was disturbed may settle, and the books are compared.
    public Report lunch() throws IOException {
        for (var visit :
                Visits.lunch(chance.nextLong(), order.people(), order.tills(), order.length())
                        .inOrder()) {
            time.act(visit.at(), () -> visit(visit));
        }
        new Mishaps(tills, busy, time, chance, injected).plan(order.mishaps(), order.length());
        time.run(order.length());
        for (var till : tills) {
            till.point().faults().injected().forEach(this::count);
            till.point().faults().disturb(Disturbance.NONE, 0);
            till.point().faults().limitMemory(Integer.MAX_VALUE);
            till.point().goOnline();
        }
        time.run(SETTLING);
        return report();
    }

    private void visit(Visit visit) {
        if (busy[visit.till()]) {
            time.act(QUEUE, () -> visit(visit));
            return;
        }
        busy[visit.till()] = true;
        try {
            var outcome =
                    tills.get(visit.till())
                            .point()
                            .tap(
                                    MadeUpHolders.uid(visit.person() + 1),
                                    new Money(visit.minor(), EURO));
            switch (outcome) {
                case TapOutcome.Paid _ -> paid++;
                case TapOutcome.Refused(var why, _) -> refusals.merge(why, 1, Integer::sum);
            }
        } finally {
            busy[visit.till()] = false;
        }
    }

    private Report report() throws IOException {
        var differences = new ArrayList<OwnRecord.Difference>();
        var minor = 0L;
        for (var till : tills) {
            var record = till.record();
            var device = site.field().named(till.name()).orElseThrow();
            differences.addAll(record.differences(site.field().booked(device.id())));
            minor += record.paid();
        }
        return new Report(
                order.seed(),
                site.journal().head(STAFF),
                paid,
                minor,
                refusals,
                injected,
                differences,
                site.accounts().audit(STAFF).isEmpty(),
                site.journal().verify(STAFF) instanceof Journal.Verification.Intact);
    }

    private FieldNetwork bridge(Home home) throws IOException {
        var vault = site.vault();
        var made =
                new FieldNetwork(
                        FieldParts.of(site, () -> EURO),
                        SiteAuthority.in(home.folder(), vault.siteId(), new VaultSeal(vault), time),
                        _ -> {},
                        new LimitDisplay("en"),
                        new InTheirTurn(time),
                        time);
        site.books().changes().listen(made::heard);
        wires.listen(made);
        made.speakOver(wires);
        again(DELIVER, made::deliverAgain);
        again(EXPIRE, () -> site.payments().expireHolds(Actor.system("bridge")));
        return made;
    }

    private void again(Duration pause, Runnable work) {
        time.after(
                pause,
                () -> {
                    work.run();
                    again(pause, work);
                });
    }

    private SimulatedDevice till(String name) throws IOException {
        return new SimulatedDevice(
                name,
                order.folder().resolve("virtual").resolve(name),
                "lodge/v1/simulation/" + name,
                EURO.getCurrencyCode(),
                time,
                wires,
                order.disturbance(),
                chance.nextLong());
    }

    private void count(Injected what, long times) {
        injected.merge(what, times, Long::sum);
    }

    /// The lists follow the facts on a thread of their own: nothing else happens before they have.
    private void settle() {
        var open = settled;
        if (open != null) {
            open.field().settle();
        }
    }

    @Override
    public void close() {
        wires.close();
        network.close();
        site.close();
    }

    /// Work for devices in simulated time: one after the other.
    private record InTheirTurn(SimulatedTime time) implements app.lodge.bridge.link.Lanes {

        @Override
        public void run(String device, String lane, Runnable work) {
            time.after(
                    Duration.ZERO,
                    () -> {
                        try {
                            work.run();
                        } catch (RuntimeException e) {
                            LOG.error("Work for {}/{} failed", lane, device, e);
                        }
                    });
        }

        @Override
        public void close() {
            // what waits is never done
        }
    }
}
