package app.lodge.desktop.workstation;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.watch.Watch.RibbonTold;
import app.lodge.personalization.printers.Supplies;
import java.util.Optional;

/// What a printer says of its ribbon, for the look-ahead of the whole site (ID-49).
final class RibbonNews {

    private RibbonNews() {}

    /// Empty if the printer counts none, or it is not the actor's to tell.
    static Optional<RibbonTold> of(Actor actor, Supplies supplies, String address) {
        return Optional.ofNullable(supplies.ribbon())
                .filter(_ -> actor.may(Permission.ISSUE_CARDS))
                .map(ribbon ->
                        new RibbonTold(
                                supplies.serial().isEmpty() ? address : supplies.serial(),
                                ribbon.kind(),
                                ribbon.left(),
                                ribbon.capacity()));
    }
}
