package app.lodge.reports.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.parameters.Scroll;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The site's cards, fobs, contact keys and apps with their state, in the order of their printed
/// numbers (ID-53). The period counts by the last change.
public final class IssuedCards {

    private static final Comparator<Medium> BY_NUMBER =
            Comparator.comparingLong((Medium medium) -> medium.holder().number())
                    .thenComparing(Medium::kind)
                    .thenComparingInt(Medium::issueNumber);

    private final Media media;
    private final People people;

    public IssuedCards(Media media, People people) {
        this.media = media;
        this.people = people;
    }

    /// @param most rows at most; with more the list is cut one row later, so that the caller sees it
    public Listing list(Actor actor, Given given, Letterhead head, int most) {
        var rows = new ArrayList<Medium>();
        var person = given.number("person").map(PersonId::new);
        if (person.isPresent()) {
            rows.addAll(media.ofPerson(actor, person.get()));
            if (rows.isEmpty()
                    && actor.may(Permission.SEE_PEOPLE)
                    && people.find(actor, person.get()).isEmpty()) {
                return new Listing.Missing(
                        Problem.of("person", person.get().number(), "reports.no-person"));
            }
            rows.removeIf(medium -> !wanted(medium, given, head));
        } else {
            Scroll.<Medium>through(
                    after -> media.list(actor, after, Scroll.PAGE),
                    medium -> {
                        if (wanted(medium, given, head)) {
                            rows.add(medium);
                        }
                        return rows.size() <= most;
                    });
        }
        rows.sort(BY_NUMBER);
        var sheet = new CardsSheet(rows, names(actor, rows), given, head);
        return new Listing.Found(
                person.map(id -> Long.toString(id.number())).orElse(""),
                sheet.table(),
                sheet::paper);
    }

    private static boolean wanted(Medium medium, Given given, Letterhead head) {
        return given.text("state")
                        .map(MediumState::valueOf)
                        .map(medium.state()::equals)
                        .orElse(true)
                && Period.of(given, head.zone()).contains(medium.changedAt());
    }

    /// Names by person; empty for who may not see people.
    private Map<PersonId, String> names(Actor actor, List<Medium> rows) {
        var names = new HashMap<PersonId, String>();
        if (actor.may(Permission.SEE_PEOPLE)) {
            for (var medium : rows) {
                names.computeIfAbsent(
                        medium.holder(),
                        id ->
                                people.find(actor, id)
                                        .map(person -> person.details().fullName())
                                        .orElse(""));
            }
        }
        return names;
    }
}
