package app.lodge.core.keyversions;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.Obstacle;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Operators.SignInOutcome;
import java.util.ArrayList;
import java.util.List;

/// Two people, each proven by their own password, who both may change card keys.
final class Custodians {

    private final Operators operators;

    Custodians(Operators operators) {
        this.operators = operators;
    }

    sealed interface Both {
        record Here(List<String> names) implements Both {}

        record NotBoth(BeginOutcome why) implements Both {}
    }

    Both signIn(Custodian first, Custodian second, String workstation) {
        var here = new ArrayList<Actor>();
        for (var one : List.of(first, second)) {
            switch (operators.signIn(one.name(), one.password(), workstation)) {
                case SignInOutcome.Wrong(var wait) -> {
                    return new Both.NotBoth(new BeginOutcome.Wrong(one.name(), wait));
                }
                case SignInOutcome.LockedOut(var until) -> {
                    return new Both.NotBoth(new BeginOutcome.LockedOut(one.name(), until));
                }
                case SignInOutcome.SignedIn(Actor who) -> {
                    if (!who.may(Permission.CHANGE_CARD_KEYS)) {
                        return refused(
                                here.isEmpty() ? Obstacle.FIRST_MAY_NOT : Obstacle.SECOND_MAY_NOT);
                    }
                    here.add(who);
                }
            }
        }
        return here.getFirst().operatorId() == here.getLast().operatorId()
                ? refused(Obstacle.SAME_PERSON)
                : new Both.Here(here.stream().map(Actor::name).toList());
    }

    private static Both refused(Obstacle why) {
        return new Both.NotBoth(BookedCeremonies.refused(why));
    }
}
