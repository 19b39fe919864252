package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.media.AppStore.Used;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/// {@link Apps} in the books. What a telephone shall know is computed beside them and never among their
/// kept answers.
final class BookedApps implements Apps {

    private static final int WRONG_AT_WILL = 5;
    private static final long APPS = 10_000_000_000L;

    /// At the desk a code is used up like at a device.
    private static final long DESK = 0;

    private final Books books;
    private final AppSecrets secrets;
    private final IssueCharges charges;
    private final BiConsumer<Actor, PersonId> reached;
    private final Succession succession;
    private final AppStore apps = new AppStore();
    private final MediumStore media = new MediumStore();
    private final CardJobStore people = new CardJobStore();
    private final SecureRandom random = new SecureRandom();

    /// @param reached throws if somebody may not work with that person's data
    BookedApps(
            Books books,
            AppSecrets secrets,
            IssueCharges charges,
            BiConsumer<Actor, PersonId> reached) {
        this.books = books;
        this.secrets = secrets;
        this.charges = charges;
        this.reached = reached;
        // No blank becomes an app.
        this.succession = new Succession(media, BlankStock.uncounted(), charges);
    }

    /// What the books keep of a beginning.
    sealed interface Kept {
        record Begun(Medium app) implements Kept {}

        record No(BeginOutcome why) implements Kept {}
    }

    @Override
    public BeginOutcome begin(Actor actor, RequestId request, PersonId person) {
        actor.require(Permission.ISSUE_CARDS);
        reached.accept(actor, person);
        int version = secrets.version();
        var kept =
                books.once(
                        actor,
                        request,
                        "apps.begin",
                        Map.of("person", person.number()),
                        Kept.class,
                        tx -> begun(tx, person, version));
        return switch (kept) {
            case Kept.Begun(var app) -> new BeginOutcome.Begun(app, address(app));
            case Kept.No(var why) -> why;
        };
    }

    private Kept begun(Tx tx, PersonId person, int version) {
        var state = people.stateOf(tx.sql(), person);
        if (state.isEmpty()) {
            return new Kept.No(new BeginOutcome.PersonUnknown(person));
        }
        if (state.get() == PersonState.BLOCKED) {
            return new Kept.No(new BeginOutcome.PersonBlocked(person));
        }
        apps.waiting(tx.sql(), person).forEach(older -> giveUp(tx, older));
        var most = succession.refusal(tx, person, MediumKind.APP);
        if (most.isPresent()) {
            return new Kept.No(new BeginOutcome.TooMany(most.get()));
        }
        var before = succession.before(tx, person, MediumKind.APP);
        var shortfall = charges.shortfall(tx, person, before);
        if (shortfall.isPresent()) {
            return new Kept.No(new BeginOutcome.NotCovered(shortfall.get()));
        }
        var app = apps.add(tx, person, freeNumber(tx), version);
        charges.ordered(tx, app, before);
        BookedMedia.journal(tx, "app.begun", app, Map.of());
        return new Kept.Begun(app);
    }

    private void giveUp(Tx tx, Medium older) {
        var spoiled = media.enter(tx, older, MediumState.SPOILED, null);
        charges.dropped(tx, spoiled);
        BookedMedia.journal(tx, "app.given-up", spoiled, Map.of());
    }

    private Uid freeNumber(Tx tx) {
        while (true) {
            var number = AppCode.standing(random.nextLong(APPS));
            if (!apps.taken(tx.sql(), number)) {
                return number;
            }
        }
    }

    private String address(Medium app) {
        var number = app.uid();
        if (number == null) {
            throw new IllegalStateException("App " + app.number() + " has lost its number");
        }
        byte[] secret = secrets.of(number, app.keyVersion());
        try {
            return AppAddress.of(number, app.number(), secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public ConfirmOutcome confirm(Actor actor, RequestId request, MediumId app, String shown) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "apps.confirm",
                Map.of("medium", app.number(), "shown", shown),
                ConfirmOutcome.class,
                tx -> confirmed(tx, actor, app, shown));
    }

    private ConfirmOutcome confirmed(Tx tx, Actor actor, MediumId id, String shown) {
        var app =
                media.find(tx.sql(), id)
                        .filter(medium -> medium.kind() == MediumKind.APP)
                        .filter(medium -> medium.state() == MediumState.PREPARING)
                        .orElse(null);
        var number = app == null ? null : app.uid();
        if (app == null || number == null) {
            return new ConfirmOutcome.NotWaiting(id);
        }
        reached.accept(actor, app.holder());
        if (paused(apps.used(tx.sql(), id), tx.now())) {
            return new ConfirmOutcome.Paused();
        }
        var step = matching(tx, app, AppAddress.code(number, shown));
        if (step.isEmpty()) {
            apps.wrong(tx, id);
            return new ConfirmOutcome.WrongCode();
        }
        var most = succession.refusal(tx, app.holder(), MediumKind.APP);
        if (most.isPresent()) {
            return new ConfirmOutcome.TooMany(most.get());
        }
        apps.right(tx, id, step.getAsLong(), DESK);
        var active = succession.issue(tx, app, "medium:" + id.number());
        BookedMedia.journal(tx, "media.issued", active, Map.of("by", "app"));
        return new ConfirmOutcome.Confirmed(active);
    }

    @Override
    public Shown shown(Actor device, long deviceNumber, Uid credential) {
        device.require(Permission.DEVICE_TRAFFIC);
        var code = AppCode.of(credential);
        if (code.isEmpty()) {
            return AppCode.standing(credential) ? new Shown.Stale() : new Shown.Known(credential);
        }
        return books.write(device, tx -> shown(tx, deviceNumber, code.get()));
    }

    private Shown shown(Tx tx, long device, AppCode code) {
        var app = apps.confirmed(tx.sql(), code.medium()).orElse(null);
        if (app == null) {
            return new Shown.Stale();
        }
        var used = apps.used(tx.sql(), app.id());
        if (paused(used, tx.now())) {
            return new Shown.Stale();
        }
        var step = matching(tx, app, code.code());
        if (step.isEmpty()) {
            apps.wrong(tx, app.id());
            return new Shown.Stale();
        }
        boolean again = step.getAsLong() == used.step() && device == used.device();
        if (step.getAsLong() <= used.step() && !again) {
            return new Shown.Stale();
        }
        if (!again || used.wrong() > 0) {
            apps.right(tx, app.id(), step.getAsLong(), device);
        }
        return new Shown.Known(code.medium());
    }

    private static boolean paused(Used used, Instant now) {
        var at = used.wrongAt();
        return used.wrong() >= WRONG_AT_WILL
                && at != null
                && now.isBefore(at.plus(OneTimeCode.STEP));
    }

    /// The step that the code is of: this one, that before or that after, because clocks differ.
    private OptionalLong matching(Tx tx, Medium app, int code) {
        var number = app.uid();
        if (number == null) {
            return OptionalLong.empty();
        }
        byte[] secret = secrets.of(number, app.keyVersion());
        try {
            long now = OneTimeCode.step(tx.now());
            for (long step = now + 1; step >= now - 1; step--) {
                if (OneTimeCode.of(secret, step) == code) {
                    return OptionalLong.of(step);
                }
            }
            return OptionalLong.empty();
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
