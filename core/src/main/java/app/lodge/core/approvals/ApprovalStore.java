package app.lodge.core.approvals;

import static app.lodge.core.books.tables.Tables.APPROVAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.SETTING;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/// The rows of approvals, and the document of their rules. Decides nothing but whether time is up.
final class ApprovalStore {

    private static final String DOCUMENT = "approval-rules";

    long insert(Tx tx, Matter matter, Grounds grounds, Instant expiresAt) {
        var number = tx.nextNumber(APPROVAL.ID);
        tx.sql()
                .insertInto(APPROVAL)
                .set(APPROVAL.ID, number)
                .set(APPROVAL.VERB, matter.verb().name())
                .set(APPROVAL.ACCOUNT_ID, matter.account().number())
                .set(APPROVAL.TOWARDS, matter.towards())
                .set(APPROVAL.AMOUNT, matter.amount().minor())
                .set(APPROVAL.CURRENCY, matter.amount().currency().getCurrencyCode())
                .set(APPROVAL.REASON, grounds.reason().name())
                .set(APPROVAL.REFERENCE, grounds.reference())
                .set(APPROVAL.STATE, ApprovalState.OPEN.name())
                .set(APPROVAL.ASKED_BY, tx.actor().operatorId())
                .set(APPROVAL.ASKED_AT, tx.nowUtc())
                .set(APPROVAL.WORKSTATION, tx.actor().workstation())
                .set(APPROVAL.EXPIRES_AT, Tx.utc(expiresAt))
                .set(APPROVAL.REMARK, Remark.NONE.name())
                .set(APPROVAL.REMARK_REFERENCE, "")
                .execute();
        return number;
    }

    void decide(Tx tx, long number, Approvals.Decision decision) {
        var state = decision.approved() ? ApprovalState.APPROVED : ApprovalState.REFUSED;
        tx.sql()
                .update(APPROVAL)
                .set(APPROVAL.STATE, state.name())
                .set(APPROVAL.DECIDED_BY, tx.actor().operatorId())
                .set(APPROVAL.DECIDED_AT, tx.nowUtc())
                .set(APPROVAL.REMARK, decision.remark().name())
                .set(APPROVAL.REMARK_REFERENCE, decision.reference())
                .where(APPROVAL.ID.eq(number))
                .execute();
    }

    void withdraw(Tx tx, long number) {
        tx.sql()
                .update(APPROVAL)
                .set(APPROVAL.STATE, ApprovalState.WITHDRAWN.name())
                .where(APPROVAL.ID.eq(number))
                .execute();
    }

    /// @return whether it was there to be used
    boolean use(Tx tx, long number) {
        return tx.sql()
                        .update(APPROVAL)
                        .set(APPROVAL.STATE, ApprovalState.USED.name())
                        .set(APPROVAL.USED_AT, tx.nowUtc())
                        .where(APPROVAL.ID.eq(number))
                        .and(APPROVAL.STATE.eq(ApprovalState.APPROVED.name()))
                        .execute()
                == 1;
    }

    Optional<Approval> find(DSLContext sql, long number, Instant now) {
        return select(sql).where(APPROVAL.ID.eq(number)).fetchOptional(row -> approval(row, now));
    }

    List<Approval> open(DSLContext sql, Instant now) {
        return select(sql)
                .where(APPROVAL.STATE.eq(ApprovalState.OPEN.name()))
                .and(APPROVAL.EXPIRES_AT.gt(Tx.utc(now)))
                .orderBy(APPROVAL.ID)
                .fetch(row -> approval(row, now));
    }

    boolean hasAccount(Tx tx, AccountId account) {
        return tx.sql().fetchExists(LEDGER_ACCOUNT, LEDGER_ACCOUNT.ID.eq(account.number()));
    }

    private static final app.lodge.core.books.tables.tables.Operator SECOND =
            OPERATOR.as("second_person");

    private static SelectOnConditionStep<? extends Record> select(DSLContext sql) {
        return sql.select(APPROVAL.asterisk(), OPERATOR.NAME, SECOND.NAME.as("second_name"))
                .from(APPROVAL)
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(APPROVAL.ASKED_BY))
                .leftJoin(SECOND)
                .on(SECOND.ID.eq(APPROVAL.DECIDED_BY));
    }

    private static Approval approval(Record row, Instant now) {
        var expiresAt = Tx.instant(row.get(APPROVAL.EXPIRES_AT));
        var state = ApprovalState.valueOf(row.get(APPROVAL.STATE));
        var waits = state == ApprovalState.OPEN || state == ApprovalState.APPROVED;
        return new Approval(
                row.get(APPROVAL.ID),
                new Matter(
                        Verb.valueOf(row.get(APPROVAL.VERB)),
                        new AccountId(row.get(APPROVAL.ACCOUNT_ID)),
                        Money.of(row.get(APPROVAL.AMOUNT), row.get(APPROVAL.CURRENCY)),
                        row.get(APPROVAL.TOWARDS)),
                Reason.valueOf(row.get(APPROVAL.REASON)),
                row.get(APPROVAL.REFERENCE),
                waits && !expiresAt.isAfter(now) ? ApprovalState.EXPIRED : state,
                row.get(APPROVAL.ASKED_BY),
                Objects.requireNonNullElse(row.get(OPERATOR.NAME), "system"),
                Tx.instant(row.get(APPROVAL.ASKED_AT)),
                row.get(APPROVAL.WORKSTATION),
                expiresAt,
                row.get("second_name", String.class),
                Remark.valueOf(row.get(APPROVAL.REMARK)),
                row.get(APPROVAL.REMARK_REFERENCE));
    }

    ApprovalRules rules(DSLContext sql) {
        return sql.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(DOCUMENT))
                .fetchOptional(SETTING.CONTENT)
                .map(text -> Json.read(text, ApprovalRules.class))
                .orElse(ApprovalRules.STANDARD);
    }

    void putRules(Tx tx, ApprovalRules rules) {
        tx.sql().deleteFrom(SETTING).where(SETTING.NAME.eq(DOCUMENT)).execute();
        tx.sql()
                .insertInto(SETTING)
                .set(SETTING.NAME, DOCUMENT)
                .set(SETTING.CONTENT, Json.text(rules, ApprovalRules.class))
                .set(SETTING.CHANGED_AT, tx.nowUtc())
                .execute();
    }
}
