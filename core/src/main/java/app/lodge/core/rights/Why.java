package app.lodge.core.rights;

import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The explained answer to: may this person use this at this moment?
///
/// @param blocked whether the person was blocked, which no rule outweighs
/// @param ground what decided among the rules
/// @param lines what was looked at, outermost first
public record Why(
        PersonId person,
        Resource resource,
        Instant moment,
        boolean allowed,
        boolean blocked,
        Ruling.Ground ground,
        List<Line> lines) {

    public Why {
        lines = List.copyOf(lines);
    }

    public enum What {
        /// Whether the person is blocked.
        PERSON,
        /// The day is a holiday of the calendar; `name` is its name.
        HOLIDAY,
        /// The rules of the person itself.
        OWN_RULES,
        /// A group that the person was in; `name` is its name, `since` when it came in.
        GROUP,
        /// A rule; `name` is its plan's name, or empty.
        RULE
    }

    public enum Verdict {
        ALLOWS,
        REFUSES,
        SILENT
    }

    /// One branch of the tree.
    ///
    /// @param heard whether it counted: a group's rule does not, once a rule of the person speaks
    /// @param silence of a rule that did not speak
    public record Line(
            What what,
            Verdict verdict,
            boolean heard,
            String name,
            @Nullable Instant since,
            @Nullable Rule rule,
            Ruling.@Nullable Silence silence,
            List<Line> lines) {

        public Line {
            lines = List.copyOf(lines);
        }
    }
}
