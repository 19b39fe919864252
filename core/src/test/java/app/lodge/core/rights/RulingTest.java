package app.lodge.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules in time, held against an oracle that walks minute by minute and knows nothing but the sentences
/// of `docs/rights.md`.
@Tag("ID-37")
final class RulingTest {

    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    /// Clocks go back on 25 October 2026 and forward on 28 March 2027.
    private static final List<Instant> MOMENTS =
            List.of(
                    Instant.parse("2026-10-23T22:00:00Z"),
                    Instant.parse("2027-03-26T23:00:00Z"),
                    Instant.parse("2026-12-23T23:00:00Z"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithAnOracleThatWalksMinuteByMinute(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 4; round++) {
            var start = MOMENTS.get(random.nextInt(MOMENTS.size()));
            var end = start.plus(Duration.ofDays(4));
            var plans = new HashMap<PlanId, WeekPlan>();
            for (var i = 1; i <= 3; i++) {
                plans.put(new PlanId(i), plan(random));
            }
            var first = start.atZone(ZAGREB).toLocalDate();
            var holidays = new HashMap<LocalDate, String>();
            for (var day = -1; day < 5; day++) {
                if (random.nextInt(3) == 0) {
                    holidays.put(first.plusDays(day), "Feast");
                }
            }
            var ruling = new Ruling(plans, new SiteCalendar(ZAGREB, holidays));
            var rules = new ArrayList<Rule>();
            for (var i = 0; i < 1 + random.nextInt(5); i++) {
                rules.add(rule(random, i, start));
            }
            var spans = Timeline.of(ruling, rules, start, end).spans();
            for (var at = start; at.isBefore(end); at = at.plusSeconds(60)) {
                var moment = at;
                var expected = oracle(rules, plans, holidays.keySet(), moment);
                assertThat(ruling.allows(rules, moment))
                        .as("seed %d at %s of %s by %s", seed, moment, rules, plans)
                        .isEqualTo(expected);
                assertThat(
                                spans.stream()
                                        .anyMatch(span ->
                                                !moment.isBefore(span.from())
                                                        && moment.isBefore(span.to())))
                        .as("timeline, seed %d at %s of %s by %s", seed, moment, rules, plans)
                        .isEqualTo(expected);
            }
        }
    }

    /// The sentences, one by one.
    private static boolean oracle(
            List<Rule> rules,
            Map<PlanId, WeekPlan> plans,
            java.util.Set<LocalDate> holidays,
            Instant moment) {
        var heard = new ArrayList<Rule>();
        for (var rule : rules) {
            var begun = rule.from() == null || rule.from().compareTo(moment) <= 0;
            var over = rule.until() != null && rule.until().compareTo(moment) <= 0;
            if (begun
                    && !over
                    && (rule.plan() == null || wall(plans.get(rule.plan()), holidays, moment))) {
                heard.add(rule);
            }
        }
        var own = heard.stream().filter(r -> r.holder().kind() == Holder.Kind.PERSON).toList();
        var decisive = own.isEmpty() ? heard : own;
        return !decisive.isEmpty() && decisive.stream().allMatch(r -> r.effect() == Effect.GRANT);
    }

    private static boolean wall(WeekPlan plan, java.util.Set<LocalDate> holidays, Instant moment) {
        var clock = LocalDateTime.ofInstant(moment, ZAGREB);
        for (var back = 0; back <= 1; back++) {
            var date = clock.toLocalDate().minusDays(back);
            var special =
                    plan.holidays() == WeekPlan.Holidays.OWN_WINDOWS && holidays.contains(date);
            var day = special ? Day.HOLIDAY : Day.valueOf(date.getDayOfWeek().name());
            for (var window : plan.windows()) {
                var begins = date.atStartOfDay().plusMinutes(window.from());
                var ends =
                        (window.to() < window.from() ? date.plusDays(1) : date)
                                .atStartOfDay()
                                .plusMinutes(window.to());
                if (window.days().contains(day)
                        && !clock.isBefore(begins)
                        && clock.isBefore(ends)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static WeekPlan plan(Random random) {
        var windows = new ArrayList<Window>();
        for (var i = 0; i < 1 + random.nextInt(3); i++) {
            var days = EnumSet.noneOf(Day.class);
            for (var day : Day.values()) {
                if (random.nextBoolean()) {
                    days.add(day);
                }
            }
            if (days.isEmpty()) {
                days.add(Day.SUNDAY);
            }
            // Half of them near the hour that comes twice, or not at all.
            var from = random.nextBoolean() ? random.nextInt(240) : random.nextInt(1440);
            var to = 1 + (random.nextBoolean() ? random.nextInt(240) : random.nextInt(1440));
            windows.add(new Window(days, from, to == from ? to + 1 : to));
        }
        return new WeekPlan(windows, WeekPlan.Holidays.values()[random.nextInt(2)]);
    }

    private static Rule rule(Random random, int number, Instant start) {
        var from = random.nextInt(3) == 0 ? start.plusSeconds(60L * random.nextInt(3000)) : null;
        var until =
                random.nextInt(3) == 0
                        ? (from == null ? start : from)
                                .plusSeconds(60L + 60L * random.nextInt(3000))
                        : null;
        return new Rule(
                new RuleId(number),
                new ResourceId(1),
                random.nextInt(3) == 0 ? Holder.person(1) : Holder.group(1 + random.nextInt(3)),
                random.nextInt(3) == 0 ? Effect.REFUSAL : Effect.GRANT,
                random.nextInt(4) == 0 ? null : new PlanId(1 + random.nextInt(3)),
                from,
                until,
                start,
                null);
    }

    @Test
    void aWindowOverTheHourThatComesTwiceIsOpenTwice() {
        var nights =
                new WeekPlan(
                        List.of(new Window(EnumSet.of(Day.SATURDAY), 22 * 60, 2 * 60 + 30)),
                        WeekPlan.Holidays.AS_USUAL);
        var ruling = new Ruling(Map.of(new PlanId(1), nights), new SiteCalendar(ZAGREB, Map.of()));
        var rule =
                new Rule(
                        new RuleId(1),
                        new ResourceId(1),
                        Holder.person(1),
                        Effect.GRANT,
                        new PlanId(1),
                        null,
                        null,
                        Instant.EPOCH,
                        null);

        assertThat(
                        Timeline.of(
                                        ruling,
                                        List.of(rule),
                                        Instant.parse("2026-10-24T12:00:00Z"),
                                        Instant.parse("2026-10-25T12:00:00Z"))
                                .spans())
                .containsExactly(
                        new Timeline.Span(
                                Instant.parse("2026-10-24T20:00:00Z"),
                                Instant.parse("2026-10-25T00:30:00Z")),
                        new Timeline.Span(
                                Instant.parse("2026-10-25T01:00:00Z"),
                                Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    @Tag("ID-13")
    void aRuleOfThePersonWinsOverGroupsAndARefusalAmongGroups() {
        var ruling = new Ruling(Map.of(), new SiteCalendar(ZAGREB, Map.of()));
        var now = Instant.parse("2026-11-22T10:00:00Z");
        var granted = always(1, Holder.group(1), Effect.GRANT);
        var refused = always(2, Holder.group(2), Effect.REFUSAL);
        var own = always(3, Holder.person(7), Effect.GRANT);

        assertThat(ruling.ground(List.of(), now)).isEqualTo(Ruling.Ground.NOTHING_SAID);
        assertThat(ruling.ground(List.of(granted), now)).isEqualTo(Ruling.Ground.GROUP_GRANTED);
        assertThat(ruling.ground(List.of(granted, refused), now))
                .isEqualTo(Ruling.Ground.GROUP_REFUSED);
        assertThat(ruling.ground(List.of(granted, refused, own), now))
                .isEqualTo(Ruling.Ground.PERSON_GRANTED);
        assertThat(
                        ruling.ground(
                                List.of(granted, own, always(4, Holder.person(7), Effect.REFUSAL)),
                                now))
                .isEqualTo(Ruling.Ground.PERSON_REFUSED);
    }

    private static Rule always(long number, Holder holder, Effect effect) {
        return new Rule(
                new RuleId(number),
                new ResourceId(1),
                holder,
                effect,
                null,
                null,
                null,
                Instant.EPOCH,
                null);
    }
}
