package app.lodge.desktop.designer;

import app.lodge.core.books.RequestId;
import app.lodge.core.layouts.CardLayouts.Draft;
import app.lodge.core.layouts.CardLayouts.PutBackOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;

/// Throws a draft away at once, and puts it back if that was a mistake and nobody has gone on meanwhile
/// (ID-46).
final class DraftBin {

    private final Session session;
    private final BooleanProperty busy;
    private final Runnable changed;

    /// @param changed hears that drafts are others now
    DraftBin(Session session, BooleanProperty busy, Runnable changed) {
        this.session = session;
        this.busy = busy;
        this.changed = changed;
    }

    /// @param after the newest published revision; 0 if there is none
    void discard(Draft draft, int after) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "designer.working",
                        busy,
                        () -> {
                            session.doors()
                                    .cardLayouts()
                                    .discardDraft(session.actor(), request, draft.layout());
                            return true;
                        },
                        _ -> discarded(draft, after));
    }

    private void discarded(Draft draft, int after) {
        session.notices()
                .done(Message.of("designer.discarded", draft.name()), () -> putBack(draft, after));
        changed.run();
    }

    private void putBack(Draft draft, int after) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "designer.working",
                        busy,
                        () ->
                                session.doors()
                                        .cardLayouts()
                                        .putDraftBack(
                                                session.actor(),
                                                request,
                                                draft.layout(),
                                                draft.name(),
                                                after,
                                                draft.document()),
                        this::answered);
    }

    private void answered(PutBackOutcome outcome) {
        var notices = session.notices();
        switch (outcome) {
            case PutBackOutcome.PutBack(var draft) ->
                    notices.done(Message.of("designer.put-back", draft.name()));
            case PutBackOutcome.BegunAnew(var draft) ->
                    notices.warn(Message.of("designer.begun-anew", draft.name()));
            case PutBackOutcome.Overtaken(var newest) ->
                    notices.warn(Message.of("designer.too-late", newest.reference()));
            case PutBackOutcome.NotPutBack(var wrong) ->
                    wrong.forEach(problem -> notices.warn(Message.of(problem)));
        }
        changed.run();
    }
}
