package app.lodge.desktop.commandline;

import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.SelfService;
import java.util.EnumMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge selfservice data`: shows a holder’s own data, or asks for changes (ID-09).
@Command(name = "data")
final class OwnDataOfHolder extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LOGIN", descriptionKey = "selfservice.login")
    String login = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FIELD=VALUE",
            descriptionKey = "selfservice.fields")
    List<String> fields = List.of();

    @Mixin BehalfOptions why = new BehalfOptions();

    OwnDataOfHolder(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var request = why.requestId();
        var behalf = why.behalf();
        var wanted = new EnumMap<PersonField, String>(PersonField.class);
        Values.pairs("FIELD=VALUE", fields)
                .forEach((key, value) ->
                        wanted.put(
                                PersonField.named(key)
                                        .orElseThrow(() ->
                                                new WrongUsage(
                                                        "cli.selfservice.field",
                                                        Values.shown(key))),
                                value));
        var answer =
                doors.door(SelfService.class)
                        .onBehalf(
                                doors.actor(),
                                request,
                                SelfServiceWords.login(doors, login),
                                wanted.isEmpty()
                                        ? new HolderRequest.OwnData()
                                        : new HolderRequest.ChangeData(wanted),
                                behalf);
        return new HolderAnswers(session, doors).of(answer);
    }
}
