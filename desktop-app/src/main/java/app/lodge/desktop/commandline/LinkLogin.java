package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.Proof;
import app.lodge.core.selfservice.SelfService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge selfservice link`: by proof of identity that the clerk has looked at (ID-23).
@Command(name = "link")
final class LinkLogin extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LOGIN", descriptionKey = "selfservice.login")
    String login = "";

    @Parameters(index = "1", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(
            names = "--proof",
            required = true,
            paramLabel = "PROOF",
            descriptionKey = "selfservice.proof")
    String proof = "";

    @Mixin LinkOptions options = new LinkOptions();

    @Mixin CurrencyOption in = new CurrencyOption();

    @Mixin BehalfOptions why = new BehalfOptions();

    LinkLogin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var request = why.requestId();
        var behalf = why.behalf();
        var seen = Values.choice("--proof", proof, Proof.class);
        var wanted = options.wanted(in.accountOf(doors, "PERSON", person).id());
        return new SelfServiceWords(session)
                .of(
                        doors.door(SelfService.class)
                                .link(
                                        doors.actor(),
                                        request,
                                        SelfServiceWords.login(doors, login),
                                        wanted,
                                        seen,
                                        behalf));
    }
}
