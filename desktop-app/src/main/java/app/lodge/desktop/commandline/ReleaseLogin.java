package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.SelfService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge selfservice release`: asks for a code to be sent to the owner, or gives the code (ID-23).
@Command(name = "release")
final class ReleaseLogin extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LOGIN", descriptionKey = "selfservice.login")
    String login = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERSON",
            descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--link", paramLabel = "NUMBER", descriptionKey = "selfservice.link")
    long link;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "selfservice.code")
    String code = "";

    @Mixin LinkOptions options = new LinkOptions();

    @Mixin CurrencyOption in = new CurrencyOption();

    @Mixin BehalfOptions why = new BehalfOptions();

    ReleaseLogin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        if (person.isEmpty() == code.isEmpty() || code.isEmpty() != (link == 0)) {
            throw new WrongUsage("cli.selfservice.release-either");
        }
        var request = why.requestId();
        var behalf = why.behalf();
        var wanted =
                code.isEmpty()
                        ? new HolderRequest.AskRelease(
                                options.wanted(in.accountOf(doors, "PERSON", person).id()))
                        : new HolderRequest.Release(link, code);
        var answer =
                doors.door(SelfService.class)
                        .onBehalf(
                                doors.actor(),
                                request,
                                SelfServiceWords.login(doors, login),
                                wanted,
                                behalf);
        return new HolderAnswers(session, doors).of(answer);
    }
}
