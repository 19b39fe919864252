package app.lodge.bridge.doors;

import app.lodge.bridge.osdp.ControlPanel;
import app.lodge.bridge.osdp.ReaderEvents;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldBooks.Presence;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.passages.DoorBooks;
import app.lodge.core.rights.KnownPasses;
import app.lodge.core.rights.Pass;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One door: its reader, strike, contact and exit button. All of it happens on the door's own lane, so that
/// books that answer late keep no reader of the line waiting.
final class Door implements ReaderEvents {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    static final String FORCED = "DOOR_FORCED";
    static final String HELD = "DOOR_HELD";
    static final String TAMPER = "TAMPER";
    static final String POWER = "MAINS_FAILED";
    static final String WRONG_KEY = "WRONG_KEY";
    static final String NOT_SECURE = "NOT_SECURE";

    /// How long after the strike is dead the door may still be pulled open.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int SIGNAL_TENTHS = 15;

    private final FieldDevice device;
    private final DoorSettings settings;
    private final FieldBooks.Desired desired;
    private final FieldBooks field;
    private final DoorBooks books;
    private final DoorMemory memory;
    private final InstantSource clock;
    private final Executor lane;
    private final Actor actor;
    private volatile @Nullable ControlPanel panel;
    private volatile @Nullable KnownPasses known;
    private volatile boolean stale = true;
    private Instant mayOpenUntil = Instant.MIN;
    private @Nullable Instant openSince;
    private boolean exitPressed;

    Door(
            FieldDevice device,
            DoorSettings settings,
            FieldBooks.Desired desired,
            FieldBooks field,
            DoorBooks books,
            DoorMemory memory,
            InstantSource clock,
            Executor lane) {
        this.device = device;
        this.settings = settings;
        this.desired = desired;
        this.field = field;
        this.books = books;
        this.memory = memory;
        this.clock = clock;
        this.lane = lane;
        this.actor = Actor.device(device.id().number(), device.name());
    }

    FieldDevice device() {
        return device;
    }

    DoorSettings settings() {
        return settings;
    }

    void hangsOn(ControlPanel opened) {
        panel = opened;
    }

    /// What the door goes by when the books are away is old.
    void rightsChanged() {
        stale = true;
    }

    void openFromDesk() {
        run(() -> {
            release(clock.instant());
            memory.happened("opened-from-desk", clock.instant(), "", Map.of());
            deliver();
        });
    }

    /// Every second: what stands open too long, what the books have not got, what is old.
    void look() {
        run(() -> {
            var since = openSince;
            if (since != null
                    && clock.instant().isAfter(since.plusSeconds(settings.heldSeconds()))) {
                alarm(HELD, true);
            }
            deliver();
            if (stale) {
                stale = false;
                try {
                    known = books.known(device.id());
                } catch (BooksUnavailable e) {
                    stale = true;
                }
            }
        });
    }

    @Override
    public void card(int reader, int bits, String hex) {
        run(() -> tapped(settings.reversed() ? reversed(hex) : hex));
    }

    private void tapped(String credential) {
        var now = clock.instant();
        var away = false;
        Pass pass;
        try {
            pass = books.mayPass(device.id(), credential);
        } catch (BooksUnavailable e) {
            away = true;
            pass = fromList(credential, now);
        }
        switch (pass) {
            case Pass.MayPass _ -> {
                release(now);
                signal(true);
                memory.happened("passed", now, credential, Map.of("offline", away));
            }
            case Pass.MayNotPass(var why) -> {
                signal(false);
                memory.happened(
                        "refused", now, credential, Map.of("offline", away, "why", why.name()));
            }
        }
        deliver();
    }

    private Pass fromList(String credential, Instant now) {
        var list = known;
        return list == null || !settings.listWhenAway()
                ? new Pass.MayNotPass(Pass.Why.NO_RIGHT)
                : list.decide(credential, now);
    }

    private void release(Instant now) {
        mayOpenUntil = now.plusSeconds(settings.strikeSeconds()).plus(GRACE);
        var on = panel;
        if (on != null) {
            on.pulse(settings.address(), settings.strike(), settings.strikeSeconds() * 10);
        }
    }

    private void signal(boolean granted) {
        var on = panel;
        if (on != null) {
            on.signal(settings.address(), granted, SIGNAL_TENTHS);
        }
    }

    @Override
    public void inputs(List<Boolean> active) {
        run(() -> {
            var exit = on(active, settings.exit());
            if (exit && !exitPressed) {
                release(clock.instant());
                memory.happened("exit", clock.instant(), "", Map.of());
            }
            exitPressed = exit;
            contact(on(active, settings.contact()));
            deliver();
        });
    }

    private void contact(boolean open) {
        var now = clock.instant();
        if (open && openSince == null) {
            openSince = now;
            if (now.isAfter(mayOpenUntil)) {
                alarm(FORCED, true);
            }
        } else if (!open && openSince != null) {
            openSince = null;
            mayOpenUntil = Instant.MIN;
            alarm(FORCED, false);
            alarm(HELD, false);
        }
    }

    private static boolean on(List<Boolean> active, int input) {
        return input < active.size() && active.get(input);
    }

    @Override
    public void status(boolean tamper, boolean powerFailing) {
        run(() -> {
            alarm(TAMPER, tamper);
            alarm(POWER, powerFailing);
            deliver();
        });
    }

    private void alarm(String code, boolean raised) {
        if (memory.alarm(code, raised, clock.instant())) {
            LOG.info("{}: {} {}", device.name(), code, raised ? "begins" : "ends");
        }
    }

    @Override
    public void online(String identity, boolean secure) {
        run(() -> {
            alarm(WRONG_KEY, false);
            alarm(NOT_SECURE, !secure);
            field.greeted(actor, device.id(), "OSDP " + identity, Duration.ZERO);
            field.reported(
                    actor,
                    device.id(),
                    new FieldBooks.Report(
                            desired.version(), desired.config(), List.of(), Map.of()));
            field.present(actor, device.id(), Presence.ONLINE, secure ? "CONNECTED" : "NOT_SECURE");
            deliver();
        });
    }

    @Override
    public void offline(Lost why) {
        run(() -> {
            if (why == Lost.WRONG_KEY || why == Lost.NOT_SECURE) {
                alarm(why.name(), true);
            }
            field.present(actor, device.id(), Presence.OFFLINE, why.name());
            deliver();
        });
    }

    /// Digits are nobody's business unless a door asks for them, which none does yet.
    @Override
    public void keys(int reader, String keys) {
        LOG.debug("{}: {} keys pressed", device.name(), keys.length());
    }

    @Override
    public void keyChanged() {
        LOG.info("{} has a key of its own now", device.name());
    }

    /// In order, each until the books have it.
    private void deliver() {
        for (var event : memory.pending()) {
            var unused = field.takeIn(actor, device.id(), event, null, "");
            memory.safe(event.seq());
        }
    }

    private void run(Runnable work) {
        lane.execute(() -> {
            try {
                work.run();
            } catch (BooksUnavailable e) {
                LOG.debug("{}: {}", device.name(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{} could not do its work", device.name(), e);
            }
        });
    }

    private static String reversed(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            var kept = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = kept;
        }
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
