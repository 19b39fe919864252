package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a device does on command, each command once.
final class Obeying {

    private static final Logger LOG = LoggerFactory.getLogger(Obeying.class);
    private static final int COMMANDS_REMEMBERED = 200;

    private final String topics;
    private final FaultyLink link;
    private final Outbox outbox;
    private final Service service;
    private final DeviceClock clock;
    private final Runnable restart;
    private final Runnable renew;

    /// What became of the last commands, by id: one that comes again is answered, not obeyed.
    private final Map<String, byte[]> obeyed =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                            return size() > COMMANDS_REMEMBERED;
                        }
                    });

    /// @param topics under which the device speaks
    /// @param restart leaves and comes again
    /// @param renew asks for another certificate
    Obeying(
            String topics,
            FaultyLink link,
            Outbox outbox,
            Service service,
            DeviceClock clock,
            Runnable restart,
            Runnable renew) {
        this.topics = topics;
        this.link = link;
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
        this.restart = restart;
        this.renew = renew;
    }

    void obey(Down.Command command) {
        if (clock.instant().isAfter(command.expires())) {
            result(command.id(), false, "EXPIRED");
            return;
        }
        var before = obeyed.get(command.id());
        if (before != null) {
            link.publish(Topics.RESULT, before, false);
            return;
        }
        switch (command.verb()) {
            case "resend" -> {
                for (var event :
                        outbox.between(
                                Long.parseLong(command.args().getOrDefault("from", "1")),
                                Long.parseLong(command.args().getOrDefault("to", "0")))) {
                    link.publish(Topics.EVENT, event, false);
                }
            }
            case "locate" -> LOG.info("{} shows where it is", topics);
            case "restart" -> restart.run();
            case "renew" -> renew.run();
            case "lock", "unlock", "log", "totals" -> {
                result(command.id(), true, service.obey(command.verb()));
                return;
            }
            default -> {
                result(command.id(), false, "UNKNOWN_VERB");
                return;
            }
        }
        result(command.id(), true, "");
    }

    private void result(String id, boolean ok, String detail) {
        var message = Json.bytes(Map.of("id", id, "ok", ok, "detail", detail), Map.class);
        obeyed.put(id, message);
        link.publish(Topics.RESULT, message, false);
    }
}
