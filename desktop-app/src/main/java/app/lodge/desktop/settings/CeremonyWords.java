package app.lodge.desktop.settings;

import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Obstacle;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import app.lodge.desktop.shell.Message;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a ceremony's answers say to the two at the screen.
final class CeremonyWords {

    private CeremonyWords() {}

    /// Null where all went well.
    static @Nullable Message of(BeginOutcome outcome) {
        return switch (outcome) {
            case BeginOutcome.Begun _ -> null;
            case BeginOutcome.Wrong(var name, _) -> Message.of("ceremony.wrong", name);
            case BeginOutcome.LockedOut(var name, var until) ->
                    Message.of("ceremony.locked", name, until);
            case BeginOutcome.Refused(var why, var count) -> obstacle(why, count);
            case BeginOutcome.VaultRefused(var why) ->
                    Message.of("ceremony.vault-refused", Message.of(why));
        };
    }

    static Message of(TypedOutcome outcome) {
        return switch (outcome) {
            case TypedOutcome.Accepted _ -> Message.of("ceremony.share-accepted");
            case TypedOutcome.Mistyped(var groups) ->
                    Message.of(
                            "ceremony.mistyped",
                            groups.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case TypedOutcome.NoShare(var groups) -> Message.of("ceremony.no-share", groups);
            case TypedOutcome.Foreign(var label) ->
                    Message.of("ceremony.foreign", label.set(), label.number(), label.checkValue());
            case TypedOutcome.DoNotAgree _ -> Message.of("ceremony.do-not-agree");
            case TypedOutcome.Ended _ -> Message.of("ceremony.ended");
        };
    }

    static Message obstacle(Obstacle why, long count) {
        var name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Message.of("ceremony.obstacle." + name, count);
    }
}
