package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Statements.Centre;
import app.lodge.core.accounts.Statements.Clerk;
import app.lodge.core.accounts.Statements.Means;
import app.lodge.core.accounts.Statements.Place;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.Optional;

/// What can be filtered by, in words.
final class FilterWords {

    private final Kit kit;

    FilterWords(Kit kit) {
        this.kit = kit;
    }

    <E extends Enum<E>> String orAny(String prefix, Optional<E> one) {
        return one.map(some -> Wording.of(kit.texts(), prefix, some))
                .orElseGet(() -> kit.text("filter.any"));
    }

    String of(Place place) {
        if (place.equals(FilterViewModel.ANYWHERE)) {
            return kit.text("filter.any");
        }
        return place.equals(FilterViewModel.COUNTER) ? kit.text("filter.counter") : place.label();
    }

    String of(Centre centre) {
        if (centre.equals(FilterViewModel.OWN_MONEY)) {
            return kit.text("filter.own-money");
        }
        return centre.equals(FilterViewModel.ANY_CENTRE)
                ? kit.text("filter.any-centre")
                : centre.label();
    }

    String of(Means medium) {
        return medium.equals(MarksViewModel.ANY_MEDIUM)
                ? kit.text("filter.any")
                : kit.text(
                        "filter.medium",
                        Wording.of(kit.texts(), "medium.kind", medium.kind()),
                        String.valueOf(medium.issue()));
    }

    String of(Clerk clerk) {
        if (clerk.equals(MarksViewModel.ANYONE)) {
            return kit.text("filter.any");
        }
        return clerk.equals(MarksViewModel.NO_OPERATOR)
                ? kit.text("filter.no-operator")
                : clerk.name();
    }
}
