package app.lodge.bridge.osdp;

import app.lodge.bridge.osdp.Command.Blink;
import app.lodge.bridge.osdp.Command.Colour;
import app.lodge.bridge.osdp.ReaderEvents.Lost;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls all readers of one line, in turn, on one thread; opens the line again when it went.
public final class ControlPanel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlPanel.class);

    /// Between two turns of one reader: a tap is heard within this and the answer's time.
    private static final long PAUSE_MILLIS = 60;

    private static final long REOPEN_MILLIS = 1_000;

    /// A reader that is away costs the others an answer's time: it is tried only now and then.
    private static final int REST_TURNS = 15;

    private final LineAddress address;
    private final Map<Integer, ReaderSession> sessions = new TreeMap<>();
    private final Map<Integer, Integer> resting = new TreeMap<>();
    private final Semaphore awake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    private ControlPanel(LineAddress address, List<ReaderPlace> places) {
        this.address = address;
        var random = new SecureRandom();
        places.forEach(place ->
                sessions.put(
                        place.address(),
                        new ReaderSession(
                                place,
                                () -> {
                                    var bytes = new byte[SecureChannel.RANDOM_LENGTH];
                                    random.nextBytes(bytes);
                                    return bytes;
                                })));
        thread = Thread.ofPlatform().daemon().name("osdp-" + address).unstarted(this::run);
    }

    /// @param places of different addresses
    public static ControlPanel start(LineAddress address, List<ReaderPlace> places) {
        var panel = new ControlPanel(address, places);
        panel.thread.start();
        return panel;
    }

    /// Shows and sounds that it may pass: green and one beep, red and three.
    public void signal(int reader, boolean granted, int tenths) {
        var colour = granted ? Colour.GREEN : Colour.RED;
        send(reader, new Command.Led(0, 0, Blink.steady(colour), tenths, Blink.steady(Colour.OFF)));
        send(reader, new Command.Buzzer(0, granted ? 2 : 1, 1, granted ? 1 : 3));
    }

    /// Feeds an output for so long; the reader itself ends it, also if the bridge is gone by then.
    ///
    /// @param tenths of a second, 1 to 65535
    public void pulse(int reader, int output, int tenths) {
        send(reader, new Command.Output(output, Command.Output.Action.ON_FOR, tenths));
    }

    /// Another key of its own for the reader.
    public void changeKey(int reader) {
        var session = sessions.get(reader);
        if (session != null && session.online()) {
            session.changeKey();
            awake.release();
        }
    }

    private void send(int reader, Command command) {
        var session = sessions.get(reader);
        if (session != null) {
            session.send(command);
            awake.release();
        }
    }

    private void run() {
        while (!closing) {
            try (var line = address.open()) {
                speak(line);
            } catch (IOException e) {
                LOG.debug("Line {}: {}", address, e.getMessage());
                allAway(Lost.LINE);
                rest(REOPEN_MILLIS);
            } catch (RuntimeException e) {
                LOG.error("Line {} is begun anew", address, e);
                allAway(Lost.LINE);
                rest(REOPEN_MILLIS);
            }
        }
        allAway(Lost.STOPPED);
    }

    private void speak(Line line) throws IOException {
        var frames = new FrameReader();
        resting.clear();
        while (!closing) {
            for (var session : sessions.values()) {
                var pause = resting.getOrDefault(session.place().address(), 0);
                if (pause > 0) {
                    resting.put(session.place().address(), pause - 1);
                    continue;
                }
                session.turn(line, frames);
                if (!session.online()) {
                    resting.put(session.place().address(), REST_TURNS);
                }
            }
            rest(PAUSE_MILLIS);
        }
    }

    private void rest(long millis) {
        try {
            if (awake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                awake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    private void allAway(Lost why) {
        sessions.values().forEach(session -> session.away(why));
    }

    @Override
    public void close() {
        closing = true;
        awake.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
