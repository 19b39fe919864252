package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.SELF_SERVICE_LINK;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.selfservice.Link.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of links. What their last day comes to is for {@link Links} to say.
final class LinkStore {

    long insert(
            Tx tx, LoginId login, PersonId owner, Link.Wanted wanted, State state, Proof proof) {
        var id = tx.nextNumber(SELF_SERVICE_LINK.ID);
        tx.sql()
                .insertInto(SELF_SERVICE_LINK)
                .set(SELF_SERVICE_LINK.ID, id)
                .set(SELF_SERVICE_LINK.LOGIN_ID, login.number())
                .set(SELF_SERVICE_LINK.ACCOUNT_ID, wanted.account().number())
                .set(SELF_SERVICE_LINK.PERSON_ID, owner.number())
                .set(SELF_SERVICE_LINK.STATE, state.name())
                .set(SELF_SERVICE_LINK.RIGHTS, codes(wanted.rights()))
                .set(SELF_SERVICE_LINK.OWN, wanted.own())
                .set(SELF_SERVICE_LINK.UNTIL, wanted.until())
                .set(SELF_SERVICE_LINK.AT_MAJORITY, wanted.atMajority())
                .set(SELF_SERVICE_LINK.PROOF, proof.name())
                .set(SELF_SERVICE_LINK.ASKED_AT, tx.nowUtc())
                .set(SELF_SERVICE_LINK.LINKED_AT, state == State.STANDS ? tx.nowUtc() : null)
                .execute();
        return id;
    }

    void stands(Tx tx, long link) {
        tx.sql()
                .update(SELF_SERVICE_LINK)
                .set(SELF_SERVICE_LINK.STATE, State.STANDS.name())
                .set(SELF_SERVICE_LINK.LINKED_AT, tx.nowUtc())
                .where(SELF_SERVICE_LINK.ID.eq(link))
                .execute();
    }

    void change(Tx tx, long link, Set<LinkRight> rights, @Nullable LocalDate until) {
        tx.sql()
                .update(SELF_SERVICE_LINK)
                .set(SELF_SERVICE_LINK.RIGHTS, codes(rights))
                .set(SELF_SERVICE_LINK.UNTIL, until)
                .where(SELF_SERVICE_LINK.ID.eq(link))
                .execute();
    }

    void end(Tx tx, Collection<Long> links) {
        tx.sql()
                .update(SELF_SERVICE_LINK)
                .set(SELF_SERVICE_LINK.STATE, State.ENDED.name())
                .set(SELF_SERVICE_LINK.ENDED_AT, tx.nowUtc())
                .where(SELF_SERVICE_LINK.ID.in(links))
                .execute();
    }

    Optional<Link> find(DSLContext sql, long link) {
        return rows(sql, SELF_SERVICE_LINK.ID.eq(link)).stream().findFirst();
    }

    List<Link> ofLogin(DSLContext sql, LoginId login) {
        return rows(sql, SELF_SERVICE_LINK.LOGIN_ID.eq(login.number()));
    }

    List<Link> ofPerson(DSLContext sql, PersonId person) {
        return rows(sql, SELF_SERVICE_LINK.PERSON_ID.eq(person.number()));
    }

    private static List<Link> rows(DSLContext sql, Condition where) {
        return sql.selectFrom(SELF_SERVICE_LINK)
                .where(where)
                .orderBy(SELF_SERVICE_LINK.ID.desc())
                .fetch(LinkStore::link);
    }

    private static Link link(Record row) {
        var until = row.get(SELF_SERVICE_LINK.UNTIL);
        return new Link(
                row.get(SELF_SERVICE_LINK.ID),
                new LoginId(row.get(SELF_SERVICE_LINK.LOGIN_ID)),
                new AccountId(row.get(SELF_SERVICE_LINK.ACCOUNT_ID)),
                new PersonId(row.get(SELF_SERVICE_LINK.PERSON_ID)),
                State.valueOf(row.get(SELF_SERVICE_LINK.STATE)),
                rights(row.get(SELF_SERVICE_LINK.RIGHTS)),
                row.get(SELF_SERVICE_LINK.OWN),
                until,
                row.get(SELF_SERVICE_LINK.AT_MAJORITY),
                until,
                Proof.valueOf(row.get(SELF_SERVICE_LINK.PROOF)),
                Tx.instant(row.get(SELF_SERVICE_LINK.ASKED_AT)),
                instant(row.get(SELF_SERVICE_LINK.LINKED_AT)),
                instant(row.get(SELF_SERVICE_LINK.ENDED_AT)));
    }

    static String codes(Set<LinkRight> rights) {
        return rights.stream().sorted().map(LinkRight::name).collect(Collectors.joining(","));
    }

    private static Set<LinkRight> rights(String codes) {
        var rights = EnumSet.noneOf(LinkRight.class);
        if (!codes.isEmpty()) {
            Arrays.stream(codes.split(",")).map(LinkRight::valueOf).forEach(rights::add);
        }
        return rights;
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : Tx.instant(utc);
    }
}
