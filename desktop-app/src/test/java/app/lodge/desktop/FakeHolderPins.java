package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.pins.HolderPins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// PINs as the site would keep them; what was given stays readable here.
final class FakeHolderPins implements HolderPins {

    final Map<PersonId, String> pins = new HashMap<>();
    final List<char[]> heard = new ArrayList<>();
    Rules rules = Rules.usual();

    @Override
    public Optional<Instant> setAt(Actor actor, PersonId person) {
        return pins.containsKey(person) ? Optional.of(FakePeople.NOW) : Optional.empty();
    }

    @Override
    public SetOutcome set(Actor actor, RequestId request, PersonId person, char[] pin) {
        heard.add(pin);
        if (pin.length < rules.shortest()) {
            return new SetOutcome.Rejected(
                    List.of(
                            Problem.of(
                                    "pin",
                                    pin.length,
                                    "holder-pins.form",
                                    rules.shortest(),
                                    rules.longest())));
        }
        pins.put(person, new String(pin));
        return new SetOutcome.Set(person, FakePeople.NOW);
    }

    @Override
    public RemoveOutcome remove(Actor actor, RequestId request, PersonId person) {
        return pins.remove(person) == null
                ? new RemoveOutcome.NoPin()
                : new RemoveOutcome.Removed(person);
    }

    @Override
    public Rules rules(Actor actor) {
        return rules;
    }

    @Override
    public RulesOutcome changeRules(Actor actor, RequestId request, Rules wanted) {
        if (wanted.shortest() < Rules.SHORTEST) {
            return new RulesOutcome.Rejected(
                    List.of(
                            Problem.of(
                                    "shortest",
                                    wanted.shortest(),
                                    "holder-pins.length",
                                    Rules.SHORTEST,
                                    Rules.LONGEST)));
        }
        rules = wanted;
        return new RulesOutcome.Changed(wanted);
    }
}
