package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.Person;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.Renewal;
import app.lodge.personalization.originality.Origin;
import app.lodge.personalization.recognition.Contents;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is this card? Whatever is laid on the chosen reader, and what the books know of it (ID-47).
public final class LookViewModel {

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final PurseViewModel purse;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LookedAt> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Stored> stored = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();

    private final ObjectProperty<@Nullable Machine> at = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private final GiveNumberViewModel give;
    private final Runnable changed;

    private sealed interface Answer {
        /// @param purse of `stored`, with the cards before
        record Seen(LookedAt what, Stored stored, @Nullable PurseSeen purse) implements Answer {}

        record Done(Renewal renewal) implements Answer {}

        record Failed(DeviceFault fault) implements Answer {}
    }

    /// @param person who stands at the desk
    /// @param changed when somebody's media are others than before
    LookViewModel(
            Session session,
            CardStation station,
            StationViewModel machines,
            ReadOnlyObjectProperty<@Nullable Person> person,
            Runnable changed) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.changed = changed;
        this.give = new GiveNumberViewModel(session, person, busy, refusal, _ -> given());
        this.purse =
                new PurseViewModel(
                        session,
                        station,
                        () -> {
                            var reader = at.get();
                            return reader == null ? null : reader.address();
                        },
                        busy);
    }

    /// The purse of the card, if it has one.
    public PurseViewModel purse() {
        return purse;
    }

    public BooleanProperty open() {
        return open;
    }

    /// While it waits for a card and reads it.
    public BooleanProperty busy() {
        return busy;
    }

    /// Null until a card was seen.
    public ReadOnlyObjectProperty<@Nullable LookedAt> seen() {
        return seen;
    }

    /// What it or its holder has; null until a card was seen.
    public ReadOnlyObjectProperty<@Nullable Stored> stored() {
        return stored;
    }

    /// The reader at which it is looked: the desk's, or the one where a card lies.
    public ReadOnlyObjectProperty<@Nullable Machine> at() {
        return at;
    }

    /// Why there is nothing to see.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public void begin() {
        open.set(true);
        look();
    }

    public void look() {
        if (busy.get()) {
            return;
        }
        seen.set(null);
        stored.set(null);
        refusal.set(null);
        purse.begin();
        give.begin();
        var reader = machines.readerWithCard();
        at.set(reader);
        if (reader == null) {
            refusal.set(Message.of("issue.no-reader"));
            return;
        }
        session.background().run("look.reading", busy, () -> answer(reader.address()), this::show);
    }

    private Answer answer(String reader) {
        try {
            var doors = session.doors();
            var found =
                    LookedAt.of(
                            station.look(reader), session.actor(), doors.media(), doors.people());
            var held =
                    Stored.of(
                            found, session.actor(), doors.accounts(), () -> station.purse(reader));
            return new Answer.Seen(
                    found,
                    held,
                    held instanceof Stored.InPurse(var look)
                            ? PurseSeen.of(look, found.medium(), session)
                            : null);
        } catch (DeviceException e) {
            return new Answer.Failed(e.fault());
        }
    }

    private void show(Answer answer) {
        switch (answer) {
            case Answer.Seen(var what, var held, var inPurse) -> {
                purse.show(inPurse);
                stored.set(held);
                seen.set(what);
            }
            case Answer.Done(var renewal) -> show(renewal);
            case Answer.Failed(var fault) -> refusal.set(FaultWords.message(fault));
        }
    }

    /// Whether nobody has the medium, and nothing on it speaks against giving it to somebody.
    public boolean mayGive(LookedAt card) {
        var chip = card.found().seen();
        return card.medium().isEmpty()
                && card.found().identity().isEmpty()
                && !(chip.contents() instanceof Contents.Lodge)
                && chip.origin() != Origin.FORGED
                && chip.uid().isPresent()
                && give.may();
    }

    /// Whom it is given to.
    public GiveNumberViewModel giving() {
        return give;
    }

    /// Gives the medium, by its number, to whom was chosen.
    public void give() {
        var shown = seen.get();
        if (shown != null && mayGive(shown)) {
            give.give(shown.found().seen().uid().orElseThrow());
        }
    }

    /// What was seen on the reader, with what the books know now.
    private void given() {
        changed.run();
        var shown = seen.get();
        if (shown != null) {
            var doors = session.doors();
            session.background()
                    .run(
                            "look.reading",
                            busy,
                            () ->
                                    LookedAt.of(
                                            shown.found(),
                                            session.actor(),
                                            doors.media(),
                                            doors.people()),
                            seen::set);
        }
    }

    /// Whether the card lacks the site's newest keys and this operator may give them to it.
    public boolean mayRenew(LookedAt card) {
        return card.found().oldKeys()
                && card.medium().filter(it -> it.state() == MediumState.ACTIVE).isPresent()
                && session.actor().may(Permission.ISSUE_CARDS);
    }

    /// Gives the card on the reader the site's newest keys and looks at it again.
    public void renew() {
        var reader = at.get();
        if (busy.get() || reader == null) {
            return;
        }
        refusal.set(null);
        var request = once.request();
        session.background()
                .run("look.renewing", busy, () -> renewed(request, reader.address()), this::show);
    }

    private Answer renewed(RequestId request, String reader) {
        try {
            return new Answer.Done(station.renew(request, reader));
        } catch (DeviceException e) {
            return new Answer.Failed(e.fault());
        }
    }

    private void show(Renewal renewal) {
        once.answered();
        switch (renewal) {
            case Renewal.Renewed(var medium) -> {
                session.notices().done(Message.of("look.renewed", medium.number()));
                look();
            }
            case Renewal.UpToDate _ -> look();
            case Renewal.NotOurs(var uid) ->
                    refusal.set(Message.of("look.renew-unknown", uid.hex()));
            case Renewal.NotLive _ -> refusal.set(Message.of("look.renew-not-live"));
        }
    }

    public void openPerson() {
        var shown = seen.get();
        if (shown != null) {
            shown.holder()
                    .ifPresent(person -> {
                        open.set(false);
                        session.navigator()
                                .open(Destination.CARD_DESK, "person:" + person.id().number());
                    });
        }
    }
}
