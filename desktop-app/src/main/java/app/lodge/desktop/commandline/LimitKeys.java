package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.LimitOutcome;
import app.lodge.core.media.KeyNumber;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge key limit`: the highest number that the site gives to contact keys (KEY-03).
@Command(name = "limit")
final class LimitKeys extends DoorCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "key.highest")
    String number = "";

    LimitKeys(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var highest =
                KeyNumber.of(number)
                        .orElseThrow(() ->
                                new WrongUsage(
                                        "contact-key.number-range",
                                        Values.shown(number),
                                        KeyNumber.HIGHEST));
        var outcome =
                doors.door(ContactKeys.class)
                        .limit(doors.actor(), RequestId.fresh(), highest.value());
        return switch (outcome) {
            case LimitOutcome.Changed(int most) ->
                    Answer.done(Map.of("highest", most), session.text("cli.key.limited", most));
            case LimitOutcome.InUse(var used) ->
                    Answer.refused("cli.key.limit-in-use", used.shown());
            case LimitOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
