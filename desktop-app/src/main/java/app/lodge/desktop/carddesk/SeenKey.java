package app.lodge.desktop.carddesk;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.media.ContactKey;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.desktop.carddesk.LookedAt.Finding;
import app.lodge.desktop.shell.Look.Tone;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.issuing.KeyIssuing.KeyLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A contact key that was looked at, with whose it is, and what there is to say about it in plain words
/// (KEY-25).
///
/// @param holder empty if it is nobody's, or whose it is must not be told
public record SeenKey(KeyLook found, Optional<Person> holder) {

    /// Adds whose it is; waits for the bridge.
    public static SeenKey of(KeyLook found, Actor actor, People people) {
        var holder =
                actor.may(Permission.SEE_PEOPLE)
                        ? found.known().flatMap(key -> people.find(actor, key.medium().holder()))
                        : Optional.<Person>empty();
        return new SeenKey(found, holder);
    }

    /// One thing to know each, the gravest first.
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        contradiction().ifPresent(all::add);
        all.add(content());
        found.known()
                .map(ContactKey::medium)
                .ifPresent(medium ->
                        all.add(
                                new Finding(
                                        tone(medium.state()),
                                        Message.of(
                                                "key.state",
                                                Message.of(
                                                        Wording.key(
                                                                "medium.state",
                                                                medium.state()))))));
        if (found.known().isEmpty() && found.log().isEmpty()) {
            all.add(new Finding(Tone.NEUTRAL, Message.of("key.nobodys")));
        }
        if (found.contents() instanceof KeyContents.Lodge(var _, var _, boolean torn) && torn) {
            all.add(new Finding(Tone.CAUTION, Message.of("key.torn-beside")));
        }
        found.log()
                .filter(log -> !log.torn().isEmpty())
                .ifPresent(log ->
                        all.add(
                                new Finding(
                                        Tone.CAUTION,
                                        Message.of("key.log-torn", log.torn().size()))));
        return List.copyOf(all);
    }

    private Optional<Finding> contradiction() {
        if (found.contents() instanceof KeyContents.Lodge(var record, var _, var _)) {
            return found.known()
                    .filter(known -> known.number().value() != record.number())
                    .map(known ->
                            new Finding(
                                    Tone.BAD,
                                    Message.of(
                                            "key.contradiction",
                                            "%05d".formatted(record.number()),
                                            known.number().shown())));
        }
        return Optional.empty();
    }

    private static Tone tone(MediumState state) {
        return state == MediumState.ACTIVE ? Tone.GOOD : Tone.CAUTION;
    }

    private Finding content() {
        return switch (found.contents()) {
            case KeyContents.NumberOnly _ ->
                    new Finding(Tone.CAUTION, Message.of("key.content.number-only"));
            case KeyContents.Blank _ -> new Finding(Tone.NEUTRAL, Message.of("key.content.blank"));
            case KeyContents.Lodge _ -> new Finding(Tone.GOOD, Message.of("key.content.lodge"));
            case KeyContents.Torn _ -> new Finding(Tone.CAUTION, Message.of("key.content.torn"));
            case KeyContents.Forged _ -> new Finding(Tone.BAD, Message.of("key.content.forged"));
            case KeyContents.Others(var files) ->
                    new Finding(
                            Tone.CAUTION,
                            Message.of("key.content.others", String.join(", ", files)));
            case KeyContents.Data _ -> new Finding(Tone.CAUTION, Message.of("key.content.data"));
            case KeyContents.Log _ -> new Finding(Tone.NEUTRAL, Message.of("key.content.log"));
        };
    }
}
