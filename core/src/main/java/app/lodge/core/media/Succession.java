package app.lodge.core.media;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.media.MediaLife.Rules;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a new medium of a person takes the place of, and whether it may be beside the others (ID-07, ID-43).
///
/// A new one always takes the place of those that are blocked. Where one card at a time is the site's rule,
/// it takes the place of the valid card too; every other medium is refused while as many as the site allows
/// are valid.
final class Succession {

    private final MediumStore media;
    private final BlankStock stock;
    private final IssueCharges charges;

    Succession(MediumStore media, BlankStock stock, IssueCharges charges) {
        this.media = media;
        this.stock = stock;
        this.charges = charges;
    }

    static Rules rules(Optional<String> document) {
        return document.map(text -> Json.read(text, Rules.class)).orElseGet(Rules::usual);
    }

    private static Rules rules(Tx tx) {
        return rules(Documents.find(tx, BookedMediaLife.DOCUMENT));
    }

    private static int most(Rules rules, MediumKind kind) {
        return rules.activeAtOnce().getOrDefault(kind, 0);
    }

    /// The live media that a new one takes the place of, the newest first; never one that is lent.
    List<Medium> before(Tx tx, PersonId person, MediumKind kind) {
        return replaced(rules(tx), media.ofPerson(tx.sql(), person), kind);
    }

    /// @param all of one person, the newest first
    static List<Medium> replaced(Rules rules, List<Medium> all, MediumKind kind) {
        boolean one = kind == MediumKind.CARD && most(rules, kind) == 1;
        return own(all, kind).stream()
                .filter(older -> one || older.state() == MediumState.BLOCKED)
                .toList();
    }

    /// @return how many the site allows, if as many are valid and none of them would give way
    Optional<Integer> refusal(Tx tx, PersonId person, MediumKind kind) {
        int most = most(rules(tx), kind);
        if (most == 0 || kind == MediumKind.CARD && most == 1) {
            return Optional.empty();
        }
        long valid =
                own(media.ofPerson(tx.sql(), person), kind).stream()
                        .filter(medium -> medium.state() == MediumState.ACTIVE)
                        .count();
        return valid < most ? Optional.empty() : Optional.of(most);
    }

    private static List<Medium> own(List<Medium> all, MediumKind kind) {
        return all.stream()
                .filter(medium -> medium.kind() == kind && !medium.loan())
                .filter(medium -> MediumStore.LIVE.contains(medium.state()))
                .toList();
    }

    /// The new one lives and those before it do not, in one breath: its blank is taken, its fee booked.
    ///
    /// @param prepared the medium in the state PREPARING
    /// @param cause what the stock says of it: `job:12`, `medium:7`
    Medium issue(Tx tx, Medium prepared, String cause) {
        var before = before(tx, prepared.holder(), prepared.kind());
        for (Medium older : before) {
            Medium replaced = media.enter(tx, older, MediumState.REPLACED, null);
            stock.entered(tx, replaced);
            BookedMedia.journal(tx, "media.replaced", replaced, Map.of("by", prepared.number()));
        }
        Medium active = media.enter(tx, prepared, MediumState.ACTIVE, null);
        stock.issued(tx, active, cause);
        charges.issued(tx, active, before);
        return active;
    }
}
