package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.SelfService;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge selfservice rights`: what a link gives, and until when (ID-25).
@Command(name = "rights")
final class ChangeLinkRights extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LINK", descriptionKey = "selfservice.link")
    long link;

    @Parameters(
            index = "1",
            split = ",",
            paramLabel = "RIGHT",
            descriptionKey = "selfservice.rights")
    List<String> rights = List.of();

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "selfservice.until")
    String until = "";

    @Mixin BehalfOptions why = new BehalfOptions();

    ChangeLinkRights(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return new SelfServiceWords(session)
                .of(
                        doors.door(SelfService.class)
                                .change(
                                        doors.actor(),
                                        why.requestId(),
                                        link,
                                        LinkOptions.rights(rights),
                                        LinkOptions.day(until),
                                        why.behalf()));
    }
}
