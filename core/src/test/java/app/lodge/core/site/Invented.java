package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Made-up arguments for a door's verb, by type: records by their canonical constructor, the first of an
/// enum, numbers that name something or nothing.
///
/// @param number every number, so also whatever is named by one
/// @param text every text
record Invented(long number, String text) {

    /// Numbers that somebody has in nearly every table.
    static final Invented FIRST = new Invented(1, "x");

    /// Numbers that nobody has.
    static final Invented NOBODYS = new Invented(987_654_321, "x");

    /// What no verb takes: numbers below zero, and texts of nothing but blanks.
    static final Invented WRONG = new Invented(-1, " ");

    /// What no verb takes either: texts longer than any field, with a line break.
    static final Invented OVERLONG = new Invented(Integer.MAX_VALUE, "x\n".repeat(5_000));

    Object[] arguments(Method verb, Actor actor) throws ReflectiveOperationException {
        var types = verb.getParameterTypes();
        var values = new Object[types.length];
        values[0] = actor;
        for (var i = 1; i < types.length; i++) {
            values[i] = some(types[i]);
        }
        return values;
    }

    /// The same call once for every other constant of its enums and every other case of its sealed types:
    /// what is asked for must not decide whether one is asked.
    List<Object[]> others(Method verb, Actor actor) throws ReflectiveOperationException {
        var calls = new ArrayList<Object[]>();
        var types = verb.getParameterTypes();
        for (var i = 1; i < types.length; i++) {
            for (var other : cases(types[i])) {
                var values = arguments(verb, actor);
                values[i] = other;
                calls.add(values);
            }
        }
        return calls;
    }

    private List<Object> cases(Class<?> type) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        var found = new ArrayList<Object>();
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                var one = some(permitted);
                if (one != null) {
                    found.add(one);
                }
            }
        } else if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                if (component.getType().isEnum() || component.getType().isSealed()) {
                    for (var inner : cases(component.getType())) {
                        var one = record(type, component.getName(), inner);
                        if (one != null) {
                            found.add(one);
                        }
                    }
                }
            }
        }
        return found;
    }

    /// Some value of a type; null for a record that takes no such values.
    private Object some(Class<?> type) throws ReflectiveOperationException {
        if (type == RequestId.class) {
            return RequestId.fresh();
        }
        if (type.isRecord()) {
            return record(type, "", null);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return some(type.getPermittedSubclasses()[0]);
        }
        return switch (type.getName()) {
            case "long", "java.lang.Long" -> number;
            case "int", "java.lang.Integer" -> (int) number;
            case "short" -> (short) 1;
            case "boolean", "java.lang.Boolean" -> false;
            case "java.lang.String" -> text;
            case "[B" -> new byte[1];
            case "[C" -> text.toCharArray();
            case "java.util.List" -> List.of();
            case "java.util.Set" -> Set.of();
            case "java.util.Map" -> Map.of();
            case "java.util.Optional" -> Optional.empty();
            case "java.time.Duration" -> Duration.ZERO;
            case "java.time.Instant" -> Instant.EPOCH;
            case "java.time.LocalDate" -> LocalDate.EPOCH;
            case "java.time.LocalTime" -> LocalTime.NOON;
            case "java.util.Currency" -> Currency.getInstance("EUR");
            default -> null;
        };
    }

    private Object record(Class<?> type, String named, Object value)
            throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (var i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(named) ? value : some(types[i]);
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            return null;
        }
    }
}
