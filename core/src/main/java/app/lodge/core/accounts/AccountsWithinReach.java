package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Scope;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts of those people only whom the operator reaches (ID-55). The others are as if they were not
/// there; the site's sums are nothing to whoever works for some departments.
final class AccountsWithinReach implements Accounts {

    private final Reach reach;
    private final AccountStore holders;
    private final Accounts all;

    AccountsWithinReach(Reach reach, AccountStore holders, Accounts all) {
        this.reach = reach;
        this.holders = holders;
        this.all = all;
    }

    @Override
    public Optional<Account> find(Actor actor, AccountId id) {
        return all.find(actor, id).filter(account -> reach.reaches(actor, account.holder()));
    }

    @Override
    public Optional<Account> ofPerson(Actor actor, PersonId person) {
        var account = all.ofPerson(actor, person);
        return reach.reaches(actor, person) ? account : Optional.empty();
    }

    @Override
    public List<Account> allOfPerson(Actor actor, PersonId person) {
        var accounts = all.allOfPerson(actor, person);
        return reach.reaches(actor, person) ? accounts : List.of();
    }

    @Override
    public OpenOutcome open(Actor actor, RequestId request, PersonId person, Currency currency) {
        actor.require(Permission.OPEN_ACCOUNTS);
        reach.require(actor, person);
        return all.open(actor, request, person, currency);
    }

    @Override
    public TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means) {
        require(actor, id);
        return all.topUp(actor, request, id, amount, means);
    }

    @Override
    public Page<Movement> movements(
            Actor actor, AccountId id, LookPurpose purpose, @Nullable String after, int limit) {
        require(actor, id);
        return all.movements(actor, id, purpose, after, limit);
    }

    @Override
    public Optional<Receipt> receiptOf(Actor actor, long posting) {
        holders.holderOf(posting).ifPresent(holder -> reach.require(actor, holder));
        return all.receiptOf(actor, posting);
    }

    @Override
    public Optional<Receipt> copyOfReceipt(Actor actor, long posting) {
        holders.holderOf(posting).ifPresent(holder -> reach.require(actor, holder));
        return all.copyOfReceipt(actor, posting);
    }

    @Override
    public Account block(Actor actor, RequestId request, AccountId id, BlockReason reason) {
        require(actor, id);
        return all.block(actor, request, id, reason);
    }

    @Override
    public Account unblock(Actor actor, RequestId request, AccountId id) {
        require(actor, id);
        return all.unblock(actor, request, id);
    }

    @Override
    public BooksCheck check(Actor actor) {
        var check = all.check(actor);
        if (actor.mandate().scope() instanceof Scope.Site) {
            return check;
        }
        var nothing = Money.zero(check.liabilities().currency());
        return new BooksCheck(nothing, nothing, 0, List.of());
    }

    @Override
    public List<BooksAudit.Finding> audit(Actor actor) {
        return all.audit(actor);
    }

    private void require(Actor actor, AccountId id) {
        all.find(Actor.system("reach"), id)
                .ifPresent(account -> reach.require(actor, account.holder()));
    }
}
