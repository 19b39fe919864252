package app.lodge.desktop.commandline;

import app.lodge.core.devices.Pushes.Preview;
import app.lodge.core.devices.Pushes.PushOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A push in words: what would change, what has been sent.
final class PushWords {

    private PushWords() {}

    static Answer shown(Session session, Preview preview) {
        var lines = lines(session, preview);
        lines.add(
                session.text(
                        preview.changes().isEmpty()
                                ? "cli.settings.nothing"
                                : "cli.settings.preview",
                        preview.devices()));
        return new Answer.Done(Map.of("preview", preview, "sent", false), lines);
    }

    static Answer sent(Session session, Preview preview, PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Pushed(var push) -> {
                var lines = lines(session, preview);
                lines.add(session.text("cli.settings.sent", push.number(), push.devices()));
                yield new Answer.Done(Map.of("push", push, "sent", true), lines);
            }
            case PushOutcome.Overtaken(var now) ->
                    new Answer.Refused(
                            "cli.settings.overtaken",
                            List.of(),
                            Map.of("preview", now),
                            lines(session, now));
            case PushOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static List<String> lines(Session session, Preview preview) {
        var lines = new ArrayList<String>();
        preview.changes()
                .forEach(change ->
                        lines.add(
                                "%s  %s  %s → %s"
                                        .formatted(
                                                change.name(),
                                                change.setting(),
                                                change.from(),
                                                change.to())));
        preview.untouched()
                .forEach(left ->
                        lines.add(
                                session.text(
                                        "cli.settings.left",
                                        left.name(),
                                        left.setting(),
                                        session.text(
                                                "push-untouched." + Values.kebab(left.why())))));
        return lines;
    }
}
