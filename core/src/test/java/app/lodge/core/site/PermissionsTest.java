package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every verb of every door × every shipped role: what each may do, found by trying, and kept as
/// `docs/permissions.md` so that a change shows in review (ID-55).
@Tag("ID-55")
final class PermissionsTest {

    private static final Path TABLE = Path.of("../docs/permissions.md");

    /// Open to whoever is signed in: they name nobody, or show only what the other permissions allow.
    private static final Set<String> OPEN_TO_ALL =
            Set.of(
                    "Journal.facts",
                    "Journal.head",
                    "OperatorCards.changePin",
                    "OperatorCards.own",
                    "Operators.changeOwnPassword",
                    "Search.find",
                    "Settings.site");

    @TempDir Path folder;

    @Test
    void eachVerbAsksForItsPermissionsAndTheTableSaysSo() throws Exception {
        var home = new Home(folder.resolve("home"));
        SiteTest.create(home, "correct horse");
        var found = new TreeMap<String, Set<Permission>>();
        try (var site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP)) {
            for (var getter : Site.class.getMethods()) {
                var door = getter.getReturnType();
                if (getter.getParameterCount() != 0 || !door.isInterface()) {
                    continue;
                }
                for (var verb : door.getMethods()) {
                    if (verb.getParameterCount() > 0
                            && verb.getParameterTypes()[0] == Actor.class) {
                        found.put(
                                door.getSimpleName() + "." + verb.getName(),
                                required(verb, getter.invoke(site)));
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(found.keySet().stream().filter(verb -> found.get(verb).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(OPEN_TO_ALL);
        compare(table(found));
    }

    /// Calls with no permission at all, grants what the refusal names, and calls again.
    private static Set<Permission> required(Method verb, Object door) throws Exception {
        var granted = EnumSet.noneOf(Permission.class);
        while (true) {
            var actor =
                    new Actor(
                            99,
                            "Nobody",
                            Role.CLERK,
                            "desk",
                            new Mandate("tried", granted, Set.of(), Scope.SITE));
            try {
                verb.invoke(door, arguments(verb, actor));
                return granted;
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof NotPermitted refused)) {
                    return granted; // it got past the permissions and found the values wanting
                }
                var wanted =
                        Arrays.stream(Permission.values())
                                .filter(one -> one.name().equals(refused.permission()))
                                .findFirst();
                if (wanted.isEmpty() || !granted.add(wanted.get())) {
                    return granted;
                }
            }
        }
    }

    private static Object[] arguments(Method verb, Actor actor) throws Exception {
        var types = verb.getParameterTypes();
        var values = new Object[types.length];
        values[0] = actor;
        for (var i = 1; i < types.length; i++) {
            values[i] = some(types[i]);
        }
        return values;
    }

    /// Some value of a type: what it is does not matter, since the refusal comes before it is looked at.
    private static Object some(Class<?> type) throws Exception {
        if (type == RequestId.class) {
            return RequestId.fresh();
        }
        if (type.isRecord()) {
            var components = type.getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new Object[components.length];
            for (var i = 0; i < types.length; i++) {
                types[i] = components[i].getType();
                values[i] = some(types[i]);
            }
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                return null; // a record that takes no such values
            }
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getName()) {
            case "long", "java.lang.Long" -> 1L;
            case "int", "java.lang.Integer" -> 1;
            case "short" -> (short) 1;
            case "boolean", "java.lang.Boolean" -> false;
            case "java.lang.String" -> "x";
            case "[B" -> new byte[1];
            case "[C" -> "x".toCharArray();
            case "java.util.List" -> List.of();
            case "java.util.Set" -> Set.of();
            case "java.util.Map" -> Map.of();
            case "java.util.Optional" -> Optional.empty();
            case "java.time.Duration" -> Duration.ZERO;
            case "java.time.Instant" -> Instant.EPOCH;
            case "java.time.LocalDate" -> LocalDate.EPOCH;
            case "java.util.Currency" -> Currency.getInstance("EUR");
            default -> null;
        };
    }

    private static String table(Map<String, Set<Permission>> found) {
        var roles = Arrays.stream(Role.values()).filter(Role::forPeople).toList();
        var lines = new StringBuilder();
        lines.append("# What each role may do\n\n")
                .append(
                        "Written by `PermissionsTest`, which tries every verb of every door. A site makes its own roles from\n")
                .append(
                        "these permissions; those marked * need the whole site as scope.\n\n| Verb | Permission |");
        roles.forEach(role -> lines.append(' ').append(lower(role.name())).append(" |"));
        lines.append("\n|---|---|").append(":-:|".repeat(roles.size())).append('\n');
        found.forEach((verb, permissions) -> {
            lines.append("| `")
                    .append(verb)
                    .append("` | ")
                    .append(
                            permissions.isEmpty()
                                    ? "any"
                                    : permissions.stream()
                                            .map(one ->
                                                    lower(one.name())
                                                            + (one.wholeSite() ? "*" : ""))
                                            .collect(Collectors.joining(", ")))
                    .append(" |");
            roles.forEach(role ->
                    lines.append(role.permissions().containsAll(permissions) ? " ✓ |" : "  |"));
            lines.append('\n');
        });
        return lines.toString();
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static void compare(String table) throws IOException {
        var kept = Files.exists(TABLE) ? Files.readString(TABLE) : "";
        if (!kept.equals(table)) {
            Files.writeString(TABLE, table);
        }
        assertThat(kept)
                .as("docs/permissions.md has been written anew: read what changed, and commit it")
                .isEqualTo(table);
    }
}
