package app.lodge.desktop.commandline;

import app.lodge.core.books.Actor;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.site.Home;
import app.lodge.desktop.link.BundledBridge;
import app.lodge.desktop.link.BundledBridge.StartOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Doors of the bridge that serves a home, which is started when none does.
public final class BridgeDoors implements DoorOpener {

    private final String workstation;

    public BridgeDoors(String workstation) {
        this.workstation = workstation;
    }

    @Override
    public Doors open(Path home, String operator, char[] password, Note note) {
        if (!new Home(home).hasSite()) {
            throw new Refusal("cli.no-site", home);
        }
        var far = new RemoteDoors(connection(home, note));
        return switch (far.signIn(operator, password, workstation)) {
            case SignInOutcome.SignedIn(Actor actor) -> new Far(far, actor);
            case SignInOutcome.Wrong(Duration nextTryAfter) -> {
                far.close();
                throw new Refusal("cli.wrong-password", operator, nextTryAfter.toSeconds());
            }
            case SignInOutcome.LockedOut(Instant until) -> {
                far.close();
                throw new Refusal("cli.locked-out", operator, until);
            }
        };
    }

    private static Connection connection(Path home, Note note) {
        var bridge = BundledBridge.of(home);
        var running = bridge.running();
        if (running.isPresent()) {
            return running.get();
        }
        note.say("cli.bridge-starting", home);
        return switch (bridge.start()) {
            case StartOutcome.Started(var connection, var process, var log) -> {
                note.say("cli.bridge-started", String.valueOf(process.pid()), log);
                yield connection;
            }
            case StartOutcome.DidNotStart(var log, var lastLines) ->
                    throw new Refusal("cli.bridge-did-not-start", log, lastLines);
        };
    }

    private record Far(RemoteDoors far, Actor actor) implements Doors {

        @Override
        public <D> D door(Class<D> door) {
            return far.door(door);
        }

        @Override
        public void close() {
            far.signOut();
            far.close();
        }
    }
}
