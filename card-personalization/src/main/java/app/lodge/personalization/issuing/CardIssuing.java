package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.JobState;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoRules.WhereMissing;
import app.lodge.core.settings.Settings;
import app.lodge.core.work.Progress;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.Finding;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.printers.Printers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Makes a person's card: order, feed, encode, read back, print, give out, and only then active
/// (ID-40, ID-43, ID-45). The books learn of every step before it is taken, so that whatever breaks,
/// no card is active that nobody holds, and none is made twice.
public final class CardIssuing {

    private final People people;
    private final PersonsFields fields;
    private final CardJobs jobs;
    private final LayoutShelf layouts;
    private final CardRenderer renderer;
    private final Printers printers;
    private final Encoding encoding;
    private final Function<Actor, PhotoRules> rules;

    /// Where neither rules for photographs nor signatures are kept: the standard ones, and none.
    public CardIssuing(
            People people,
            Settings settings,
            CardJobs jobs,
            LayoutShelf layouts,
            CardRenderer renderer,
            Printers printers,
            Encoding encoding) {
        this(
                people,
                settings,
                jobs,
                layouts,
                renderer,
                printers,
                encoding,
                _ -> PhotoRules.STANDARD,
                (_, _) -> Optional.empty());
    }

    /// @param rules whether a card is printed whose photograph is missing (ID-11)
    /// @param signatures the one of a person that is printed, where there is one (ID-46)
    public CardIssuing(
            People people,
            Settings settings,
            CardJobs jobs,
            LayoutShelf layouts,
            CardRenderer renderer,
            Printers printers,
            Encoding encoding,
            Function<Actor, PhotoRules> rules,
            BiFunction<Actor, PersonId, Optional<byte[]>> signatures) {
        this.people = people;
        this.fields = new PersonsFields(people, settings, signatures);
        this.jobs = jobs;
        this.layouts = layouts;
        this.renderer = renderer;
        this.printers = printers;
        this.encoding = encoding;
        this.rules = rules;
    }

    /// Blocks until the card is out or cannot be made; call it on a thread for that. A stop asked
    /// for is heard up to the moment of printing.
    public IssueOutcome issue(Actor actor, IssueOrder order, Progress<IssueStep> progress) {
        actor.require(Permission.ISSUE_CARDS);
        progress.at(IssueStep.PREPARING);
        var layout = layout(actor, order);
        if (layout.isEmpty()) {
            return new IssueOutcome.LayoutUnknown(order.layout());
        }
        var named = layout.get().plan();
        if (named != null && layouts.plan(actor, layout.get()).isEmpty()) {
            return new IssueOutcome.PlanUnusable(layout.get().reference(), named);
        }
        var person = people.find(actor, order.person());
        if (person.isEmpty()) {
            return new IssueOutcome.PersonUnknown(order.person());
        }
        var cardOrder =
                new CardOrder(
                        order.person(), order.printer(), order.reader(), layout.get().reference());
        return switch (jobs.order(actor, order.request(), cardOrder)) {
            case OrderOutcome.AlreadyUnderWay(CardJob job) -> new IssueOutcome.AlreadyUnderWay(job);
            case OrderOutcome.NoStock(var place) -> new IssueOutcome.NoStock(place);
            case OrderOutcome.PersonBlocked(var id) -> new IssueOutcome.PersonBlocked(id);
            case OrderOutcome.PersonUnknown(var id) -> new IssueOutcome.PersonUnknown(id);
            case OrderOutcome.TooMany(var kind, int most) -> new IssueOutcome.TooMany(kind, most);
            case OrderOutcome.NotCovered(var shortfall) -> new IssueOutcome.NotCovered(shortfall);
            case OrderOutcome.Ordered(CardJob job) ->
                    job.state() == JobState.QUEUED
                            ? begin(actor, job, layout.get(), person.get(), progress)
                            : new IssueOutcome.AlreadyUnderWay(job);
        };
    }

    private Optional<Layout> layout(Actor actor, IssueOrder order) {
        return order.layout().isEmpty()
                ? Optional.of(layouts.of(actor, order.person()))
                : layouts.find(actor, order.layout());
    }

    /// How the person's next card would look: the same pixels as will be printed.
    ///
    /// @param cardNumber `0001234-02`, or what stands for it before there is an order
    public Rendering preview(Actor actor, Layout layout, Person person, String cardNumber) {
        return renderer.render(layout, fields.of(actor, person, cardNumber));
    }

    private IssueOutcome begin(
            Actor actor, CardJob job, Layout layout, Person person, Progress<IssueStep> progress) {
        var rendering = preview(actor, layout, person, job.cardNumber());
        var problems = problems(actor, person, rendering);
        if (!problems.isEmpty()) {
            var cancelled = cancel(actor, job, "not printable");
            return new IssueOutcome.NotPrintable(cancelled, problems);
        }
        try (var printer = printers.open(job.printer())) {
            var status = printer.status();
            if (status.cardInside()) {
                // Left over from a broken run, whose job has been or will be settled by itself.
                printer.reject();
                status = printer.status();
            }
            if (status.blocking() != null) {
                return new IssueOutcome.NotStarted(
                        cancel(actor, job, status.blocking().toString()), status.blocking());
            }
            if (progress.stopRequested()) {
                return new IssueOutcome.Stopped(cancel(actor, job, "stopped"));
            }
            if (printer.capabilities().canHoldCard()) {
                encoding.expectPrinters(job);
            }
            var attempt = new Attempt(actor, job, jobs, printer, encoding, progress);
            return attempt.make(rendering.faces(), status.evidence());
        } catch (DeviceException e) {
            return new IssueOutcome.NotStarted(cancel(actor, job, e.fault().toString()), e.fault());
        }
    }

    /// Whoever has no name has neither photograph nor signature (ID-12).
    private List<Problem> problems(Actor actor, Person person, Rendering rendering) {
        var problems =
                new ArrayList<>(
                        rendering.findings().stream()
                                .filter(Finding::blocks)
                                .map(Finding::problem)
                                .toList());
        rendering.findings().stream()
                .filter(Finding.PhotoMissing.class::isInstance)
                .map(Finding::element)
                .findFirst()
                .filter(_ -> !person.details().nameless())
                .filter(_ -> rules.apply(actor).whereMissing() == WhereMissing.NEVER)
                .ifPresent(
                        element -> problems.add(Problem.of(element, "", "layouts.photo-needed")));
        rendering.findings().stream()
                .filter(_ -> !person.details().nameless())
                .filter(finding ->
                        finding instanceof Finding.SignatureMissing(var _, var needed) && needed)
                .map(Finding::problem)
                .forEach(problems::add);
        return problems;
    }

    private CardJob cancel(Actor actor, CardJob job, String reason) {
        var evidence = new LinkedHashMap<>(job.evidence());
        evidence.put("cancelled", reason);
        return jobs.advance(actor, job.id(), JobState.CANCELLED, evidence);
    }
}
