package app.lodge.core.rights;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonState;
import app.lodge.core.rights.KnownPasses.Carrier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// What a door must know, read from media, people, groups and rules.
final class PassStore {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PassStore() {}

    static KnownPasses of(DSLContext sql, long device, Condition media, Instant now, ZoneId zone) {
        var credentials = credentials(sql, media);
        var people = credentials.values().stream().map(Carrier::person).collect(Collectors.toSet());
        var rules = new HashMap<Long, List<List<Rule>>>();
        for (var resource : RightStore.ofDevice(sql, device)) {
            var standing = RightStore.standingAbout(sql, resource.id());
            var memberships = DraftStore.memberships(sql, groups(standing));
            for (var person : concerned(standing, memberships, people)) {
                var mine = memberships.getOrDefault(person, Set.of());
                rules.computeIfAbsent(person, _ -> new ArrayList<>())
                        .add(
                                standing.stream()
                                        .filter(rule ->
                                                switch (rule.holder().kind()) {
                                                    case PERSON -> rule.holder().number() == person;
                                                    case GROUP ->
                                                            mine.contains(rule.holder().number());
                                                })
                                        .toList());
            }
        }
        return new KnownPasses(
                credentials,
                rules,
                new Ruling(
                        CalendarStore.plans(sql, now).stream()
                                .collect(Collectors.toMap(Rights.Plan::id, Rights.Plan::week)),
                        CalendarStore.calendar(sql, now, zone)));
    }

    static Condition carrying(String credential) {
        return MEDIUM.UID.eq(HEX.parseHex(credential));
    }

    static Condition anything() {
        return MEDIUM.UID.isNotNull();
    }

    private static Set<Long> groups(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.holder().kind() == Holder.Kind.GROUP)
                .map(rule -> rule.holder().number())
                .collect(Collectors.toSet());
    }

    private static Set<Long> concerned(
            List<Rule> rules, Map<Long, Set<Long>> memberships, Set<Long> among) {
        var concerned = new HashSet<>(memberships.keySet());
        rules.stream()
                .filter(rule -> rule.holder().kind() == Holder.Kind.PERSON)
                .forEach(rule -> concerned.add(rule.holder().number()));
        concerned.retainAll(among);
        return concerned;
    }

    /// The newest medium of each chip, unless an older one is alive.
    private static Map<String, Carrier> credentials(DSLContext sql, Condition media) {
        var carriers = new HashMap<String, Carrier>();
        sql.select(MEDIUM.UID, MEDIUM.STATE, PERSON.ID, PERSON.STATE)
                .from(MEDIUM)
                .join(PERSON)
                .on(PERSON.ID.eq(MEDIUM.PERSON_ID))
                .where(media)
                .orderBy(MEDIUM.ID)
                .forEach(row -> {
                    var one =
                            new Carrier(
                                    row.value3(),
                                    MediumState.valueOf(row.value2()) == MediumState.ACTIVE,
                                    PersonState.valueOf(row.value4()) == PersonState.BLOCKED);
                    carriers.merge(
                            HEX.formatHex(row.value1()),
                            one,
                            (older, newer) ->
                                    older.mediumLives() && !newer.mediumLives() ? older : newer);
                });
        return carriers;
    }
}
