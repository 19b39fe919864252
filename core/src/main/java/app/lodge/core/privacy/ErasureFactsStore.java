package app.lodge.core.privacy;

import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Certificate.Gone;
import app.lodge.core.privacy.Certificate.GoneKind;
import app.lodge.core.privacy.Certificate.HandedOut;
import app.lodge.core.privacy.Certificate.Stayed;
import app.lodge.core.privacy.PersonFactsStore.Carried;
import app.lodge.core.privacy.PersonFactsStore.Counted;
import app.lodge.core.privacy.PersonFactsStore.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Gathers what an erasure meets.
final class ErasureFactsStore {

    /// Media in these states may not stay in somebody's pocket.
    private static final EnumSet<MediumState> OUT =
            EnumSet.of(MediumState.ACTIVE, MediumState.PREPARING);

    private ErasureFactsStore() {}

    static PersonFacts of(DSLContext sql, PersonFactsStore.Row row, LocalDate today) {
        return of(sql, row, today, RetentionStore.byData(sql));
    }

    /// @param rules how long what is kept; they need not be the site's
    static PersonFacts of(
            DSLContext sql,
            PersonFactsStore.Row row,
            LocalDate today,
            Map<DataClass, RetentionClass> rules) {
        var person = row.person();
        var holdings = PersonFactsStore.holdings(sql, row.subject());
        var media = PersonFactsStore.media(sql, person);
        var credentials = PersonFactsStore.credentials(sql, person);
        var stays = stays(sql, row, holdings, media, rules);
        var obstacles = new ArrayList<Obstacle>();
        for (var holding : holdings) {
            if (holding.balance().minor() != 0) {
                obstacles.add(new Obstacle.BalanceLeft(holding.account(), holding.balance()));
            }
            if (holding.reserved().minor() != 0) {
                obstacles.add(new Obstacle.PaymentOpen(holding.account(), holding.reserved()));
            }
        }
        var accounts = holdings.stream().map(Holding::account).toList();
        Stream.concat(
                        PersonFactsStore.openTopUps(sql, accounts).stream(),
                        PersonFactsStore.openPayOuts(sql, accounts).stream())
                .forEach(open ->
                        obstacles.add(new Obstacle.PaymentOpen(open.account(), open.balance())));
        obstacles.addAll(PurseFactsStore.left(sql, media));
        media.stream()
                .filter(medium -> OUT.contains(medium.state()))
                .forEach(medium ->
                        obstacles.add(new Obstacle.MediumOut(medium.number(), medium.state())));
        PersonFactsStore.openJobs(sql, person)
                .forEach(job -> obstacles.add(new Obstacle.CardJobOpen(job)));
        LegalHoldStore.of(sql, new PersonId(person), today)
                .forEach(hold -> obstacles.add(new Obstacle.UnderLegalHold(hold)));
        obstacles.addAll(keptByRule(rules, stays, today));
        var ties = TiesStore.of(person, holdings, media);
        return new PersonFacts(
                row,
                holdings,
                media,
                credentials,
                List.copyOf(obstacles),
                goes(sql, ties, credentials),
                stays,
                handedOut(sql, row));
    }

    static List<HandedOut> handedOut(DSLContext sql, PersonFactsStore.Row row) {
        return Stream.concat(
                        PersonFactsStore.handedOut(sql, row).stream(),
                        TiesStore.of(sql, row).bankFiles(sql).stream())
                .toList();
    }

    private static List<Obstacle> keptByRule(
            Map<DataClass, RetentionClass> rules, List<Stayed> stays, LocalDate today) {
        var kept = new ArrayList<Obstacle>();
        for (var stay : stays) {
            var rule = rules.get(stay.data());
            if (rule != null && rule.keepsPerson() && stay.until().isAfter(today)) {
                kept.add(new Obstacle.KeptByRule(rule, stay.until()));
            }
        }
        return kept;
    }

    private static List<Gone> goes(DSLContext sql, TiesStore ties, List<String> credentials) {
        var person = ties.person();
        return Stream.of(
                        new Gone(GoneKind.KEY, 1),
                        new Gone(GoneKind.DETAILS, 1),
                        new Gone(GoneKind.PHOTOGRAPHS, PersonFactsStore.photographs(sql, person)),
                        new Gone(GoneKind.SIGNATURES, PersonFactsStore.signatures(sql, person)),
                        new Gone(GoneKind.MAPPING, 1),
                        new Gone(GoneKind.SEARCH, 1),
                        new Gone(GoneKind.CHIP_NUMBERS, credentials.size()),
                        new Gone(
                                GoneKind.COMPARTMENTS,
                                PersonFactsStore.compartments(sql, person).size()),
                        new Gone(
                                GoneKind.DEVICE_LISTS,
                                PersonFactsStore.listed(sql, credentials).size()),
                        new Gone(GoneKind.GROUPS, ties.groups(sql)),
                        new Gone(GoneKind.COST_CENTRES, ties.centres(sql)),
                        new Gone(GoneKind.LIMITS, ties.limits(sql)),
                        new Gone(GoneKind.MANDATES, ties.mandates(sql)),
                        new Gone(GoneKind.SELF_SERVICE, HolderTiesStore.count(sql, person)))
                .filter(gone -> gone.count() > 0)
                .toList();
    }

    private static List<Stayed> stays(
            DSLContext sql,
            PersonFactsStore.Row row,
            List<Holding> holdings,
            List<Carried> media,
            Map<DataClass, RetentionClass> rules) {
        var accounts = holdings.stream().map(Holding::account).toList();
        var mediums = media.stream().map(Carried::medium).toList();
        Map<DataClass, Counted> counted = new EnumMap<>(DataClass.class);
        counted.put(DataClass.POSTINGS, PersonFactsStore.postings(sql, accounts));
        counted.put(DataClass.RECEIPTS, PersonFactsStore.receipts(sql, accounts));
        counted.put(DataClass.MEDIA, PersonFactsStore.media(sql, mediums));
        counted.put(DataClass.DEVICE_EVENTS, PersonFactsStore.deviceEvents(sql, mediums));
        counted.put(
                DataClass.JOURNAL,
                PersonFactsStore.journal(
                        sql, PersonFactsStore.subjects(row.person(), accounts, mediums)));
        var stays = new ArrayList<Stayed>();
        counted.forEach((data, found) -> {
            var rule = rules.get(data);
            var last = found.last();
            if (rule != null && last != null) {
                stays.add(new Stayed(data, found.count(), rule.ground(), rule.until(last)));
            }
        });
        return List.copyOf(stays);
    }
}
