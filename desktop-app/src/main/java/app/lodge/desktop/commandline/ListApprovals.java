package app.lodge.desktop.commandline;

import app.lodge.core.approvals.Approval;
import app.lodge.core.approvals.Approvals;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge approvals list`: what waits for a second person (ID-27).
@Command(name = "list")
final class ListApprovals extends DoorCommand {

    ListApprovals(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var open = doors.door(Approvals.class).open(doors.actor());
        return new Answer.Done(
                Map.of("approvals", open), open.stream().map(ListApprovals::line).toList());
    }

    private static String line(Approval approval) {
        return "%6d  %s  %-10s  %14s  %8d  %s  %s  %s"
                .formatted(
                        approval.number(),
                        approval.askedAt(),
                        Values.kebab(approval.matter().verb()),
                        approval.matter().amount(),
                        approval.matter().account().number(),
                        Values.kebab(approval.reason()),
                        approval.reference(),
                        approval.askedByName());
    }
}
