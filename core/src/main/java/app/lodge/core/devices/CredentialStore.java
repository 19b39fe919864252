package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.COMPARTMENT_ASSIGNMENT;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.PRICE_LIST;
import static app.lodge.core.books.tables.Tables.PURSE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// What each credential may do just now, read from media, people, accounts and assignments.
final class CredentialStore {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CredentialStore() {}

    /// @param credential upper-case hex
    /// @param person 0 for none
    /// @param groups of the person that any price list names, ascending
    record Standing(
            String credential,
            MediumState medium,
            long person,
            boolean personBlocked,
            boolean accountBlocked,
            boolean purseRevoked,
            List<Long> groups) {

        boolean live() {
            return medium == MediumState.ACTIVE || medium == MediumState.BLOCKED;
        }

        boolean pays() {
            return medium == MediumState.ACTIVE
                    && !personBlocked
                    && !accountBlocked
                    && !purseRevoked;
        }

        /// Blocked, or replaced because the first was lost: to be refused also where nobody can be
        /// asked.
        boolean refusedAtPaymentPoints() {
            return switch (medium) {
                case BLOCKED, REPLACED, EXPIRED -> true;
                case ACTIVE -> personBlocked || accountBlocked || purseRevoked;
                case PREPARING, RETURNED, DESTROYED, SPOILED -> false;
            };
        }

        boolean opens() {
            return medium == MediumState.ACTIVE && !personBlocked;
        }
    }

    static Map<String, Standing> all(DSLContext sql) {
        var all = standings(sql, MEDIUM.UID.isNotNull());
        OperatorCardListStore.all(sql).forEach(uid -> all.putIfAbsent(uid, refused(uid)));
        return all;
    }

    static Map<String, Standing> of(DSLContext sql, Collection<String> credentials) {
        var found = new TreeMap<String, Standing>();
        var rest = new ArrayList<>(credentials);
        for (var from = 0; from < rest.size(); from += 500) {
            var uids =
                    rest.subList(from, Math.min(from + 500, rest.size())).stream()
                            .map(HEX::parseHex)
                            .toList();
            found.putAll(standings(sql, MEDIUM.UID.in(uids)));
        }
        OperatorCardListStore.among(sql, credentials)
                .forEach(uid -> found.putIfAbsent(uid, refused(uid)));
        return found;
    }

    /// An operator's card that was lost: no medium of anybody's, and to be refused everywhere.
    private static Standing refused(String credential) {
        return new Standing(credential, MediumState.BLOCKED, 0, false, false, false, List.of());
    }

    static Optional<Standing> of(DSLContext sql, String credential) {
        return Optional.ofNullable(of(sql, List.of(credential)).get(credential));
    }

    static Optional<String> ofMedium(DSLContext sql, long medium) {
        return credentials(sql, MEDIUM.ID.eq(medium)).stream().findFirst();
    }

    static List<String> ofPerson(DSLContext sql, long person) {
        return credentials(sql, MEDIUM.PERSON_ID.eq(person));
    }

    static List<String> ofAccount(DSLContext sql, long account) {
        return credentials(
                sql,
                MEDIUM.PERSON_ID.in(
                        select(PERSON.ID)
                                .from(PERSON)
                                .join(LEDGER_ACCOUNT)
                                .on(LEDGER_ACCOUNT.SUBJECT_ID.eq(PERSON.SUBJECT_ID))
                                .where(LEDGER_ACCOUNT.ID.eq(account))));
    }

    /// Person → compartments, ascending.
    static Map<Long, List<Integer>> compartments(DSLContext sql, DeviceId cabinet) {
        return sql
                .select(COMPARTMENT_ASSIGNMENT.PERSON_ID, COMPARTMENT_ASSIGNMENT.COMPARTMENT)
                .from(COMPARTMENT_ASSIGNMENT)
                .where(COMPARTMENT_ASSIGNMENT.DEVICE_ID.eq(cabinet.number()))
                .orderBy(COMPARTMENT_ASSIGNMENT.COMPARTMENT)
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.value1(),
                                Collectors.mapping(row -> row.value2(), Collectors.toList())));
    }

    private static List<String> credentials(DSLContext sql, Condition condition) {
        return sql.selectDistinct(MEDIUM.UID)
                .from(MEDIUM)
                .where(condition, MEDIUM.UID.isNotNull())
                .fetch(row -> HEX.formatHex(row.value1()));
    }

    private static Map<String, Standing> standings(DSLContext sql, Condition condition) {
        var accountBlocked =
                field(
                                exists(
                                        selectOne()
                                                .from(LEDGER_ACCOUNT)
                                                .where(
                                                        LEDGER_ACCOUNT.SUBJECT_ID.eq(
                                                                PERSON.SUBJECT_ID),
                                                        LEDGER_ACCOUNT.BLOCKED.isTrue())))
                        .as(DSL.name("account_blocked"));
        var purseRevoked =
                field(
                                exists(
                                        selectOne()
                                                .from(PURSE)
                                                .where(
                                                        PURSE.MEDIUM_ID.eq(MEDIUM.ID),
                                                        PURSE.LIST_NUMBER.isNotNull())))
                        .as(DSL.name("purse_revoked"));
        var groups = pricedGroups(sql);
        var newest = new TreeMap<String, Standing>();
        sql.select(MEDIUM.UID, MEDIUM.STATE, PERSON.ID, PERSON.STATE, accountBlocked, purseRevoked)
                .from(MEDIUM)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(MEDIUM.PERSON_ID))
                .where(condition)
                .orderBy(MEDIUM.ID)
                .forEach(row -> {
                    var one = standing(row, row.get(accountBlocked), row.get(purseRevoked), groups);
                    newest.merge(
                            one.credential(),
                            one,
                            (older, newer) -> older.live() && !newer.live() ? older : newer);
                });
        return newest;
    }

    /// Person → groups that a price list names, ascending: no till learns of others.
    private static Map<Long, List<Long>> pricedGroups(DSLContext sql) {
        return sql.select(GROUP_MEMBER.PERSON_ID, GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .where(
                        GROUP_MEMBER.GROUP_ID.in(
                                select(PRICE_LIST.GROUP_ID)
                                        .from(PRICE_LIST)
                                        .where(PRICE_LIST.GROUP_ID.isNotNull())))
                .orderBy(GROUP_MEMBER.GROUP_ID)
                .fetchGroups(GROUP_MEMBER.PERSON_ID, GROUP_MEMBER.GROUP_ID);
    }

    private static Standing standing(
            Record row,
            boolean accountBlocked,
            boolean purseRevoked,
            Map<Long, List<Long>> groups) {
        var person = row.get(PERSON.ID);
        return new Standing(
                HEX.formatHex(row.get(MEDIUM.UID)),
                MediumState.valueOf(row.get(MEDIUM.STATE)),
                person == null ? 0 : person,
                person != null && PersonState.valueOf(row.get(PERSON.STATE)) == PersonState.BLOCKED,
                accountBlocked,
                purseRevoked,
                person == null ? List.of() : groups.getOrDefault(person, List.of()));
    }
}
