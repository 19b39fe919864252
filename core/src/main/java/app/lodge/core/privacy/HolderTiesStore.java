package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.HOLDER_ADDRESS_CHANGE;
import static app.lodge.core.books.tables.Tables.HOLDER_MAIL;
import static app.lodge.core.books.tables.Tables.HOLDER_REQUEST;
import static app.lodge.core.books.tables.Tables.SELF_SERVICE_CODE;
import static app.lodge.core.books.tables.Tables.SELF_SERVICE_LIMIT;
import static app.lodge.core.books.tables.Tables.SELF_SERVICE_LINK;
import static app.lodge.core.books.tables.Tables.SELF_SERVICE_LOGIN;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import app.lodge.core.selfservice.LoginId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What holders' self-service keeps of a person (ID-57, ID-58), and the logins that end with one.
final class HolderTiesStore {

    private static final String STANDS = "STANDS";
    private static final String ENDED = "ENDED";

    private HolderTiesStore() {}

    /// Who saw the person's accounts and what the person wanted changed says something about them: those
    /// rows go. The person's own logins end, and with them what they saw of others.
    static void forget(Tx tx, long person, Collection<Long> accounts) {
        var sql = tx.sql();
        ownLogins(sql, person).forEach(login -> end(tx, login));
        forgetCodes(sql, person);
        sql.deleteFrom(HOLDER_MAIL).where(HOLDER_MAIL.PERSON_ID.eq(person)).execute();
        sql.deleteFrom(HOLDER_REQUEST).where(HOLDER_REQUEST.PERSON_ID.eq(person)).execute();
        sql.deleteFrom(SELF_SERVICE_LINK).where(SELF_SERVICE_LINK.PERSON_ID.eq(person)).execute();
        sql.deleteFrom(HOLDER_ADDRESS_CHANGE)
                .where(HOLDER_ADDRESS_CHANGE.PERSON_ID.eq(person))
                .execute();
        sql.deleteFrom(SELF_SERVICE_LIMIT)
                .where(SELF_SERVICE_LIMIT.ACCOUNT_ID.in(accounts))
                .execute();
    }

    private static void forgetCodes(DSLContext sql, long person) {
        sql.deleteFrom(SELF_SERVICE_CODE)
                .where(
                        SELF_SERVICE_CODE.PURPOSE.eq("RELEASE"),
                        SELF_SERVICE_CODE.ABOUT.in(
                                select(SELF_SERVICE_LINK.ID)
                                        .from(SELF_SERVICE_LINK)
                                        .where(SELF_SERVICE_LINK.PERSON_ID.eq(person))))
                .execute();
        sql.deleteFrom(SELF_SERVICE_CODE)
                .where(
                        SELF_SERVICE_CODE.PURPOSE.eq("ADDRESS"),
                        SELF_SERVICE_CODE.ABOUT.in(
                                select(HOLDER_REQUEST.ID)
                                        .from(HOLDER_REQUEST)
                                        .where(HOLDER_REQUEST.PERSON_ID.eq(person))))
                .execute();
    }

    static long count(DSLContext sql, long person) {
        return sql.fetchCount(SELF_SERVICE_LINK, SELF_SERVICE_LINK.PERSON_ID.eq(person))
                + sql.fetchCount(HOLDER_REQUEST, HOLDER_REQUEST.PERSON_ID.eq(person));
    }

    private static List<Long> ownLogins(DSLContext sql, long person) {
        return sql.selectDistinct(SELF_SERVICE_LINK.LOGIN_ID)
                .from(SELF_SERVICE_LINK)
                .where(
                        SELF_SERVICE_LINK.PERSON_ID.eq(person),
                        SELF_SERVICE_LINK.OWN.isTrue(),
                        SELF_SERVICE_LINK.STATE.eq(STANDS))
                .fetch(SELF_SERVICE_LINK.LOGIN_ID);
    }

    /// Its key goes with the next destroying of keys.
    static void end(Tx tx, long login) {
        var sql = tx.sql();
        sql.deleteFrom(HOLDER_MAIL).where(HOLDER_MAIL.LOGIN_ID.eq(login)).execute();
        sql.deleteFrom(SELF_SERVICE_CODE)
                .where(SELF_SERVICE_CODE.PURPOSE.eq("SECRET"), SELF_SERVICE_CODE.ABOUT.eq(login))
                .execute();
        sql.update(SELF_SERVICE_LINK)
                .set(SELF_SERVICE_LINK.STATE, ENDED)
                .set(SELF_SERVICE_LINK.ENDED_AT, tx.nowUtc())
                .where(SELF_SERVICE_LINK.LOGIN_ID.eq(login), SELF_SERVICE_LINK.STATE.ne(ENDED))
                .execute();
        sql.update(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.STATE, ENDED)
                .setNull(SELF_SERVICE_LOGIN.KEY_SEED)
                .setNull(SELF_SERVICE_LOGIN.SEALED)
                .setNull(SELF_SERVICE_LOGIN.MAIL_INDEX)
                .setNull(SELF_SERVICE_LOGIN.SECRET)
                .set(SELF_SERVICE_LOGIN.ENDED_AT, tx.nowUtc())
                .where(SELF_SERVICE_LOGIN.ID.eq(login), SELF_SERVICE_LOGIN.STATE.ne(ENDED))
                .execute();
    }

