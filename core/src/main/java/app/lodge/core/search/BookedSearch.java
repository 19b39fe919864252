package app.lodge.core.search;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.SoughtNumber;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.people.index.Folding;
import app.lodge.core.search.SearchStore.FoundAccount;
import app.lodge.core.search.SearchStore.FoundCard;
import app.lodge.core.search.SearchStore.FoundDevice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One text against all the numbers and names that it may be.
final class BookedSearch implements Search {

    private static final int MOST = 50;
    private static final int LONGEST = 200;

    /// `0001234-01`, as printed on a card; the barcode leaves the dash out.
    private static final Pattern CARD_NUMBER = Pattern.compile("([0-9]{1,10})-([0-9]{1,2})");

    private static final Pattern BARE_CARD_NUMBER = Pattern.compile("([0-9]{7})([0-9]{2})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Register people;
    private final SearchStore store;

    BookedSearch(Register people, SearchStore store) {
        this.people = people;
        this.store = store;
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "A search for %d hits is outside 1 to %d".formatted(limit, MOST));
        }
        var sought = text.strip();
        if (sought.isEmpty() || sought.length() > LONGEST) {
            return List.of();
        }
        Set<Hit> hits = new LinkedHashSet<>();
        if (actor.may(Permission.SEE_MEDIA)) {
            cards(sought).stream()
                    .filter(card -> reached(actor, card.holder()))
                    .forEach(card -> hits.add(hit(actor, card)));
        }
        if (actor.may(Permission.SEE_ACCOUNTS) && NUMBER.matcher(sought).matches()) {
            store.account(Long.parseLong(sought)).stream()
                    .filter(account -> reached(actor, account.holder()))
                    .forEach(account -> hits.add(hit(actor, account)));
        }
        if (actor.may(Permission.SEE_PEOPLE)) {
            people.best(actor, sought, limit).forEach(person -> hits.add(hit(person)));
        }
        if (actor.may(Permission.SEE_DEVICES)) {
            hits.addAll(devices(sought));
        }
        return hits.stream().limit(limit).toList();
    }

    private boolean reached(Actor actor, @Nullable Long holder) {
        return holder == null || people.reach().reaches(actor, new PersonId(holder));
    }

    private List<FoundCard> cards(String sought) {
        var found = new ArrayList<FoundCard>();
        for (var form : List.of(CARD_NUMBER, BARE_CARD_NUMBER)) {
            var number = form.matcher(sought);
            if (number.matches()) {
                found.addAll(
                        store.cardsOf(
                                Long.parseLong(number.group(1)),
                                Integer.parseInt(number.group(2))));
            }
        }
        KeyNumber.of(sought).ifPresent(number -> found.addAll(store.keysNumbered(number)));
        found.addAll(store.cardsWith(SoughtNumber.of(sought)));
        return found;
    }

    private List<Hit> devices(String sought) {
        var words = Folding.words(sought);
        return store.devices().stream()
                .filter(device -> {
                    var all =
                            Folding.fold(
                                    device.name() + '\n' + device.label() + '\n' + device.place());
                    return !words.isEmpty() && words.stream().allMatch(all::contains);
                })
                .map(BookedSearch::hit)
                .toList();
    }

    private Hit hit(Actor actor, FoundCard card) {
        return new Hit(
                Kind.CARD,
                card.number(),
                "%07d-%02d"
                        .formatted(
                                Objects.requireNonNullElse(card.holder(), 0L), card.issueNumber()),
                holder(actor, card.holder()));
    }

    private Hit hit(Actor actor, FoundAccount account) {
        return new Hit(
                Kind.ACCOUNT,
                account.number(),
                Long.toString(account.number()),
                holder(actor, account.holder()));
    }

    private static Hit hit(Person person) {
        var details = person.details();
        var number = "%07d".formatted(person.id().number());
        return new Hit(
                Kind.PERSON,
                person.id().number(),
                details.fullName(),
                details.group().isEmpty() ? number : number + " · " + details.group());
    }

    private static Hit hit(FoundDevice device) {
        return new Hit(
                Kind.DEVICE,
                device.number(),
                device.label(),
                device.place().isEmpty() ? device.name() : device.name() + " · " + device.place());
    }

    /// A card or account is found by its number without telling whose it is.
    private String holder(Actor actor, @Nullable Long person) {
        if (person == null || !actor.may(Permission.SEE_PEOPLE)) {
            return "";
        }
        return people.find(actor, new PersonId(person))
                .map(one -> one.details().fullName())
                .orElse("");
    }
}
