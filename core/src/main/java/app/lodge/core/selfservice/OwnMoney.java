package app.lodge.core.selfservice;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.HolderLimits;
import app.lodge.core.accounts.HolderNames;
import app.lodge.core.accounts.HolderTransfers;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.Register;
import app.lodge.core.topups.HolderTopUps;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a holder does with the money on the accounts that the login is linked to, as far as each link's
/// rights go (ID-25, ID-26, ID-28).
final class OwnMoney {

    private static final int PAGE = 50;
    private static final Actor SYSTEM = Actor.system("self-service");

    private final Register register;
    private final Accounts accounts;
    private final HolderTransfers transfers;
    private final HolderTopUps topUps;
    private final Links links;
    private final OwnLimits limits;

    OwnMoney(
            Register register,
            Accounts accounts,
            HolderTransfers transfers,
            HolderTopUps topUps,
            Links links,
            OwnLimits limits) {
        this.register = register;
        this.accounts = accounts;
        this.transfers = transfers;
        this.topUps = topUps;
        this.links = links;
        this.limits = limits;
    }

    HolderAnswer see(LoginId login) {
        return new HolderAnswer.Accounts(
                links.ofLogin(login).stream()
                        .filter(link -> link.state() != Link.State.ENDED)
                        .map(link ->
                                new HolderAnswer.Linked(
                                        link,
                                        masked(link.account()).orElse(""),
                                        link.may(LinkRight.VIEW)
                                                ? accounts.find(SYSTEM, link.account()).orElse(null)
                                                : null))
                        .toList());
    }

    HolderAnswer movements(Actor actor, LoginId login, AccountId account, @Nullable String after) {
        return with(
                login,
                account,
                LinkRight.VIEW,
                () ->
                        new HolderAnswer.Movements(
                                accounts.movements(
                                        actor, account, LookPurpose.ASKED_BY_HOLDER, after, PAGE)));
    }

    /// For whoever may transfer from somewhere: names, even masked, are nothing to look through.
    HolderAnswer recipient(LoginId login, AccountId to) {
        var may = links.ofLogin(login).stream().anyMatch(link -> link.may(LinkRight.TRANSFER));
        return may
                ? masked(to)
                        .<HolderAnswer>map(name -> new HolderAnswer.Recipient(to, name))
                        .orElseGet(HolderAnswer.OtherRecipient::new)
                : new HolderAnswer.NoRight(LinkRight.TRANSFER);
    }

    HolderAnswer transfer(
            Actor actor, RequestId request, LoginId login, HolderRequest.Transfer wanted) {
        return with(
                login,
                wanted.from(),
                LinkRight.TRANSFER,
                () ->
                        masked(wanted.to()).filter(wanted.recipient()::equals).isPresent()
                                ? moved(
                                        transfers.transfer(
                                                actor,
                                                request,
                                                new Postings.Transfer(
                                                        wanted.from(),
                                                        wanted.to(),
                                                        wanted.amount(),
                                                        by(login)),
                                                against(login, wanted.from(), LinkRight.TRANSFER)))
                                : new HolderAnswer.OtherRecipient());
    }

    private static HolderAnswer moved(MoveOutcome outcome) {
        return outcome instanceof MoveOutcome.Rejected(var problems) && lost(problems)
                ? new HolderAnswer.NoRight(LinkRight.TRANSFER)
                : new HolderAnswer.Moved(outcome);
    }

    HolderAnswer topUp(
            Actor actor, RequestId request, LoginId login, AccountId account, Money amount) {
        return with(
                login,
                account,
                LinkRight.TOP_UP,
                () ->
                        ordered(
                                topUps.order(
                                        actor,
                                        request,
                                        new TopUps.NewOrder(
                                                TopUpSource.DIRECT_DEBIT,
                                                reference(request),
                                                account,
                                                amount),
                                        against(login, account, LinkRight.TOP_UP))));
    }

    private static HolderAnswer ordered(OrderOutcome outcome) {
        return outcome instanceof OrderOutcome.Rejected(var problems) && lost(problems)
                ? new HolderAnswer.NoRight(LinkRight.TOP_UP)
                : new HolderAnswer.Ordered(outcome);
    }

    HolderAnswer limit(
            Actor actor, RequestId request, LoginId login, HolderRequest.SetLimit wanted) {
        return with(
                login,
                wanted.account(),
                LinkRight.LIMITS,
                () ->
                        limited(
                                limits.set(
                                        actor,
                                        request,
                                        new HolderLimits.Wanted(
                                                wanted.account(), wanted.kind(), wanted.most()),
                                        against(login, wanted.account(), LinkRight.LIMITS))));
    }

    private static HolderAnswer limited(HolderAnswer answer) {
        return answer instanceof HolderAnswer.Rejected(var problems) && lost(problems)
                ? new HolderAnswer.NoRight(LinkRight.LIMITS)
                : answer;
    }

    /// Asked again in the unit of writing that uses the right.
    private Function<Tx, List<Problem>> against(LoginId login, AccountId account, LinkRight right) {
        return tx -> links.against(tx, login, account, right);
    }

    /// A right that was lost between the look at it and the writing is no right.
    private static boolean lost(List<Problem> problems) {
        return problems.stream().anyMatch(one -> one.key().equals(Links.RIGHT_LOST));
    }

    private HolderAnswer with(
            LoginId login, AccountId account, LinkRight right, Supplier<HolderAnswer> work) {
        return links.giving(login, account, right).isPresent()
                ? work.get()
                : new HolderAnswer.NoRight(right);
    }

    private Optional<String> masked(AccountId account) {
        return links.owner(account)
                .flatMap(owner -> register.find(SYSTEM, owner))
                .map(person -> HolderNames.masked(person.details().fullName()));
    }

    private static Grounds by(LoginId login) {
        return new Grounds(Reason.HOLDER_REQUEST, "self-service:" + login.number(), 0);
    }

    /// The same for every try of one request, as an order's reference has to be.
    private static String reference(RequestId request) {
        var bytes = request.value().getBytes(StandardCharsets.UTF_8);
        return "S-" + UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
    }
}
