package app.lodge.core.groups;

import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER_PAST;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.count;

import app.lodge.core.books.Tx;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The rows of groups and their members.
final class GroupStore {

    List<Group> all(DSLContext sql) {
        return select(sql, DSL.noCondition());
    }

    Optional<Group> find(DSLContext sql, GroupId id) {
        return select(sql, PEOPLE_GROUP.ID.eq(id.number())).stream().findFirst();
    }

    List<Group> ofPerson(DSLContext sql, PersonId person) {
        return select(
                sql,
                PEOPLE_GROUP.ID.in(
                        DSL.select(GROUP_MEMBER.GROUP_ID)
                                .from(GROUP_MEMBER)
                                .where(GROUP_MEMBER.PERSON_ID.eq(person.number()))));
    }

    private static List<Group> select(DSLContext sql, Condition condition) {
        return sql.select(PEOPLE_GROUP.ID, PEOPLE_GROUP.NAME, count(GROUP_MEMBER.PERSON_ID))
                .from(PEOPLE_GROUP)
                .leftJoin(GROUP_MEMBER)
                .on(GROUP_MEMBER.GROUP_ID.eq(PEOPLE_GROUP.ID))
                .where(condition)
                .groupBy(PEOPLE_GROUP.ID, PEOPLE_GROUP.NAME)
                .orderBy(PEOPLE_GROUP.NAME)
                .fetch(row -> new Group(new GroupId(row.value1()), row.value2(), row.value3()));
    }

    List<PersonId> members(DSLContext sql, GroupId id, long after, int limit) {
        return sql.select(GROUP_MEMBER.PERSON_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.GROUP_ID.eq(id.number()))
                .and(GROUP_MEMBER.PERSON_ID.gt(after))
                .orderBy(GROUP_MEMBER.PERSON_ID)
                .limit(limit)
                .fetch(row -> new PersonId(row.value1()));
    }

    boolean nameTaken(Tx tx, String name, long except) {
        return tx.sql()
                .fetchExists(
                        PEOPLE_GROUP, PEOPLE_GROUP.NAME.eq(name).and(PEOPLE_GROUP.ID.ne(except)));
    }

    boolean personExists(Tx tx, PersonId person) {
        return tx.sql().fetchExists(PERSON, PERSON.ID.eq(person.number()));
    }

    GroupId add(Tx tx, String name) {
        var id = tx.nextNumber(PEOPLE_GROUP.ID);
        tx.sql()
                .insertInto(PEOPLE_GROUP)
                .set(PEOPLE_GROUP.ID, id)
                .set(PEOPLE_GROUP.NAME, name)
                .set(PEOPLE_GROUP.CREATED_AT, tx.nowUtc())
                .execute();
        return new GroupId(id);
    }

    void rename(Tx tx, GroupId id, String name) {
        tx.sql()
                .update(PEOPLE_GROUP)
                .set(PEOPLE_GROUP.NAME, name)
                .where(PEOPLE_GROUP.ID.eq(id.number()))
                .execute();
    }

    /// @return false if the person was in it already
    boolean enter(Tx tx, GroupId id, PersonId person) {
        if (tx.sql().fetchExists(GROUP_MEMBER, row(id, person))) {
            return false;
        }
        tx.sql()
                .insertInto(GROUP_MEMBER)
                .set(GROUP_MEMBER.GROUP_ID, id.number())
                .set(GROUP_MEMBER.PERSON_ID, person.number())
                .set(GROUP_MEMBER.SINCE, tx.nowUtc())
                .execute();
        return true;
    }

    /// Keeps when the person was in it: what it could open then can be asked for ever (ID-36).
    boolean leave(Tx tx, GroupId id, PersonId person) {
        tx.sql()
                .insertInto(
                        GROUP_MEMBER_PAST,
                        GROUP_MEMBER_PAST.GROUP_ID,
                        GROUP_MEMBER_PAST.PERSON_ID,
                        GROUP_MEMBER_PAST.SINCE,
                        GROUP_MEMBER_PAST.UNTIL)
                .select(
                        DSL.select(
                                        GROUP_MEMBER.GROUP_ID,
                                        GROUP_MEMBER.PERSON_ID,
                                        GROUP_MEMBER.SINCE,
                                        DSL.val(tx.nowUtc()))
                                .from(GROUP_MEMBER)
                                .where(row(id, person)))
                .execute();
        return tx.sql().deleteFrom(GROUP_MEMBER).where(row(id, person)).execute() == 1;
    }

    private static Condition row(GroupId id, PersonId person) {
        return GROUP_MEMBER
                .GROUP_ID
                .eq(id.number())
                .and(GROUP_MEMBER.PERSON_ID.eq(person.number()));
    }
}
