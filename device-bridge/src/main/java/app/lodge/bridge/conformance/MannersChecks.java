package app.lodge.bridge.conformance;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import java.util.List;

/// Everything that the device said in the whole run.
final class MannersChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("well-formed", MannersChecks::wellFormed),
                    Check.of("own-topics", MannersChecks::ownTopics));

    private MannersChecks() {}

    private static void wellFormed(Bench bench) throws Fault {
        for (var tail :
                List.of(
                        Topics.HELLO,
                        Topics.PRESENCE,
                        Topics.REPORTED,
                        Topics.EVENT,
                        Topics.ASK,
                        Topics.RESULT)) {
            for (var message : bench.since(0, tail)) {
                try {
                    read(tail, message.payload());
                } catch (MalformedMessage e) {
                    throw new Fault(
                            "conform.fault.malformed",
                            "up/" + tail,
                            String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private static void read(String tail, byte[] payload) throws MalformedMessage {
        switch (tail) {
            case Topics.HELLO -> Up.Hello.read(payload);
            case Topics.PRESENCE -> Up.Presence.read(payload);
            case Topics.REPORTED -> Up.Reported.read(payload);
            case Topics.EVENT -> Up.Event.read(payload);
            case Topics.ASK -> Up.Ask.read(payload);
            default -> Up.Result.read(payload);
        }
    }

    private static void ownTopics(Bench bench) throws Fault {
        var refusals = bench.refusals();
        if (!refusals.isEmpty()) {
            throw new Fault("conform.fault.refused", refusals.getFirst());
        }
    }
}
