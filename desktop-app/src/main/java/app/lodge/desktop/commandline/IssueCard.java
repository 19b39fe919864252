package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Signatures;
import app.lodge.core.purse.Purses;
import app.lodge.core.settings.Settings;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.CardMachines;
import app.lodge.desktop.workstation.CardMachines.CardDoors;
import app.lodge.desktop.workstation.CardsInMaking;
import app.lodge.desktop.workstation.DeskReaders;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card issue`: encodes, reads back, prints and activates one card (ID-40).
@Command(name = "issue")
final class IssueCard extends DoorCommand {

    @Parameters(paramLabel = "PERSON", arity = "0..1", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--nameless", descriptionKey = "card.issue.nameless")
    boolean nameless;

    @Option(names = "--reader", paramLabel = "NAME", descriptionKey = "card.reader")
    String reader = DeskReaders.VIRTUAL;

    @Option(
            names = "--printer",
            paramLabel = "ADDRESS",
            required = true,
            descriptionKey = "card.issue.printer")
    String printer = "";

    @Option(names = "--layout", paramLabel = "NAME", descriptionKey = "card.issue.layout")
    String layout = "";

    @Option(names = "--cash", descriptionKey = "card.issue.cash")
    boolean cash;

    IssueCard(Session session) {
        super(session);
    }

    static CardMachines machines(Session session, Doors doors) {
        return new CardMachines(
                session.home(),
                new CardsInMaking(session.home()),
                new CardDoors(
                        doors.door(People.class),
                        doors.door(Settings.class),
                        doors.door(CardJobs.class),
                        doors.door(CardKeys.class),
                        doors.door(Media.class),
                        doors.door(Purses.class),
                        doors.door(EncodingPlans.class),
                        doors.door(CardLayouts.class),
                        doors.door(Portraits.class),
                        doors.door(Signatures.class)));
    }

    @Override
    Answer answer(Doors doors) {
        if (nameless != person.isEmpty()) {
            throw new WrongUsage("cli.card.whose");
        }
        if (!printer.matches("(evolis|ipp|ipps|os|file):.+")) {
            throw new WrongUsage("cli.card.printer", "--printer", Values.shown(printer));
        }
        return nameless ? withoutName(doors) : issued(doors, Values.person("PERSON", person));
    }

    private Answer issued(Doors doors, PersonId holder) {
        var order = new IssueOrder(RequestId.fresh(), holder, printer, reader, layout);
        if (cash) {
            var refused = MissingCash.takeIn(doors, holder);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        try {
            return said(machines(session, doors).issue(doors.actor(), order, Progress.unwatched()));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.machine", words(e.fault()));
        }
    }

    /// An ID without personal data, for this card (ID-12).
    private Answer withoutName(Doors doors) {
        return switch (doors.door(People.class).enrolNameless(doors.actor(), RequestId.fresh())) {
            case EnrolOutcome.Enrolled(var enrolled, var _) -> issued(doors, enrolled.id());
            case EnrolOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case EnrolOutcome.PossibleDuplicate _ ->
                    throw new IllegalStateException("Somebody is like an ID without a name");
        };
    }

    private Answer said(IssueOutcome outcome) {
        return switch (outcome) {
            case IssueOutcome.Issued(var job, var uid) ->
                    Answer.done(
                            Map.of("job", job, "uid", uid, "number", job.cardNumber()),
                            session.text("cli.card.issued", job.cardNumber(), job.reader()));
            case IssueOutcome.AlreadyUnderWay(var job) ->
                    Answer.refused("cli.card.under-way", String.valueOf(job.id().number()));
            case IssueOutcome.PersonUnknown(var unknown) ->
                    Answer.refused("cli.no-such-person", String.valueOf(unknown.number()));
            case IssueOutcome.PersonBlocked(var blocked) ->
                    Answer.refused("cli.card.person-blocked", String.valueOf(blocked.number()));
            case IssueOutcome.TooMany(var kind, int most) ->
                    Answer.refused("issue.too-many." + Values.kebab(kind), most);
            case IssueOutcome.NoStock(var place) -> Answer.refused("cli.card.no-stock", place);
            case IssueOutcome.NotCovered(var shortfall) ->
                    Answer.refused(
                            shortfall.cashTaken()
                                    ? "cli.card.not-covered-cash"
                                    : "cli.card.not-covered",
                            shortfall.owed().toString(),
                            shortfall.missing().toString());
            case IssueOutcome.LayoutUnknown(var unknown) ->
                    Answer.refused("cli.card.layout", Values.shown(unknown));
            case IssueOutcome.PlanUnusable(var named, var unusable) ->
                    Answer.refused("issue.plan-unusable", Values.shown(named), unusable);
            case IssueOutcome.NotPrintable(var _, var problems) -> new Answer.Faulty(problems);
            case IssueOutcome.NotStarted(var _, var fault) ->
                    Answer.refused("cli.card.machine", words(fault));
            case IssueOutcome.Stopped(var job) ->
                    Answer.refused("cli.card.stopped", job.cardNumber());
            case IssueOutcome.Spoiled(var job, var _, var fault) ->
                    Answer.refused("cli.card.spoiled", job.cardNumber(), words(fault));
            case IssueOutcome.Unresolved(var job, var _, var _) -> unresolved(job.cardNumber());
            case IssueOutcome.ToBeConfirmed(var job) -> unresolved(job.cardNumber());
        };
    }

    private String words(DeviceFault fault) {
        return FaultWords.of(session.texts(), fault);
    }

    private static Answer unresolved(String number) {
        return new Answer.Refused("cli.card.unresolved", List.of(number), Map.of(), List.of());
    }
}
