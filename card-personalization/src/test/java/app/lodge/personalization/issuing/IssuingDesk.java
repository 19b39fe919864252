package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.work.Progress;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.SiteLayouts;
import app.lodge.personalization.printers.PrinterDriver;
import app.lodge.personalization.printers.Printers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/// A card desk at a small site: one person, one clerk, the parts given.
public final class IssuingDesk {

    static final Actor CLERK = new Actor(1, "Eva", Role.CLERK, "desk");
    private static final CardRenderer RENDERER = new CardRenderer();

    final BookOfJobs jobs;
    final Printers printers;
    final CardIssuing issuing;
    final LackingLook lacking;
    final SiteLayouts layouts = new SiteLayouts();
    final BrokenJobs broken;

    /// What the site says of photographs.
    PhotoRules photos = PhotoRules.STANDARD;

    /// Hannah's, once one was taken.
    byte[] photo;

    /// Hannah's, once she has written it.
    byte[] signature;

    IssuingDesk(Path folder, BookOfJobs jobs, Encoding encoding, PrinterDriver... drivers) {
        this.jobs = jobs;
        this.printers = new Printers(drivers);
        var shelf =
                new LayoutShelf(
                        layouts,
                        new LayoutProof(RENDERER),
                        new LayoutPlans(new OnePlan(ShippedPlans.lodgeId())));
        this.issuing =
                new CardIssuing(
                        new OnePerson(),
                        new FixedSettings(),
                        jobs,
                        shelf,
                        RENDERER,
                        printers,
                        encoding,
                        _ -> photos,
                        (_, _) -> Optional.ofNullable(signature));
        this.lacking =
                new LackingLook(
                        new OnePerson(),
                        new PersonsFields(
                                new OnePerson(),
                                new FixedSettings(),
                                (_, _) -> Optional.ofNullable(signature)),
                        shelf);
        this.broken = new BrokenJobs(jobs, printers);
    }

    /// What ships, by the plans of a site.
    public static LayoutShelf shelf(EncodingPlans plans) {
        return new LayoutShelf(
                new SiteLayouts(), new LayoutProof(RENDERER), new LayoutPlans(plans));
    }

    IssueOutcome issue(String printer) {
        return issue(printer, Progress.unwatched());
    }

    IssueOutcome issue(String printer, Progress<IssueStep> progress) {
        var order =
                new IssueOrder(
                        RequestId.fresh(), BookOfJobs.HANNAH, printer, "in-process", "staff");
        return issuing.issue(CLERK, order, progress);
    }

    private static final class FixedSettings implements Settings {
        @Override
        public SiteSettings site(Actor actor) {
            return SiteSettings.of(
                    "Nordhafen", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en");
        }

        @Override
        public SettingsOutcome change(Actor actor, RequestId request, SiteSettings settings) {
            throw new UnsupportedOperationException();
        }
    }

    private final class OnePerson implements People {
        @Override
        public Optional<Person> find(Actor actor, PersonId id) {
            return id.equals(BookOfJobs.HANNAH)
                    ? Optional.of(
                            new Person(
                                    id,
                                    PersonState.ACTIVE,
                                    1,
                                    PersonDetails.named("Hannah", "Lindqvist"),
                                    Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public Optional<byte[]> photo(Actor actor, PersonId id) {
            return Optional.ofNullable(photo);
        }

        @Override
        public EnrolOutcome enrol(
                Actor actor,
                RequestId request,
                PersonDetails details,
                EnrolOutcome.Duplicates duplicates) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EnrolOutcome enrolNameless(Actor actor, RequestId request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChangeOutcome change(
                Actor actor,
                RequestId request,
                PersonId id,
                int seenRevision,
                PersonDetails details) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChangeOutcome block(
                Actor actor,
                RequestId request,
                PersonId id,
                app.lodge.core.accounts.BlockReason reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChangeOutcome unblock(Actor actor, RequestId request, PersonId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Person> list(Actor actor, String text, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(Actor actor, String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PhotoOutcome photograph(Actor actor, RequestId request, PersonId id, byte[] jpeg) {
            throw new UnsupportedOperationException();
        }
    }
}
