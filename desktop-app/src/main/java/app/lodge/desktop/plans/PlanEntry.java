package app.lodge.desktop.plans;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Locale;

/// One line of a node's form.
///
/// @param member below the node, `rights.read`
/// @param options of a choice, as the document writes them
record PlanEntry(String member, How how, List<String> options) {

    enum How {
        WORDS,
        LINES,
        NUMBER,
        /// A number or nothing.
        SOME_NUMBER,
        FLAG,
        /// One of several, in words.
        CHOICE,
        /// One of several names or numbers that are the same in every language.
        NAME,
        /// A key of the application, everybody or nobody.
        KEY,
        /// Any of several, in words.
        SEVERAL,
        /// Any of several names.
        NAMES,
        /// Page numbers.
        NUMBERS,
        /// A part of the plan that may be missing.
        PART
    }

    PlanEntry {
        options = List.copyOf(options);
    }

    static PlanEntry of(String member, How how) {
        return new PlanEntry(member, how, List.of());
    }

    static PlanEntry choice(String member, Enum<?>[] options) {
        return new PlanEntry(member, How.CHOICE, names(options));
    }

    static List<String> names(Enum<?>[] options) {
        return java.util.Arrays.stream(options).map(Enum::name).toList();
    }

    JsonPointer under(JsonPointer node) {
        var at = node;
        for (var name : member.split("\\.", -1)) {
            at = at.appendProperty(name);
        }
        return at;
    }

    /// `rights.readWrite` as part of an id or of a key of the texts; rules are called the same wherever
    /// they stand.
    String kebab() {
        return member.replaceFirst("^(card|rules)\\.", "")
                .replace('.', '-')
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
