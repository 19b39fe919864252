package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.personalization.issuing.Renewal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge card renew`: the card on a reader gets the newest version of the site's keys.
@Command(name = "renew")
final class RenewCard extends DoorCommand {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    RenewCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        try {
            var became =
                    IssueCard.machines(session, doors)
                            .renew(doors.actor(), RequestId.fresh(), reader);
            return switch (became) {
                case Renewal.Renewed(var medium) ->
                        new Answer.Done(
                                Map.of("medium", medium),
                                List.of(session.text("look.renewed", medium.number())));
                case Renewal.UpToDate(var medium) ->
                        new Answer.Done(
                                Map.of("medium", medium),
                                List.of(session.text("cli.card.up-to-date", medium.number())));
                case Renewal.NotOurs(var uid) -> Answer.refused("look.renew-unknown", uid.hex());
                case Renewal.NotLive _ -> Answer.refused("look.renew-not-live");
            };
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }
}
