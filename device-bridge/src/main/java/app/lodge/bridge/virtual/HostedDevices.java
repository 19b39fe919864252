package app.lodge.bridge.virtual;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.AddOutcome.Added;
import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.VirtualSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    private final Devices devices;
    private final InstantSource clock;
    private final Map<String, VirtualDevice> running = new TreeMap<>();

    /// @param allowed by `lodge.properties`
    /// @param home where the bridge leaves `bridge.json`
    public HostedDevices(boolean allowed, Path home, Devices devices, InstantSource clock) {
        this.allowed = allowed;
        this.home = home;
        this.devices = devices;
        this.clock = clock;
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
                                    entry.getValue().unacknowledged()))
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
        var stem = PREFIX + (kind == DeviceKind.PAYMENT_POINT ? "till-" : "lockers-");
        for (var number = 1; added.size() < count; number++) {
            var name = stem + number;
            if (running.containsKey(name)) {
                continue;
            }
            try {
                var code = code(actor, request, name, kind, place);
                running.put(
                        name,
                        VirtualDevices.start(
                                new VirtualDevices.Order(
                                        home, name, code, home.resolve("virtual").resolve(name)),
                                clock));
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

    /// Devices of an earlier run are known; the code is used only by those that never joined.
    private String code(
            Actor actor, RequestId request, String name, DeviceKind kind, String place) {
        var known = devices.named(actor, name).orElse(null);
        var own = new RequestId(shortened(request.value() + "-" + name));
        if (known == null) {
            return devices.add(actor, own, name, kind, name, place) instanceof Added added
                    ? added.code().code()
                    : "";
        }
        return known.device().joined()
                ? ""
                : devices.renewJoinCode(actor, own, known.device().id())
                        .map(Devices.JoinCode::code)
                        .orElse("");
    }

    private static String shortened(String id) {
        return id.length() > 64 ? id.substring(id.length() - 64) : id;
    }

    @Override
    public int stop(Actor actor) {
        actor.require(Permission.CONFIGURE_DEVICES);
        synchronized (running) {
            var before = running.size();
            running.values().forEach(VirtualDevice::close);
            running.clear();
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
            return rejected("device", device, "virtual-site.unknown");
        }
        try {
            return switch (act) {
                case Act.Tap(var credential, var amount) -> tap(chosen, credential, amount);
                case Act.OpenLocker(var credential) -> openLocker(chosen, credential);
                case Act.Cut _ -> {
                    chosen.goOffline();
                    yield new ActOutcome.Done("done");
                }
                case Act.Mend _ -> {
                    chosen.goOnline();
                    yield new ActOutcome.Done("done");
                }
                case Act.Break(var code, var condition) -> {
                    chosen.tell(
                            "alarm",
                            Map.of("code", code, "raised", condition == Act.Condition.BROKEN));
                    yield new ActOutcome.Done("done");
                }
                case Act.Fill(var name, var used, var capacity) -> {
                    chosen.tell("level", Map.of("name", name, "used", used, "capacity", capacity));
                    yield new ActOutcome.Done("done");
                }
            };
        } catch (IllegalArgumentException e) {
            return rejected("act", String.valueOf(e.getMessage()), "virtual-site.cannot");
        }
    }

    private static ActOutcome tap(VirtualDevice device, String credential, Money amount) {
        if (!(device instanceof VirtualPaymentPoint point)) {
            return rejected("device", device, "virtual-site.wrong-kind");
        }
        return switch (point.tap(credential.toUpperCase(Locale.ROOT), amount)) {
            case VirtualPaymentPoint.TapOutcome.Paid _ -> new ActOutcome.Done("paid");
            case VirtualPaymentPoint.TapOutcome.Refused(var why) -> new ActOutcome.Done(why);
        };
    }

    private static ActOutcome openLocker(VirtualDevice device, String credential) {
        if (!(device instanceof VirtualLockerCabinet cabinet)) {
            return rejected("device", device, "virtual-site.wrong-kind");
        }
        return switch (cabinet.open(credential.toUpperCase(Locale.ROOT))) {
            case VirtualLockerCabinet.OpenOutcome.Opened _ -> new ActOutcome.Done("opened");
            case VirtualLockerCabinet.OpenOutcome.Refused(var why) -> new ActOutcome.Done(why);
        };
    }

    private static DeviceKind kind(VirtualDevice device) {
        return switch (device) {
            case VirtualPaymentPoint _ -> DeviceKind.PAYMENT_POINT;
            case VirtualLockerCabinet _ -> DeviceKind.LOCKER_CABINET;
        };
    }

    private static ActOutcome rejected(String field, Object value, String key) {
        return new ActOutcome.Rejected(List.of(Problem.of(field, value, key)));
    }

    @Override
    public void close() {
        synchronized (running) {
            running.values().forEach(VirtualDevice::close);
            running.clear();
        }
    }
}
