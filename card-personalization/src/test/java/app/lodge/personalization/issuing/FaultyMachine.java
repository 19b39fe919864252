package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.Uid;
import app.lodge.core.work.Progress;
import app.lodge.personalization.printers.CardPrinter;
import app.lodge.personalization.printers.PrintResult;
import app.lodge.personalization.printers.PrinterDriver;
import app.lodge.personalization.printers.PrinterStatus;
import app.lodge.personalization.printers.Supplies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A printer with an encoder inside, and with fate: the n-th call fails, before or after it did what
/// it was asked. It knows where every physical card is.
final class FaultyMachine implements PrinterDriver, CardPrinter, Encoding {

    enum Fate {
        FAILS_BEFORE,
        FAILS_AFTER
    }

    final List<Uid> out = new ArrayList<>();
    final List<Uid> rejectBox = new ArrayList<>();
    final Set<Uid> encoded = new HashSet<>();
    final Set<Uid> printed = new HashSet<>();
    final List<String> calls = new ArrayList<>();
    Uid inside;

    /// What a card that is taken in, or one that leaves, does besides: it lies on a reader, or no more.
    Runnable takesIn = () -> {};

    Runnable letsOut = () -> {};
    boolean holdsCards = true;
    boolean tellsResult = true;
    private int fed;
    String serial = "";
    Supplies.Ribbon ribbon;
    Supplies.Cleaning cleaning;
    private int prints;
    private int ribbonEndsAt;
    private boolean printsAllTheSame;
    private int failAt = -1;
    private boolean rejectFailsOnce;
    private Fate fate = Fate.FAILS_BEFORE;

    void failAt(int call, Fate how) {
        failAt = call;
        fate = how;
    }

    /// The next reject fails as well, without moving the card.
    void rejectFailsOnce() {
        rejectFailsOnce = true;
    }

    void noMoreFaults() {
        failAt = -1;
        rejectFailsOnce = false;
    }

    /// The n-th card that is printed finds the ribbon at its end, or is printed well and said to be so.
    void ribbonEndsAtPrint(int print, boolean lies) {
        ribbonEndsAt = print;
        printsAllTheSame = lies;
    }

    /// The next card has the chip of the one before.
    void repeatLastUid() {
        fed--;
    }

    private interface Verb {
        void run();
    }

    private void call(String name, Verb verb) throws DeviceException {
        calls.add(name);
        boolean fails = calls.size() == failAt || rejectFailsOnce && name.equals("reject");
        rejectFailsOnce &= !name.equals("reject");
        if (!fails || fate == Fate.FAILS_AFTER && !name.equals("reject")) {
            verb.run();
        }
        if (fails) {
            throw new DeviceException(new DeviceFault.NoAnswer(name, Duration.ofSeconds(1)));
        }
    }

    @Override
    public String scheme() {
        return "faulty";
    }

    @Override
    public CardPrinter open(String name) throws DeviceException {
        call("open", () -> {});
        return this;
    }

    @Override
    public List<String> found() {
        return List.of();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, holdsCards, tellsResult);
    }

    @Override
    public PrinterStatus status() throws DeviceException {
        call("status", () -> {});
        return new PrinterStatus(
                inside != null, null, Map.of(), new Supplies(serial, ribbon, cleaning));
    }

    @Override
    public void feed(Station station) throws DeviceException {
        call(
                "feed",
                () -> {
                    inside = fresh();
                    takesIn.run();
                });
    }

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        prints++;
        boolean saysEnd = prints == ribbonEndsAt;
        call(
                "print",
                () -> {
                    if (!saysEnd || printsAllTheSame) {
                        printed.add(inside);
                    }
                });
        if (saysEnd) {
            return new PrintResult.Blocked(new DeviceFault.OutOfRibbon("faulty:x"), Map.of());
        }
        return new PrintResult.Printed(Map.of("print.code", "0"));
    }

    @Override
    public void eject() throws DeviceException {
        call(
                "eject",
                () -> {
                    out.add(inside);
                    inside = null;
                    letsOut.run();
                });
    }

    @Override
    public void reject() throws DeviceException {
        call(
                "reject",
                () -> {
                    if (inside != null) {
                        rejectBox.add(inside);
                        inside = null;
                        letsOut.run();
                    }
                });
    }

    @Override
    public void close() {}

    @Override
    public Encoded encode(Actor actor, CardJob job, BindUid bind, Progress<IssueStep> progress)
            throws DeviceException {
        if (!holdsCards) {
            inside = fresh();
        }
        call("connect", () -> {});
        bind.bind(inside, "DESFire EV2", 1);
        call("write", () -> encoded.add(inside));
        return new Encoded(inside, "DESFire EV2", 1, Map.of("plan", "lodge-id@1"));
    }

    @Override
    public void verify(Actor actor, CardJob job, Encoded written) throws DeviceException {
        call("verify", () -> {});
    }

    private Uid fresh() {
        return new Uid("04A1B2C3D4%04X".formatted(++fed));
    }
}
