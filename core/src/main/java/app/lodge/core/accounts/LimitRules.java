package app.lodge.core.accounts;

import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limit.Owner;
import app.lodge.core.accounts.Limits.Standing;
import app.lodge.core.accounts.Refusal.LimitReached;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which limits hold for an account, and what remains of them (ID-13, ID-19, ID-26).
///
/// A limit on the account wins; among groups the smallest; else the site's. What was spent is summed
/// only for accounts that have such a limit, so the others pay as fast as ever.
///
/// Amounts of groups and of the site are in the site's currency: an account in another one has the limits
/// that are its own, and of its groups those that count.
final class LimitRules {

    private static final Set<Kind> SPENDING =
            Set.of(
                    Kind.SPENT_PER_DAY,
                    Kind.SPENT_PER_WEEK,
                    Kind.SPENT_PER_MONTH,
                    Kind.PAYMENTS_PER_DAY,
                    Kind.PAYMENTS_PER_WEEK,
                    Kind.PAYMENTS_PER_MONTH);

    private final Bookkeeping keeping;
    private final LimitStore store = new LimitStore();
    private volatile @Nullable Boolean any;

    LimitRules(Bookkeeping keeping) {
        this.keeping = keeping;
    }

    /// @return null if the payment keeps to every limit
    @Nullable LimitReached spending(Tx tx, Account account, Money amount, LocalDate day) {
        for (var limit : effective(tx, account, day).values()) {
            if (SPENDING.contains(limit.kind())) {
                var remains = limit.most() - store.used(tx.sql(), account, limit.kind(), day);
                if ((limit.kind().counts() ? 1 : amount.minor()) > remains) {
                    return new LimitReached(limit, Math.max(0, remains));
                }
            }
        }
        return null;
    }

    /// @return null if the transfer keeps to every limit
    @Nullable Refusal transfer(Tx tx, Account from, Money amount, LocalDate day) {
        var limits = effective(tx, from, day);
        var rules =
                inSitesCurrency(from)
                        ? keeping.rules().transfers()
                        : new AccountRules.TransferRules(0, 0, false);
        var most = limits.getOrDefault(Kind.TRANSFER, site(Kind.TRANSFER, rules.most()));
        if (most.most() != 0 && amount.minor() > most.most()) {
            return new LimitReached(most, most.most());
        }
        var perDay =
                limits.getOrDefault(
                        Kind.TRANSFERRED_PER_DAY,
                        site(Kind.TRANSFERRED_PER_DAY, rules.mostPerDay()));
        if (perDay.most() == 0) {
            return null;
        }
        var remains = perDay.most() - store.used(tx.sql(), from, perDay.kind(), day);
        return amount.minor() > remains ? new LimitReached(perDay, Math.max(0, remains)) : null;
    }

    /// @return null if the account may hold that much more
    @Nullable Refusal balance(Tx tx, Account account, Money more) {
        var limit = balanceLimit(tx, account);
        var remains = limit.most() - account.balance().minor();
        return more.minor() > remains ? new LimitReached(limit, Math.max(0, remains)) : null;
    }

    long maximumBalance(Tx tx, Account account) {
        return balanceLimit(tx, account).most();
    }

    private Limit balanceLimit(Tx tx, Account account) {
        return effective(tx, account, today())
                .getOrDefault(
                        Kind.BALANCE,
                        site(
                                Kind.BALANCE,
                                inSitesCurrency(account)
                                        ? keeping.settings().maximumBalance()
                                        : Long.MAX_VALUE));
    }

    private Map<Kind, Limit> effective(Tx tx, Account account, LocalDate day) {
        return someLimits(tx)
                ? fold(
                        fitting(
                                account.balance().currency(),
                                store.of(tx.sql(), account.id(), account.holder(), day)))
                : Map.of();
    }

    private boolean inSitesCurrency(Account account) {
        return account.balance().currency().equals(keeping.settings().currency());
    }

    private List<Limit> fitting(Currency currency, List<Limit> limits) {
        return currency.equals(keeping.settings().currency())
                ? limits
                : limits.stream()
                        .filter(limit -> limit.owner() == Owner.ACCOUNT || limit.kind().counts())
                        .toList();
    }

