package app.lodge.bridge.virtual;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.Injected;
import app.lodge.core.virtualsite.VirtualSite.Act;
import app.lodge.core.virtualsite.VirtualSite.ActOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is done to a device that runs, and what of it is not mended yet.
final class HostedActs {

    private static final int FASTEST = 100_000;

    private final Map<String, Set<Injected>> troubles = new TreeMap<>();

    synchronized List<Injected> troubles(String device) {
        return List.copyOf(of(device));
    }

    /// @param restart takes the device out in the middle of a write and puts it in again
    ActOutcome act(String name, VirtualDevice device, Act act, Runnable restart) {
        try {
            return switch (act) {
                case Act.Tap(var credential, var amount) -> tap(device, credential, amount);
                case Act.OpenLocker(var credential, var medium) ->
                        openLocker(device, credential, medium);
                case Act.PutIn(var credential, var amount) ->
                        CashActs.putIn(device, credential, amount);
                case Act.PayOut(var credential, var amount) ->
                        CashActs.payOut(device, credential, amount);
                case Act.FillCash(var amount) -> CashActs.fill(device, amount);
                case Act.SwapCassette(var credential) -> CashActs.swap(device, credential);
                case Act.EmptyCash _ -> CashActs.empty(device);
                case Act.Cut _ -> {
                    device.goOffline();
                    yield done(name, Injected.CUT, true);
                }
                case Act.Mend _ -> {
                    device.goOnline();
                    yield done(name, Injected.CUT, false);
                }
                case Act.Break(var code, var condition) -> {
                    device.tell(
                            "alarm",
                            Map.of("code", code, "raised", condition == Act.Condition.BROKEN));
                    yield new ActOutcome.Done("done");
                }
                case Act.Fill(var what, var used, var capacity) -> {
                    device.tell("level", Map.of("name", what, "used", used, "capacity", capacity));
                    yield new ActOutcome.Done("done");
                }
                case Act.Disturb(var line, var seed) -> {
                    device.faults().disturb(line, seed);
                    yield done(name, Injected.LOST, !line.equals(Disturbance.NONE));
                }
                case Act.Drift(var offset, var rate) -> {
                    device.faults().drift(offset, Math.clamp(rate, -FASTEST, FASTEST));
                    yield done(name, Injected.DRIFTED, !offset.isZero() || rate != 0);
                }
                case Act.LimitMemory(var events) -> {
                    device.faults().limitMemory(events == 0 ? Integer.MAX_VALUE : events);
                    yield done(name, Injected.FULL, events != 0);
                }
                case Act.LosePower _ -> {
                    restart.run();
                    forget(name);
                    yield new ActOutcome.Done("done");
                }
            };
        } catch (IllegalArgumentException e) {
            return rejected("act", String.valueOf(e.getMessage()), "virtual-site.cannot");
        }
    }

    static ActOutcome rejected(String field, Object value, String key) {
        return new ActOutcome.Rejected(List.of(Problem.of(field, value, key)));
    }

    /// A device that starts again stands in good surroundings.
    synchronized void forget(String device) {
        troubles.remove(device);
    }

    private synchronized ActOutcome done(String device, Injected what, boolean isSo) {
        if (isSo) {
            of(device).add(what);
        } else {
            of(device).remove(what);
        }
        return new ActOutcome.Done("done");
    }

    private Set<Injected> of(String device) {
        return troubles.computeIfAbsent(device, _ -> EnumSet.noneOf(Injected.class));
    }

    private static ActOutcome tap(VirtualDevice device, String credential, Money amount) {
        var held = credential.toUpperCase(Locale.ROOT);
        if (device instanceof VirtualPaymentPoint point) {
            return said(point.tap(held, amount));
        }
        return device instanceof VirtualPhone phone
                ? said(phone.tap(held, amount))
                : rejected("device", device, "virtual-site.wrong-kind");
    }

    private static ActOutcome said(VirtualPaymentPoint.TapOutcome outcome) {
        return switch (outcome) {
            case VirtualPaymentPoint.TapOutcome.Paid _ -> new ActOutcome.Done("paid");
            case VirtualPaymentPoint.TapOutcome.Refused(var why, _) -> new ActOutcome.Done(why);
        };
    }

    private static ActOutcome openLocker(VirtualDevice device, String credential, String medium) {
        if (!(device instanceof VirtualLockerCabinet cabinet)) {
            return rejected("device", device, "virtual-site.wrong-kind");
        }
        return switch (cabinet.open(
                credential.toUpperCase(Locale.ROOT), medium.toLowerCase(Locale.ROOT))) {
            case VirtualLockerCabinet.OpenOutcome.Opened _ -> new ActOutcome.Done("opened");
            case VirtualLockerCabinet.OpenOutcome.Refused(var why) -> new ActOutcome.Done(why);
        };
    }
}
