package app.lodge.desktop.commandline;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lodge approvals approve`: the second person's word (ID-27).
@Command(name = "approve")
final class ApproveRequest extends DoorCommand {

    @Mixin DecisionWords words = new DecisionWords();

    ApproveRequest(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return words.decide(session, doors, true);
    }
}
