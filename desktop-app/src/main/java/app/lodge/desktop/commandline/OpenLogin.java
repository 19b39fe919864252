package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.SelfService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge selfservice open`: a self-service account for an address (ID-22).
@Command(name = "open")
final class OpenLogin extends DoorCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", descriptionKey = "selfservice.email")
    String email = "";

    @Mixin BehalfOptions why = new BehalfOptions();

    OpenLogin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return new SelfServiceWords(session)
                .of(
                        doors.door(SelfService.class)
                                .open(doors.actor(), why.requestId(), email, why.behalf()));
    }
}
