package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import java.util.List;

/// Carries out what a holder wants, whoever entered it: here a portal's message and a clerk's function come
/// together, so that the checks cannot differ (requirements 0.1).
final class HolderDesk {

    private final Books books;
    private final Links links;
    private final Releases releases;
    private final OwnMoney money;
    private final OwnData data;

    HolderDesk(Books books, Links links, Releases releases, OwnMoney money, OwnData data) {
        this.books = books;
        this.links = links;
        this.releases = releases;
        this.money = money;
        this.data = data;
    }

    HolderAnswer carryOut(Actor actor, RequestId request, LoginId login, HolderRequest wanted) {
        return switch (wanted) {
            case HolderRequest.See() -> money.see(login);
            case HolderRequest.AskRelease(var link) ->
                    new HolderAnswer.Linking(releases.ask(actor, request, login, link));
            case HolderRequest.Release(long link, var code) ->
                    new HolderAnswer.Linking(releases.release(actor, request, login, link, code));
            case HolderRequest.Unlink(long link) -> unlinked(actor, request, login, link);
            case HolderRequest.Movements(var account, var after) ->
                    money.movements(actor, login, account, after);
            case HolderRequest.Recipient(var account) -> money.recipient(login, account);
            case HolderRequest.Transfer transfer -> money.transfer(actor, request, login, transfer);
            case HolderRequest.TopUp(var account, var amount) ->
                    money.topUp(actor, request, login, account, amount);
            case HolderRequest.SetLimit limit -> money.limit(actor, request, login, limit);
            case HolderRequest.OwnData() -> data.show(login);
            case HolderRequest.ChangeData(var fields) -> data.ask(actor, request, login, fields);
            case HolderRequest.ConfirmAddress(long change, var code) ->
                    data.confirm(actor, request, login, change, code);
        };
    }

    private HolderAnswer unlinked(Actor actor, RequestId request, LoginId login, long link) {
        var mine = links.find(link).filter(one -> one.login().equals(login));
        return mine.isEmpty()
                ? new HolderAnswer.NoRight(null)
                : new HolderAnswer.Linking(unlink(actor, request, link));
    }

    LinkOutcome unlink(Actor actor, RequestId request, long link) {
        return books.once(
                actor,
                request,
                "self-service.unlink",
                link,
                LinkOutcome.class,
                tx -> {
                    var before = links.get(tx, link);
                    if (before.endedAt() == null) {
                        links.store().end(tx, List.of(link));
                        links.journal(tx, "self-service.unlinked", before);
                    }
                    return new LinkOutcome.Done(links.get(tx, link));
                });
    }
}
