package app.lodge.core.doors;

import app.lodge.core.books.Actor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The verbs of a door that can be called from afar: those whose first parameter is the actor.
final class Verbs {

    private Verbs() {}

    /// @throws IllegalArgumentException if two verbs share a name
    static Map<String, Method> of(Class<?> door) {
        var verbs = new HashMap<String, Method>();
        for (var method : door.getMethods()) {
            var types = method.getParameterTypes();
            if (Modifier.isAbstract(method.getModifiers())
                    && types.length > 0
                    && types[0] == Actor.class
                    && verbs.put(method.getName(), method) != null) {
                throw new IllegalArgumentException(
                        "%s has two verbs named %s: far callers could not tell them apart"
                                .formatted(door.getName(), method.getName()));
            }
        }
        return verbs;
    }

    /// The door's name in the path: `People` → `people`, `CardJobs` → `card-jobs`.
    static String name(Class<?> door) {
        return door.getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
