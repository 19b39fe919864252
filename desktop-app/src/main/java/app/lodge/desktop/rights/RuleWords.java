package app.lodge.desktop.rights;

import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.Ruling;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Rules in words.
final class RuleWords {

    private RuleWords() {}

    /// "may, Daytime, until 3 May 2026, 00:00 (outside its hours)".
    static String of(Kit kit, Rule rule, String plan, Ruling.@Nullable Silence silence) {
        return of(kit, rule.effect(), rule.from(), rule.until(), plan, silence);
    }

    /// Likewise of one that does not stand yet.
    static String of(
            Kit kit,
            Effect effect,
            @Nullable Instant from,
            @Nullable Instant until,
            String plan,
            Ruling.@Nullable Silence silence) {
        var parts = new ArrayList<String>();
        parts.add(Wording.of(kit.texts(), "right-effect", effect));
        if (!plan.isEmpty()) {
            parts.add(plan);
        }
        if (from != null) {
            parts.add(kit.text("right-rule.from", kit.time(from)));
        }
        if (until != null) {
            parts.add(kit.text("right-rule.until", kit.time(until)));
        }
        if (silence != null) {
            parts.add("(" + Wording.of(kit.texts(), "right-silence", silence) + ")");
        }
        return String.join(" · ", parts);
    }
}
