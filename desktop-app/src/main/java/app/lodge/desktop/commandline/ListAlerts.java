package app.lodge.desktop.commandline;

import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Watch;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge watch alerts`: what was found; with `--open` only what holds and nobody has acknowledged.
@Command(name = "alerts")
final class ListAlerts extends DoorCommand {

    private static final int SHOWN = 200;

    @Option(names = "--open", descriptionKey = "watch.open")
    boolean open;

    ListAlerts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var alerts =
                doors.door(Watch.class).alerts(doors.actor(), SHOWN).stream()
                        .filter(alert -> !open || alert.waits())
                        .toList();
        return alerts.isEmpty()
                ? Answer.done(Map.of("alerts", alerts), session.text("cli.watch.no-alerts"))
                : new Answer.Done(
                        Map.of("alerts", alerts), alerts.stream().map(this::line).toList());
    }

    private String line(Alert alert) {
        var state = alert.endedAt() != null ? "over" : alert.waits() ? "waits" : "known";
        return "%5d  %-6s  %s  %s"
                .formatted(
                        alert.id(),
                        state,
                        alert.raisedAt(),
                        session.text(
                                "watch.alert." + Texts.kebab(alert.matter()),
                                alert.what(),
                                alert.amount(),
                                alert.code()));
    }
}
