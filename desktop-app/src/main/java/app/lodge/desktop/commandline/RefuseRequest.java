package app.lodge.desktop.commandline;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lodge approvals refuse`: the second person's word (ID-27).
@Command(name = "refuse")
final class RefuseRequest extends DoorCommand {

    @Mixin DecisionWords words = new DecisionWords();

    RefuseRequest(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return words.decide(session, doors, false);
    }
}
