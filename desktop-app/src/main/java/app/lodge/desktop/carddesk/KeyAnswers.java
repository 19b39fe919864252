package app.lodge.desktop.carddesk;

import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import java.util.Optional;

/// What became of a key, or why the books did not take it, in plain words.
public final class KeyAnswers {

    private KeyAnswers() {}

    /// What is on the key now.
    public static Message ready(KeyOutcome.Ready ready) {
        var number = ready.key().number().shown();
        if (ready.planned().isEmpty()) {
            return Message.of("key.ready", number);
        }
        var by = ready.planned().get();
        return by.files().isEmpty()
                ? Message.of("key.ready-not-by-plan", number, by.plan(), by.family())
                : Message.of("key.ready-by-plan", number, by.plan(), String.join(", ", by.files()));
    }

    /// @return empty if it is a field's problem, or no refusal
    public static Optional<Message> refusal(EnrolOutcome outcome) {
        return switch (outcome) {
            case EnrolOutcome.Enrolled _, EnrolOutcome.Rejected _ -> Optional.empty();
            case EnrolOutcome.NumberTaken(var by) ->
                    Optional.of(
                            Message.of(
                                    "key.number-taken",
                                    by.number().shown(),
                                    "%07d".formatted(by.medium().holder().number())));
            case EnrolOutcome.HeldBy(var key) ->
                    Optional.of(
                            Message.of(
                                    "key.held-by",
                                    key.number().shown(),
                                    "%07d".formatted(key.medium().holder().number())));
            case EnrolOutcome.ChipTaken(var by) ->
                    Optional.of(Message.of("key.chip-taken", by.number()));
            case EnrolOutcome.NoneFree(int highest) ->
                    Optional.of(Message.of("key.none-free", highest));
            case EnrolOutcome.TooMany(var kind, int most) ->
                    Optional.of(Message.of(Wording.key("issue.too-many", kind), most));
            case EnrolOutcome.NotCovered(var lack) ->
                    Optional.of(Message.of("issue.key-not-covered", lack.owed(), lack.missing()));
            case EnrolOutcome.PersonUnknown(var person) ->
                    Optional.of(Message.of("cli.no-such-person", String.valueOf(person.number())));
            case EnrolOutcome.PersonBlocked(var person) ->
                    Optional.of(
                            Message.of("key.person-blocked", "%07d".formatted(person.number())));
        };
    }
}
