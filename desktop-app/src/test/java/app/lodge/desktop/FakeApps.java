package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Apps;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;

/// One telephone, which shows `46119246`.
final class FakeApps implements Apps {

    private static final String ADDRESS =
            "otpauth://totp/Lodge:1234567890%200000001-02?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                    + "&issuer=Lodge&algorithm=SHA256&digits=8&period=30";

    /// What the next begin ends in; null for success.
    BeginOutcome outcome;

    int begun;
    PersonId holder;
    boolean confirmed;

    private Medium app(MediumState state) {
        return new Medium(
                new MediumId(800),
                MediumKind.APP,
                holder,
                2,
                state,
                new Uid("1234567890FFFFFFFF"),
                "app",
                1,
                null,
                FakePeople.NOW);
    }

    @Override
    public BeginOutcome begin(Actor actor, RequestId request, PersonId person) {
        begun++;
        holder = person;
        return outcome != null
                ? outcome
                : new BeginOutcome.Begun(app(MediumState.PREPARING), ADDRESS);
    }

    @Override
    public ConfirmOutcome confirm(Actor actor, RequestId request, MediumId app, String shown) {
        if (!shown.replace(" ", "").endsWith("46119246")) {
            return new ConfirmOutcome.WrongCode();
        }
        if (confirmed) {
            return new ConfirmOutcome.NotWaiting(app);
        }
        confirmed = true;
        return new ConfirmOutcome.Confirmed(app(MediumState.ACTIVE));
    }

    @Override
    public Shown shown(Actor device, long deviceNumber, Uid credential) {
        throw new UnsupportedOperationException();
    }
}