    /// The number of a login that these books have never heard of, and that must not be given again: its key
    /// is nowhere any more.
    static void keepNumber(Tx tx, LoginId login) {
        tx.sql()
                .insertInto(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.ID, login.number())
                .set(SELF_SERVICE_LOGIN.STATE, ENDED)
                .set(SELF_SERVICE_LOGIN.FAILED_ATTEMPTS, 0)
                .set(SELF_SERVICE_LOGIN.OPENED_AT, tx.nowUtc())
                .set(SELF_SERVICE_LOGIN.ENDED_AT, tx.nowUtc())
                .set(SELF_SERVICE_LOGIN.KEY_GONE, true)
                .execute();
    }

    static Set<LoginId> known(DSLContext sql) {
        return Set.copyOf(
                sql.select(SELF_SERVICE_LOGIN.ID)
                        .from(SELF_SERVICE_LOGIN)
                        .fetch(row -> new LoginId(row.value1())));
    }

    /// Logins that have ended and whose keys are still there.
    static List<LoginId> keysLeft(DSLContext sql) {
        return sql.select(SELF_SERVICE_LOGIN.ID)
                .from(SELF_SERVICE_LOGIN)
                .where(SELF_SERVICE_LOGIN.STATE.eq(ENDED), SELF_SERVICE_LOGIN.KEY_GONE.isFalse())
                .fetch(row -> new LoginId(row.value1()));
    }

    static List<LoginId> ended(DSLContext sql) {
        return sql.select(SELF_SERVICE_LOGIN.ID)
                .from(SELF_SERVICE_LOGIN)
                .where(SELF_SERVICE_LOGIN.STATE.eq(ENDED))
                .fetch(row -> new LoginId(row.value1()));
    }

    static void keysGone(Tx tx, Collection<LoginId> logins, boolean gone) {
        tx.sql()
                .update(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.KEY_GONE, gone)
                .where(SELF_SERVICE_LOGIN.ID.in(logins.stream().map(LoginId::number).toList()))
                .execute();
    }

    /// What a request's sealed value comes to; null where it is hidden.
    interface Opening {
        @Nullable String of(String field, String place, byte[] sealed);
    }

    static List<Ties.Wish> wishes(DSLContext sql, long person, Opening open) {
        return sql.selectFrom(HOLDER_REQUEST)
                .where(HOLDER_REQUEST.PERSON_ID.eq(person))
                .orderBy(HOLDER_REQUEST.ID.desc())
                .fetch(row -> {
                    var sealed = row.get(HOLDER_REQUEST.SEALED);
                    return new Ties.Wish(
                            row.get(HOLDER_REQUEST.FIELD),
                            sealed == null
                                    ? null
                                    : open.of(
                                            row.get(HOLDER_REQUEST.FIELD),
                                            "holder_request.sealed/" + row.get(HOLDER_REQUEST.ID),
                                            sealed),
                            row.get(HOLDER_REQUEST.STATE),
                            Tx.instant(row.get(HOLDER_REQUEST.ASKED_AT)));
                });
    }

    static List<Ties.SeenBy> links(DSLContext sql, long person) {
        return sql.selectFrom(SELF_SERVICE_LINK)
                .where(SELF_SERVICE_LINK.PERSON_ID.eq(person))
                .orderBy(SELF_SERVICE_LINK.ID.desc())
                .fetch(row ->
                        new Ties.SeenBy(
                                row.get(SELF_SERVICE_LINK.LOGIN_ID),
                                row.get(SELF_SERVICE_LINK.ACCOUNT_ID),
                                row.get(SELF_SERVICE_LINK.STATE),
                                row.get(SELF_SERVICE_LINK.RIGHTS),
                                row.get(SELF_SERVICE_LINK.OWN),
                                row.get(SELF_SERVICE_LINK.UNTIL),
                                row.get(SELF_SERVICE_LINK.AT_MAJORITY),
                                row.get(SELF_SERVICE_LINK.PROOF),
                                Tx.instant(row.get(SELF_SERVICE_LINK.ASKED_AT)),
                                instant(row.get(SELF_SERVICE_LINK.LINKED_AT)),
                                instant(row.get(SELF_SERVICE_LINK.ENDED_AT))));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : Tx.instant(utc);
    }
}
