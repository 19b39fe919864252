package app.lodge.desktop.carddesk;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.PrintedNumber;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Look.Tone;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.recognition.Contents;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.recognition.Inspector.Written;
import app.lodge.personalization.recognition.Strength;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A medium that was looked at, with what the books know of it, and what there is to say about it in
/// plain words.
///
/// @param medium the books' entry, by the chip's number or by what the card says of itself
/// @param holder empty if it is nobody's, or whose it is must not be told
public record LookedAt(Inspected found, Optional<Medium> medium, Optional<Person> holder) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Adds what the books know; waits for the bridge.
    public static LookedAt of(Inspected found, Actor actor, Media media, People people) {
        var medium = medium(found, actor, media);
        var holder =
                actor.may(Permission.SEE_PEOPLE)
                        ? medium.map(Medium::holder).flatMap(id -> people.find(actor, id))
                        : Optional.<Person>empty();
        return new LookedAt(found, medium, holder);
    }

    private static Optional<Medium> medium(Inspected found, Actor actor, Media media) {
        var live = found.seen().uid().flatMap(uid -> media.withUid(actor, uid));
        if (live.isPresent() || found.identity().isEmpty()) {
            return live;
        }
        var number = found.identity().get().number();
        return media.ofPerson(actor, new PersonId(number.person())).stream()
                .filter(each -> each.issueNumber() == number.issueNumber())
                .findFirst();
    }

    /// One thing to know, the gravest first.
    public record Finding(Tone tone, Message words) {}

    /// What it is; a chip that nobody named is called unknown.
    public Message title() {
        var chip = found.seen().chip();
        return found.seen().named()
                ? Message.of("look.chip", chip)
                : Message.of("look.unknown-chip", chip);
    }

    /// The chip’s number as readers print it, also one that it tells us alone; empty if it has none.
    public List<PrintedNumber> numbers() {
        return found.seen()
                .uid()
                .or(() -> found.identity().map(CardIdentity::uid))
                .map(PrintedNumber::of)
                .orElse(List.of());
    }

    /// What stands on it by the site's plan.
    public List<PlaceRead> places() {
        return found.written().map(Written::places).orElse(List.of());
    }

    /// A value as a number; bytes as text if they are one, else in hex.
    public static String words(PlaceRead place) {
        if (place.bytes().length == 0 || place.value() != 0) {
            return Integer.toString(place.value());
        }
        var text = new String(place.bytes(), StandardCharsets.US_ASCII).replace("\0", "").strip();
        return text.matches("[ -~]+") ? text : HEX.formatHex(place.bytes());
    }

    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        ofTheBooks(all);
        ofTheContents(all);
        ofTheChip(all);
        all.sort((one, other) -> gravity(other.tone()) - gravity(one.tone()));
        return List.copyOf(all);
    }

    private static int gravity(Tone tone) {
        return switch (tone) {
            case BAD -> 3;
            case CAUTION -> 2;
            case GOOD -> 1;
            case NEUTRAL, ACCENT -> 0;
        };
    }

    private void ofTheBooks(List<Finding> all) {
        var identity = found.identity();
        if (medium.isEmpty()) {
            identity.ifPresent(it ->
                    all.add(
                            new Finding(
                                    Tone.BAD,
                                    Message.of("look.not-in-books", it.number().toString()))));
            return;
        }
        var known = medium.get();
        if (identity.isPresent() && !identity.get().number().toString().equals(known.number())) {
            all.add(
                    new Finding(
                            Tone.BAD,
                            Message.of(
                                    "look.contradiction",
                                    identity.get().number().toString(),
                                    known.number())));
        }
        boolean doubted = found.written().flatMap(Written::fault).isPresent();
        boolean proven =
                identity.isPresent()
                        || !doubted && !(found.seen().contents() instanceof Contents.Lodge);
        boolean active = known.state() == MediumState.ACTIVE;
        if (!active || proven) {
            all.add(
                    new Finding(
                            active ? Tone.GOOD : Tone.BAD,
                            Message.of(Wording.key("look.state", known.state()), known.number())));
        }
    }

    private void ofTheContents(List<Finding> all) {
        if (found.oldKeys() && found.identity().isEmpty()) {
            all.add(new Finding(Tone.CAUTION, Message.of("look.old-keys")));
            return;
        }
        if (found.written().isPresent()) {
            ofThePlan(found.written().get(), all);
            return;
        }
        switch (found.seen().contents()) {
            case Contents.Blank _ ->
                    all.add(
                            new Finding(
                                    Tone.NEUTRAL,
                                    Message.of(
                                            found.seen().encodable()
                                                    ? "look.blank"
                                                    : "look.blank-other")));
            case Contents.Lodge _ -> {
                found.unread()
                        .ifPresent(fault -> {
                            all.add(new Finding(Tone.BAD, Message.of("look.unproven")));
                            all.add(new Finding(Tone.BAD, FaultWords.message(fault)));
                        });
                if (found.oldKeys()) {
                    all.add(new Finding(Tone.CAUTION, Message.of("look.old-keys")));
                }
            }
            case Contents.Others(var applications) ->
                    all.add(
                            new Finding(
                                    Tone.NEUTRAL,
                                    Message.of(
                                            "look.others",
                                            applications.size(),
                                            String.join(", ", applications))));
            case Contents.Data _ -> all.add(new Finding(Tone.NEUTRAL, Message.of("look.data")));
            case Contents.Hidden _ -> all.add(new Finding(Tone.CAUTION, Message.of("look.hidden")));
            case Contents.None _ -> all.add(new Finding(Tone.NEUTRAL, Message.of("look.none")));
        }
    }

    private static void ofThePlan(Written written, List<Finding> all) {
        var fault = written.fault();
        if (fault.isEmpty()) {
            all.add(new Finding(Tone.GOOD, Message.of("look.by-plan", written.plan())));
        } else {
            all.add(new Finding(Tone.BAD, Message.of("look.not-by-plan", written.plan())));
        }
    }

    private void ofTheChip(List<Finding> all) {
        switch (found.seen().origin()) {
            case GENUINE -> all.add(new Finding(Tone.NEUTRAL, Message.of("look.original")));
            case FORGED -> all.add(new Finding(Tone.BAD, Message.of("look.not-original")));
            case UNTOLD -> {
                // most chips do not tell
            }
        }
        switch (found.seen().strength()) {
            case BROKEN -> all.add(new Finding(Tone.CAUTION, Message.of("look.broken")));
            case WEAK -> all.add(new Finding(Tone.CAUTION, Message.of("look.weak")));
            case NUMBER_ONLY ->
                    all.add(
                            new Finding(
                                    Tone.CAUTION,
                                    Message.of(
                                            found.seen().uid().isEmpty()
                                                    ? "look.no-number"
                                                    : "look.number-only")));
            case STRONG -> {
                // nothing to warn of
            }
        }
        if (found.seen().uid().isEmpty() && found.seen().strength() != Strength.NUMBER_ONLY) {
            all.add(new Finding(Tone.CAUTION, Message.of("look.random-number")));
        }
    }
}
