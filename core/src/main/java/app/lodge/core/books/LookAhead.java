package app.lodge.core.books;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the questions that a group foresees to PostgreSQL, each kind of question in one statement.
final class LookAhead implements Answers {

    private final Statements statements;
    private final Map<Question<?>, Set<Known.Asked>> open = new LinkedHashMap<>();

    LookAhead(Statements statements) {
        this.statements = statements;
    }

    /// Answers lead to new questions, as from a card to its account; these end.
    void ask(List<Unit<?>> units) {
        do {
            open.forEach(this::answer);
            open.clear();
            units.forEach(unit -> unit.foresee(this));
        } while (!open.isEmpty());
    }

    @Override
    public <T> Optional<T> find(Question<T> question, Object... keys) {
        var asked = Known.Asked.of(question, keys);
        Optional<T> known = statements.known().answer(asked);
        if (known == null) {
            open.computeIfAbsent(question, _ -> new LinkedHashSet<>()).add(asked);
            return Optional.empty();
        }
        return known;
    }

    private void answer(Question<?> question, Set<Known.Asked> asked) {
        var all = List.copyOf(asked);
        var types = all.getFirst().keys().stream().map(LookAhead::type).toList();
        var columns = new ArrayList<Object[]>();
        for (var column = 0; column < types.size(); column++) {
            Object[] values =
                    types.get(column).equals("bytea")
                            ? new byte[all.size()][]
                            : new Object[all.size()];
            for (var i = 0; i < values.length; i++) {
                var key = all.get(i).keys().get(column);
                values[i] = key instanceof ByteBuffer bytes ? bytes.array() : key;
            }
            columns.add(values);
        }
        all.forEach(each -> statements.known().found(each, Optional.empty()));
        statements
                .each(
                        forEach(question.sql(), types),
                        row -> {
                            var last = row.getMetaData().getColumnCount();
                            return Map.entry(row.getInt(last), question.row().of(row));
                        },
                        types,
                        columns)
                .forEach(found ->
                        statements
                                .known()
                                .found(all.get(found.getKey() - 1), Optional.of(found.getValue())));
    }

    /// The question for each element of arrays. `offset 0` has the server plan it as if it were asked
    /// once, by its index, however few rows it believes there are.
    private static String forEach(String sql, List<String> types) {
        var text = new StringBuilder("select answer.*, k.n from unnest(");
        var names = new StringBuilder();
        for (var i = 0; i < types.size(); i++) {
            text.append(i == 0 ? "?::" : ", ?::").append(types.get(i)).append("[]");
            names.append('k').append(i).append(", ");
        }
        text.append(") with ordinality as k(").append(names).append("n) cross join lateral (");
        var key = 0;
        for (var part : sql.split("\\?", -1)) {
            text.append(key == 0 ? "" : "k.k" + (key - 1)).append(part);
            key++;
        }
        return text.append(" offset 0) as answer").toString();
    }

    private static String type(Object key) {
        return switch (key) {
            case Long _ -> "bigint";
            case String _ -> "varchar";
            case ByteBuffer _ -> "bytea";
            default -> throw new IllegalArgumentException("A key of " + key.getClass());
        };
    }
}