    static Map<Kind, Limit> fold(List<Limit> limits) {
        var effective = new EnumMap<Kind, Limit>(Kind.class);
        for (var limit : limits) {
            effective.merge(limit.kind(), limit, LimitRules::stronger);
        }
        return effective;
    }

    private static Limit stronger(Limit one, Limit other) {
        if (one.owner() != other.owner()) {
            return one.owner() == Owner.ACCOUNT ? one : other;
        }
        return one.most() <= other.most() ? one : other;
    }

    /// What holds for an account, with what is used of it.
    List<Standing> standing(Account account, LocalDate day) {
        return keeping.books()
                .snapshot(sql -> {
                    var limits =
                            fold(
                                    fitting(
                                            account.balance().currency(),
                                            store.of(sql, account.id(), account.holder(), day)));
                    if (inSitesCurrency(account)) {
                        addSites(limits);
                    }
                    return limits.values().stream()
                            .filter(limit -> limit.owner() != Owner.SITE || limit.most() != 0)
                            .map(limit ->
                                    new Standing(
                                            limit, store.used(sql, account, limit.kind(), day)))
                            .toList();
                });
    }

    private void addSites(Map<Kind, Limit> limits) {
        var transfers = keeping.rules().transfers();
        limits.putIfAbsent(Kind.BALANCE, site(Kind.BALANCE, keeping.settings().maximumBalance()));
        limits.putIfAbsent(Kind.TRANSFER, site(Kind.TRANSFER, transfers.most()));
        limits.putIfAbsent(
                Kind.TRANSFERRED_PER_DAY, site(Kind.TRANSFERRED_PER_DAY, transfers.mostPerDay()));
    }

    /// Brings the overdraft in a person's balance rows to what the limits say.
    void refresh(Tx tx, PersonId person) {
        var day = today();
        for (var owned : store.accountsOf(tx.sql(), person)) {
            var account = owned.id();
            var limits = fitting(owned.currency(), store.of(tx.sql(), account, person, day));
            var limit = fold(limits).get(Kind.OVERDRAFT);
            var wanted = limit == null ? 0 : limit.most();
            var before = store.overdraft(tx, account);
            if (before != wanted) {
                store.keepOverdraft(tx, account, wanted);
                tx.journal(
                        "account.overdraft-changed",
                        "account:" + account.number(),
                        Map.of("before", before, "after", wanted));
            }
        }
    }

    /// Takes away limits whose last day is over.
    void endDue(Actor system) {
        if (Boolean.FALSE.equals(any)) {
            return;
        }
        var day = today();
        if (keeping.books().read(sql -> store.due(sql, day)).isEmpty()) {
            return;
        }
        keeping.books()
                .write(
                        system,
                        tx -> {
                            for (var limit : store.due(tx.sql(), day)) {
                                remove(tx, limit, "limit.ended");
                            }
                            return null;
                        });
    }

    void put(Tx tx, Limit limit) {
        store.put(tx, limit);
        any = true;
        tx.onRollback(() -> any = null);
        follow(tx, limit);
    }

    void remove(Tx tx, Limit limit, String journalKind) {
        store.remove(tx, limit);
        tx.journal(journalKind, subject(limit), Map.of("kind", limit.kind().name()));
        follow(tx, limit);
    }

    static String subject(Limit limit) {
        return limit.owner().name().toLowerCase(Locale.ROOT) + ":" + limit.whose();
    }

    private void follow(Tx tx, Limit limit) {
        if (limit.kind() == Kind.OVERDRAFT) {
            store.peopleOf(tx.sql(), limit).forEach(person -> refresh(tx, person));
        }
    }

    private boolean someLimits(Tx tx) {
        var known = any;
        if (known == null) {
            known = store.any(tx.sql());
            any = known;
        }
        return known;
    }

    private static Limit site(Kind kind, long most) {
        return new Limit(kind, Owner.SITE, 0, most, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(keeping.books().clock().instant(), keeping.settings().zone());
    }
}
