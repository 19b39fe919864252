package app.lodge.bridge;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.site.Site;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// People who do not exist, with money and a card that nobody made.
final class MadeUpHolders {

    private static final long MINOR = 5_000;
    private static final List<JobState> ON_THE_WAY =
            List.of(
                    JobState.ENCODING,
                    JobState.ENCODED,
                    JobState.VERIFIED,
                    JobState.PRINTING,
                    JobState.PRINTED,
                    JobState.ISSUED);

    private final Site site;
    private final Actor staff;
    private final Currency currency;

    private MadeUpHolders(Site site, Actor staff, Currency currency) {
        this.site = site;
        this.staff = staff;
        this.currency = currency;
    }

    static MadeUpHolders in(Site site, Actor staff, Currency currency) {
        return new MadeUpHolders(site, staff, currency);
    }

    void make(int count) {
        for (var number = 1; number <= count; number++) {
            one(number);
        }
    }

    /// Of the card of somebody, from 1; upper-case hex.
    static String uid(int number) {
        return "04%010X80".formatted(number);
    }

    private void one(int number) {
        var enrolled =
                (EnrolOutcome.Enrolled)
                        site.people()
                                .enrol(
                                        staff,
                                        request("enrol", number),
                                        PersonDetails.named("Guest", "Number " + number),
                                        EnrolOutcome.Duplicates.ACCEPTED);
        var person = enrolled.person().id();
        site.accounts()
                .topUp(
                        staff,
                        request("top-up", number),
                        site.accounts().ofPerson(staff, person).orElseThrow().id(),
                        new Money(MINOR, currency),
                        PaymentMeans.CASH);
        var ordered =
                (CardJobs.OrderOutcome.Ordered)
                        site.cardJobs()
                                .order(
                                        staff,
                                        request("card", number),
                                        new CardJobs.CardOrder(
                                                person, "virtual:", "virtual:", "standard"));
        var job = ordered.job();
        site.cardJobs().advance(staff, job.id(), JobState.FED, Map.of());
        site.cardJobs().bind(staff, job.id(), new Uid(uid(number)), "DESFire EV3", 1);
        for (var state : ON_THE_WAY) {
            job = site.cardJobs().advance(staff, job.id(), state, Map.of());
        }
    }

    private static RequestId request(String what, int number) {
        return new RequestId("made-up-" + what + "-" + number);
    }
}
