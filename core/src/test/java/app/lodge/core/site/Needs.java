package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a verb needs, as `docs/permissions.md` says it.
///
/// @param needs all of them
/// @param instead any of them does as well
record Needs(Set<Permission> needs, Set<Permission> instead) {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\|.*");

    boolean met(Actor actor) {
        return needs.stream().allMatch(actor::may) || instead.stream().anyMatch(actor::may);
    }

    static Map<String, Needs> documented() throws IOException {
        var table = new TreeMap<String, Needs>();
        for (var line : Files.readAllLines(Path.of("../docs/permissions.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                var words = row.group(2).strip().replace("*", "").split(" or ", 2);
                table.put(
                        row.group(1),
                        new Needs(
                                permissions(words[0], ", "),
                                permissions(words.length == 1 ? "any" : words[1], " or ")));
            }
        }
        return table;
    }

    private static Set<Permission> permissions(String words, String between) {
        var named = EnumSet.noneOf(Permission.class);
        for (var one : words.split(between)) {
            if (!one.equals("any")) {
                named.add(Permission.valueOf(one.toUpperCase(Locale.ROOT).replace(' ', '_')));
            }
        }
        return named;
    }
}
