package app.lodge.desktop.carddesk;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.media.ChipNumber;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.PrintedNumber;
import app.lodge.core.media.Uid;
import app.lodge.core.people.Person;
import app.lodge.core.search.Search.Kind;
import app.lodge.desktop.shell.Doors;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A number as somebody typed it or a reader gave it, and what carries it.
///
/// @param typed as it came
/// @param read the chip's number that it stands for at first sight; empty if it is none
/// @param found whatever has this number in any way of printing it, the newest first
public record NumberSeen(String typed, Optional<Uid> read, List<Found> found) {

    private static final int AT_MOST = 12;

    public NumberSeen {
        found = List.copyOf(found);
    }

    /// @param holder empty if it is nobody's, or whose it is must not be told
    public record Found(Medium medium, Optional<Person> holder) {}

    /// Looks in the books; waits for the bridge.
    static NumberSeen of(String typed, Doors doors, Actor actor) {
        var found =
                doors.search().find(actor, typed, AT_MOST).stream()
                        .filter(hit -> hit.kind() == Kind.CARD)
                        .flatMap(hit ->
                                doors.media().find(actor, new MediumId(hit.number())).stream())
                        .map(medium -> new Found(medium, holder(medium, doors, actor)))
                        .toList();
        return new NumberSeen(typed, ChipNumber.of(typed), found);
    }

    private static Optional<Person> holder(Medium medium, Doors doors, Actor actor) {
        return actor.may(Permission.SEE_PEOPLE)
                ? doors.people().find(actor, medium.holder())
                : Optional.empty();
    }

    /// Every way that readers print the number of what was found, else of what was read.
    public List<PrintedNumber> readings() {
        var chips = found.stream().map(one -> one.medium().uid()).filter(Objects::nonNull).toList();
        var chip = chips.isEmpty() ? read : Optional.ofNullable(chips.getFirst());
        return chip.map(PrintedNumber::of).orElse(List.of());
    }
}
