package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfService.LoginOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge selfservice login`: shows, blocks, unblocks or ends a self-service account (ID-22, ID-57).
@Command(name = "login")
final class StateOfLogin extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LOGIN", descriptionKey = "selfservice.login")
    String login = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WHAT",
            descriptionKey = "selfservice.state")
    String what = "show";

    @Mixin BehalfOptions why = new BehalfOptions();

    private enum What {
        SHOW,
        BLOCK,
        UNBLOCK,
        END
    }

    StateOfLogin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var request = why.requestId();
        var behalf = why.behalf();
        var verb = Values.choice("WHAT", what, What.class);
        var id = SelfServiceWords.login(doors, login);
        var door = doors.door(SelfService.class);
        var actor = doors.actor();
        return new SelfServiceWords(session)
                .of(
                        switch (verb) {
                            case SHOW -> new LoginOutcome.Done(door.find(actor, id).orElseThrow());
                            case BLOCK -> door.block(actor, request, id, behalf);
                            case UNBLOCK -> door.unblock(actor, request, id, behalf);
                            case END -> door.end(actor, request, id, behalf);
                        });
    }
}
