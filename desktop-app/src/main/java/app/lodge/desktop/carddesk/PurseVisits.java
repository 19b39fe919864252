package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.desktop.purses.PurseReceiptText;
import app.lodge.desktop.purses.PurseWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseDesk.Visit;
import app.lodge.personalization.purse.PurseMatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;

/// Visits at the purse of a card on the reader, beside the screen: they wait for reader and bridge.
final class PurseVisits {

    /// What came of one.
    sealed interface Answer {
        /// @param seen as it is now; null if it was not read again
        record Visited(Visit visit, Message words, @Nullable PurseSeen seen) implements Answer {}

        record Prepared(boolean done) implements Answer {}

        record Failed(DeviceFault fault) implements Answer {}
    }

    private final Session session;
    private final CardStation station;

    PurseVisits(Session session, CardStation station) {
        this.session = session;
        this.station = station;
    }

    static Answer tried(Callable<Answer> what) throws Exception {
        try {
            return what.call();
        } catch (DeviceException e) {
            return new Answer.Failed(e.fault());
        }
    }

    /// @return null if there is no purse, or it cannot be read
    @Nullable PurseSeen read(String at, Optional<Medium> medium) {
        try {
            return PurseSeen.of(station.purse(at), medium, session);
        } catch (DeviceException _) {
            return null;
        }
    }

    Answer prepare(String at, MediumId medium, Uid chip) throws DeviceException {
        return new Answer.Prepared(station.preparePurse(at, medium, chip));
    }

    /// @param medium the card as the books know it
    Answer change(RequestId request, String at, PurseMatter matter, Optional<Medium> medium)
            throws DeviceException {
        return visited(station.changePurse(request, at, matter), medium);
    }

    /// The same card lies on the reader again.
    Answer finish(String at, Visit.Torn half, Optional<Medium> medium) throws DeviceException {
        return visited(station.finishPurse(at, half), medium);
    }

    private Answer visited(Visit visit, Optional<Medium> medium) {
        var names = PurseWords.names(session.actor(), session.doors().media());
        var words = PurseWords.of(visit, session.site().currency(), names);
        var now =
                visit instanceof Visit.Done(PurseDesk.Look look, var _)
                        ? PurseSeen.of(look, medium, session)
                        : null;
        return new Answer.Visited(visit, words, now);
    }

    /// What a second person reads besides the matter itself.
    static Grounds grounds(FourEyes.Matter about) {
        return Grounds.of(
                about.verb() == FourEyes.Verb.PURSE_MOVE
                        ? Reason.LOST_MEDIUM
                        : Reason.HOLDER_REQUEST);
    }

    void keep(PurseReceiptText shown, String words, BooleanProperty busy) {
        session.dialogs()
                .chooseTarget("purse.receipt-save", shown.fileName())
                .ifPresent(target ->
                        session.background()
                                .run(
                                        "purse.working",
                                        busy,
                                        () -> shown.write(target, words),
                                        name ->
                                                session.notices()
                                                        .done(Message.of("notice.saved", name))));
    }
}
