package app.lodge.core.rights;

import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER_PAST;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonState;
import app.lodge.core.rights.Standing.Membership;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What the books said about a person at a moment, from rules, groups, plans, calendar and journal.
final class StandingStore {

    private StandingStore() {}

    static boolean personExists(DSLContext sql, long person) {
        return sql.fetchExists(PERSON, PERSON.ID.eq(person));
    }

    /// @param known a moment of the books
    static Standing at(DSLContext sql, long person, Instant known, ZoneId zone) {
        var groups = groups(sql, person, known);
        var plans = CalendarStore.plans(sql, known);
        return new Standing(
                RightStore.of(sql, person, groups.stream().map(Membership::group).toList(), known),
                groups,
                blocked(sql, person, known),
                new Ruling(
                        plans.stream()
                                .collect(Collectors.toMap(Rights.Plan::id, Rights.Plan::week)),
                        CalendarStore.calendar(sql, known, zone)),
                plans.stream().collect(Collectors.toMap(Rights.Plan::id, Rights.Plan::name)));
    }

    private static List<Membership> groups(DSLContext sql, long person, Instant known) {
        var utc = Tx.utc(known);
        return sql.select(GROUP_MEMBER.GROUP_ID, PEOPLE_GROUP.NAME, GROUP_MEMBER.SINCE)
                .from(GROUP_MEMBER)
                .join(PEOPLE_GROUP)
                .on(PEOPLE_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.PERSON_ID.eq(person), GROUP_MEMBER.SINCE.le(utc))
                .unionAll(
                        DSL.select(
                                        GROUP_MEMBER_PAST.GROUP_ID,
                                        PEOPLE_GROUP.NAME,
                                        GROUP_MEMBER_PAST.SINCE)
                                .from(GROUP_MEMBER_PAST)
                                .join(PEOPLE_GROUP)
                                .on(PEOPLE_GROUP.ID.eq(GROUP_MEMBER_PAST.GROUP_ID))
                                .where(
                                        GROUP_MEMBER_PAST.PERSON_ID.eq(person),
                                        GROUP_MEMBER_PAST.SINCE.le(utc),
                                        GROUP_MEMBER_PAST.UNTIL.gt(utc)))
                .orderBy(DSL.two())
                .fetch(row -> new Membership(row.value1(), row.value2(), Tx.instant(row.value3())));
    }

    /// The journal tells since when; a person that was never blocked has no row there.
    private static boolean blocked(DSLContext sql, long person, Instant known) {
        var after =
                sql.select(JOURNAL.KIND)
                        .from(JOURNAL)
                        .where(
                                JOURNAL.SUBJECT.eq("person:" + person),
                                JOURNAL.KIND.in("person.blocked", "person.unblocked"),
                                JOURNAL.AT.gt(Tx.utc(known)))
                        .orderBy(JOURNAL.ID)
                        .limit(1)
                        .fetchOne(JOURNAL.KIND);
        if (after != null) {
            return after.equals("person.unblocked");
        }
        return sql.fetchExists(
                PERSON, PERSON.ID.eq(person), PERSON.STATE.eq(PersonState.BLOCKED.name()));
    }
}
