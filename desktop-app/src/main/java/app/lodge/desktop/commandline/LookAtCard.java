package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.desktop.carddesk.LookedAt;
import app.lodge.desktop.carddesk.Stored;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge card look`: what the medium on a reader is, whatever it is, whose, what is stored with it, and
/// what is wrong with it (ID-47, CHAIN-32).
@Command(name = "look")
final class LookAtCard extends DoorCommand {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    LookAtCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        try {
            var machines = IssueCard.machines(session, doors);
            var actor = doors.actor();
            var card =
                    LookedAt.of(
                            machines.look(actor, reader),
                            actor,
                            doors.door(Media.class),
                            doors.door(People.class));
            var stored =
                    Stored.of(
                            card,
                            actor,
                            doors.door(Accounts.class),
                            () -> machines.purse(actor, reader));
            return said(doors, card, stored);
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    Answer said(Doors doors, LookedAt card, Stored stored) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("seen", card.found().seen());
        card.found().identity().ifPresent(identity -> facts.put("card", identity));
        card.medium().ifPresent(medium -> facts.put("medium", medium));
        card.holder().ifPresent(holder -> facts.put("holder", holder));
        facts.put("numbers", card.numbers());
        facts.putAll(facts(stored));
        var lines = new ArrayList<String>();
        lines.add(Wording.of(session.texts(), card.title()));
        card.holder()
                .ifPresent(holder ->
                        lines.add(session.text("cli.card.holder", holder.details().fullName())));
        for (var finding : card.findings()) {
            lines.add(Wording.of(session.texts(), finding.words()));
        }
        lines.addAll(lines(doors, stored));
        for (var place : card.places()) {
            lines.add(place.name() + ": " + LookedAt.words(place));
        }
        for (var number : card.numbers()) {
            lines.add(
                    session.text(Wording.key("look.number", number.form())) + ": " + number.text());
        }
        return new Answer.Done(facts, lines);
    }

    private static Map<String, Object> facts(Stored stored) {
        return switch (stored) {
            case Stored.InPurse(var look) -> Map.of("purse", PurseAnswers.facts(look));
            case Stored.Unread(var fault) -> Map.of("purseFault", fault);
            case Stored.OnAccounts(var accounts) -> Map.of("accounts", accounts);
            case Stored.Untold _ -> Map.of();
        };
    }

    private List<String> lines(Doors doors, Stored stored) {
        return switch (stored) {
            case Stored.InPurse(var look) -> PurseAnswers.lines(session, doors, look);
            case Stored.Unread(var fault) ->
                    List.of(
                            session.text(
                                    "look.purse-unread", FaultWords.of(session.texts(), fault)));
            case Stored.OnAccounts(var accounts) ->
                    accounts.stream().flatMap(line -> lines(line).stream()).toList();
            case Stored.Untold _ -> List.of();
        };
    }

    private List<String> lines(Stored.Line line) {
        var account = line.account();
        var lines = new ArrayList<String>();
        lines.add(
                session.text("look.on-account")
                        + ": "
                        + session.text(
                                "cli.account.amounts",
                                account.balance().toString(),
                                account.reserved().toString(),
                                account.overdraft().toString(),
                                account.available().toString()));
        if (account.blocked()) {
            var reason = account.blockReason();
            lines.add(
                    session.text(
                            "cli.account.blocked", reason == null ? "" : Values.kebab(reason)));
        }
        line.newest().forEach(movement -> lines.add(ShowAccount.line(movement)));
        return lines;
    }
}
