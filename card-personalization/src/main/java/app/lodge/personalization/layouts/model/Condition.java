package app.lodge.personalization.layouts.model;

import java.util.List;

/// Whether an element shows: `card.valid-until`, `person.group == 'Guests'`,
/// `person.group in ('A', 'B') && !card.valid-until`.
public sealed interface Condition {

    /// The value is not empty.
    record Present(Value value) implements Condition {}

    record Equal(Value left, Value right) implements Condition {}

    record OneOf(Value value, List<Value> among) implements Condition {}

    record Not(Condition of) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    default boolean holds(Layout layout, CardFields fields) {
        return switch (this) {
            case Present(Value value) -> !value.in(layout, fields).isEmpty();
            case Equal(Value left, Value right) ->
                    left.in(layout, fields).equals(right.in(layout, fields));
            case OneOf(Value value, List<Value> among) -> {
                var text = value.in(layout, fields);
                yield among.stream().anyMatch(one -> one.in(layout, fields).equals(text));
            }
            case Not(Condition of) -> !of.holds(layout, fields);
            case And(Condition left, Condition right) ->
                    left.holds(layout, fields) && right.holds(layout, fields);
            case Or(Condition left, Condition right) ->
                    left.holds(layout, fields) || right.holds(layout, fields);
        };
    }
}
