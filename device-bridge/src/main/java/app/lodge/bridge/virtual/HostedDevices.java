package app.lodge.bridge.virtual;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.doors.Connection;
import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.VirtualSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The virtual devices of a bridge, in its own process. Their stores lie in the home's `virtual` folder.
public final class HostedDevices implements VirtualSite, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostedDevices.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST = 2_000;
    private static final String PREFIX = "virtual-";

    private final boolean allowed;
    private final Path home;
    private final HostedCodes codes;
    private final FieldBooks field;
    private final Supplier<Currency> currency;
    private final LiveSurroundings surroundings;
    private final HostedActs acts = new HostedActs();
    private final Map<String, VirtualDevice> running = new TreeMap<>();
    private final HostedCrowd crowd = new HostedCrowd();

    /// @param allowed by `lodge.properties`
    /// @param home where the bridge leaves `bridge.json`
    public HostedDevices(
            boolean allowed,
            Path home,
            Devices devices,
            FieldBooks field,
            Supplier<Currency> currency,
            InstantSource clock) {
        this.allowed = allowed;
        this.home = home;
        this.codes = new HostedCodes(devices);
        this.field = field;
        this.currency = currency;
        this.surroundings = new LiveSurroundings(() -> Connection.read(home), clock);
    }

    @Override
    public boolean open(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return allowed;
    }

    @Override
    public List<Standing> devices(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        synchronized (running) {
            return running.entrySet().stream()
                    .map(entry ->
                            new Standing(
                                    entry.getKey(),
                                    kind(entry.getValue()),
                                    entry.getValue().connected(),
                                    entry.getValue().unacknowledged(),
                                    acts.troubles(entry.getKey())))
                    .toList();
        }
    }

    @Override
    public AddOutcome add(
            Actor actor, RequestId request, DeviceKind kind, int count, String place) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var problems = new ArrayList<Problem>();
        if (!allowed) {
            problems.add(Problem.of("site", "", "virtual-site.closed"));
        }
        if (count < 1 || count > MOST_AT_ONCE) {
            problems.add(Problem.of("count", count, "virtual-site.count", 1, MOST_AT_ONCE));
        }
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        synchronized (running) {
            if (running.size() + count > MOST) {
                return new AddOutcome.Rejected(
                        List.of(
                                Problem.of(
                                        "count",
                                        count,
                                        "virtual-site.count",
                                        1,
                                        MOST - running.size())));
            }
            return put(actor, request, kind, count, place);
        }
    }

    /// A repeated request finds the same names: the first free ones were taken by its first try.
    private AddOutcome put(
            Actor actor, RequestId request, DeviceKind kind, int count, String place) {
        var added = new ArrayList<String>();
        var stem = PREFIX + stem(kind);
        for (var number = 1; added.size() < count; number++) {
            var name = stem + number;
            if (running.containsKey(name)) {
                continue;
            }
            try {
                var code = codes.code(actor, request, name, kind, place);
                running.put(name, start(name, code));
                added.add(name);
            } catch (IOException e) {
                LOG.warn("{} could not be put into the field", name, e);
                return new AddOutcome.Rejected(
                        List.of(
                                Problem.of(
                                        "device",
                                        name,
                                        "virtual-site.not-started",
                                        String.valueOf(e.getMessage()))));
            }
        }
        return new AddOutcome.Added(added);
    }

    private static String stem(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT -> "till-";
            case KIOSK -> "kiosk-";
            case PHONE -> "phone-";
            case PORTAL -> "portal-";
            case SAFE -> "safe-";
            case LOCKER_CABINET, DOOR -> "lockers-";
        };
    }

    @Override
    public int stop(Actor actor) {
        actor.require(Permission.CONFIGURE_DEVICES);
        synchronized (running) {
            var before = running.size();
            takeOut();
            return before;
        }
    }

    @Override
    public ActOutcome act(Actor actor, RequestId request, String device, Act act) {
        actor.require(Permission.CONFIGURE_DEVICES);
        VirtualDevice chosen;
        synchronized (running) {
            chosen = running.get(device);
        }
        if (chosen == null) {
            return HostedActs.rejected("device", device, "virtual-site.unknown");
        }
        return acts.act(device, chosen, act, () -> losePower(device));
    }

    /// The same device starts from its own store, with half a line at its end.
    private void losePower(String device) {
        synchronized (running) {
            var before = running.remove(device);
            if (before == null) {
                return;
            }
            before.close();
            try {
                new DeviceFolder(state(device)).tear();
                running.put(device, start(device, ""));
            } catch (IOException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    private VirtualDevice start(String name, String code) throws IOException {
        return VirtualDevices.start(
                new VirtualDevices.Order(home, name, code, state(name)), surroundings);
    }

    private Path state(String name) {
        return home.resolve("virtual").resolve(name);
    }

    @Override
    public CrowdOutcome send(Actor actor, RequestId request, Crowd wanted) {
        actor.require(Permission.CONFIGURE_DEVICES);
        synchronized (running) {
            return crowd.send(request, wanted, points());
        }
    }

    @Override
    public Optional<CrowdPicture> crowd(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return crowd.picture();
    }

    @Override
    public void steer(Actor actor, Crowd.Steer steer) {
        actor.require(Permission.CONFIGURE_DEVICES);
        crowd.steer(steer);
    }

    @Override
    public List<Comparison> compare(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        List<String> names;
        synchronized (running) {
            names = List.copyOf(running.keySet());
        }
        return names.stream().flatMap(name -> compared(name).stream()).toList();
    }

    private Optional<Comparison> compared(String name) {
        try {
            var record = OwnRecord.read(name, state(name));
            return field.named(name)
                    .map(known ->
                            new Comparison(
                                    name,
                                    record.events().size(),
                                    new Money(record.paid(), currency.get()),
                                    record.differences(field.booked(known.id())).size()));
        } catch (IOException e) {
            throw new UncheckedIOException("The own record of " + name + " cannot be read", e);
        }
    }

    private Map<String, VirtualPaymentPoint> points() {
        var points = new TreeMap<String, VirtualPaymentPoint>();
        running.forEach((name, device) -> {
            if (device instanceof VirtualPaymentPoint point) {
                points.put(name, point);
            }
        });
        return points;
    }

    private static DeviceKind kind(VirtualDevice device) {
        return switch (device) {
            case VirtualPaymentPoint _ -> DeviceKind.PAYMENT_POINT;
            case VirtualLockerCabinet _ -> DeviceKind.LOCKER_CABINET;
            case VirtualKiosk _ -> DeviceKind.KIOSK;
            case VirtualPhone _ -> DeviceKind.PHONE;
            case VirtualPortal _ -> DeviceKind.PORTAL;
            case VirtualSafe _ -> DeviceKind.SAFE;
        };
    }

    @Override
    public void close() {
        synchronized (running) {
            takeOut();
        }
        surroundings.close();
    }

    private void takeOut() {
        crowd.steer(new Crowd.Steer.End());
        running.values().forEach(VirtualDevice::close);
        running.keySet().forEach(acts::forget);
        running.clear();
    }
}
