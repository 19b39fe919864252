package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.SelfService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge selfservice unlink`: takes a link away.
@Command(name = "unlink")
final class UnlinkLogin extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LINK", descriptionKey = "selfservice.link")
    long link;

    @Mixin BehalfOptions why = new BehalfOptions();

    UnlinkLogin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return new SelfServiceWords(session)
                .of(
                        doors.door(SelfService.class)
                                .unlink(doors.actor(), why.requestId(), link, why.behalf()));
    }
}
