package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
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
        var instead = new TreeMap<String, Set<Permission>>();
        try (var site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP)) {
            for (var getter : Site.class.getMethods()) {
                var door = getter.getReturnType();
                if (getter.getParameterCount() != 0 || !door.isInterface()) {
                    continue;
                }
                for (var verb : door.getMethods()) {
                    if (verb.getParameterCount() > 0
                            && verb.getParameterTypes()[0] == Actor.class) {
                        var name = door.getSimpleName() + "." + verb.getName();
                        var needs = required(verb, getter.invoke(site));
                        found.put(name, needs);
                        instead.put(name, instead(verb, getter.invoke(site), needs));
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(found.keySet().stream().filter(verb -> found.get(verb).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(OPEN_TO_ALL);
        compare(table(found, instead));
    }

    /// Calls with no permission at all, grants what the refusal names, and calls again.
    private static Set<Permission> required(Method verb, Object door) throws Exception {
        var granted = EnumSet.noneOf(Permission.class);
        while (true) {
            var wanted = refused(verb, door, granted);
            if (wanted.isEmpty() || !granted.add(wanted.get())) {
                return granted;
            }
        }
    }

    /// Permissions that do as well, each alone, where one is needed.
    private static Set<Permission> instead(Method verb, Object door, Set<Permission> needs)
            throws Exception {
        var others = EnumSet.noneOf(Permission.class);
        if (needs.size() == 1) {
            for (var other : EnumSet.complementOf(EnumSet.copyOf(needs))) {
                if (refused(verb, door, Set.of(other)).isEmpty()) {
                    others.add(other);
                }
            }
        }
        return others;
    }

    /// The permission that a refusal names; empty if the verb got past the permissions.
    private static Optional<Permission> refused(Method verb, Object door, Set<Permission> granted)
            throws Exception {
        var actor =
                new Actor(
                        99,
                        "Nobody",
                        Role.CLERK,
                        "desk",
                        new Mandate("tried", granted, Set.of(), Scope.SITE));
        try {
            verb.invoke(door, Invented.FIRST.arguments(verb, actor));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof NotPermitted refused
                    ? Arrays.stream(Permission.values())
                            .filter(one -> one.name().equals(refused.permission()))
                            .findFirst()
                    : Optional.empty();
        }
    }

    private static String table(
            Map<String, Set<Permission>> found, Map<String, Set<Permission>> instead) {
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
            var others = instead.get(verb);
            lines.append("| `")
                    .append(verb)
                    .append("` | ")
                    .append(permissions.isEmpty() ? "any" : words(permissions, ", "))
                    .append(others.isEmpty() ? "" : " or " + words(others, " or "))
                    .append(" |");
            roles.forEach(role ->
                    lines.append(
                            role.permissions().containsAll(permissions)
                                            || others.stream().anyMatch(role::may)
                                    ? " ✓ |"
                                    : "  |"));
            lines.append('\n');
        });
        return lines.toString();
    }

    private static String words(Set<Permission> permissions, String between) {
        return permissions.stream()
                .map(one -> lower(one.name()) + (one.wholeSite() ? "*" : ""))
                .collect(Collectors.joining(between));
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
