package app.lodge.core.rights;

import static app.lodge.core.rights.RightsDesk.CHIEF;
import static app.lodge.core.rights.RightsDesk.always;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rights granted, withdrawn and asked about, also for the past.
final class RightsTest {

    private final RightsDesk desk = new RightsDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("ID-35")
    void whatIsGrantedWithOneCallHoldsAtOnceAndIsGoneAtOnce() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        assertThat(desk.may(anna, door)).isFalse();

        var rule = desk.put(always(door, Holder.person(anna.number()), Effect.GRANT));
        assertThat(desk.may(anna, door)).isTrue();
        assertThat(desk.put(rule.says())).as("granted twice is granted once").isEqualTo(rule);

        desk.rights.withdraw(CHIEF, RequestId.fresh(), rule.id());
        assertThat(desk.may(anna, door)).isFalse();
        assertThat(desk.rights.ofPerson(CHIEF, anna)).isEmpty();
    }

    @Test
    @Tag("ID-36")
    void everyEffectiveRightShowsWhereItComesFrom() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var chemists = desk.group("Chemists", anna);
        var day = desk.plan("Daytime", Window.weekdays(7 * 60, 18 * 60));
        desk.put(
                new Rule.Wanted(
                        door.id(),
                        Holder.group(chemists.number()),
                        Effect.GRANT,
                        day.id(),
                        null,
                        null));

        var entry = desk.rights.ofPerson(CHIEF, anna).getFirst();
        assertThat(entry.allowed()).isTrue();
        assertThat(entry.ground()).isEqualTo(Ruling.Ground.GROUP_GRANTED);
        assertThat(entry.origins())
                .singleElement()
                .satisfies(origin -> {
                    assertThat(origin.group()).isEqualTo("Chemists");
                    assertThat(origin.plan()).isEqualTo("Daytime");
                    assertThat(origin.silence()).isNull();
                });
        desk.at("2026-11-23T20:00:00Z");
        assertThat(desk.rights.ofPerson(CHIEF, anna).getFirst().origins().getFirst().silence())
                .isEqualTo(Ruling.Silence.OUTSIDE_WINDOWS);
    }

    @Test
    @Tag("ID-37")
    void expiryNeedsNoAction() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        desk.put(
                new Rule.Wanted(
                        door.id(),
                        Holder.person(anna.number()),
                        Effect.GRANT,
                        null,
                        null,
                        Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(desk.may(anna, door)).isTrue();
        desk.at("2026-12-01T00:00:00Z");
        assertThat(desk.may(anna, door)).isFalse();
    }

    @Test
    @Tag("ID-37")
    void aHolidayClosesAPlanWithoutHolidayHours() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var day = desk.plan("Daytime", Window.weekdays(7 * 60, 18 * 60));
        desk.put(
                new Rule.Wanted(
                        door.id(),
                        Holder.person(anna.number()),
                        Effect.GRANT,
                        day.id(),
                        null,
                        null));
        desk.rights.putHoliday(
                CHIEF, RequestId.fresh(), LocalDate.parse("2026-12-25"), "Christmas");

        assertThat(desk.may(anna, door, "2026-12-24T09:00:00Z")).isTrue();
        var why =
                desk.rights
                        .why(CHIEF, anna, door.id(), Instant.parse("2026-12-25T09:00:00Z"))
                        .orElseThrow();
        assertThat(why.allowed()).isFalse();
        assertThat(why.lines())
                .anySatisfy(line -> {
                    assertThat(line.what()).isEqualTo(Why.What.HOLIDAY);
                    assertThat(line.name()).isEqualTo("Christmas");
                });
    }

    @Test
    void thePastIsToldByWhatTheBooksSaidThen() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var chemists = desk.group("Chemists", anna);
        desk.put(always(door, Holder.group(chemists.number()), Effect.GRANT));
        var day = desk.plan("Night", Window.weekdays(0, 60));

        desk.at("2026-11-24T08:00:00Z");
        desk.groups.leave(CHIEF, RequestId.fresh(), chemists, anna);
        assertThat(desk.may(anna, door)).isFalse();
        assertThat(desk.may(anna, door, "2026-11-23T12:00:00Z")).as("still a chemist").isTrue();
        assertThat(desk.may(anna, door, "2026-11-23T07:59:59Z")).as("not granted yet").isFalse();

        desk.at("2026-11-25T08:00:00Z");
        var rule =
                desk.put(
                        new Rule.Wanted(
                                door.id(),
                                Holder.person(anna.number()),
                                Effect.GRANT,
                                null,
                                Instant.parse("2026-11-01T00:00:00Z"),
                                null));
        assertThat(desk.may(anna, door, "2026-11-24T12:00:00Z"))
                .as("what is granted backwards opened nothing then")
                .isFalse();

        desk.at("2026-11-26T08:00:00Z");
        desk.rights.withdraw(CHIEF, RequestId.fresh(), rule.id());
        desk.block(anna, PersonState.BLOCKED);
        desk.at("2026-11-27T08:00:00Z");
        desk.block(anna, PersonState.ACTIVE);
        assertThat(desk.may(anna, door, "2026-11-25T12:00:00Z")).isTrue();
        assertThat(
                        desk.rights
                                .why(CHIEF, anna, door.id(), Instant.parse("2026-11-26T12:00:00Z"))
                                .orElseThrow()
                                .blocked())
                .isTrue();
        assertThat(day.version()).isEqualTo(1);
    }

    @Test
    void aPlanChangedTodayExplainsYesterdayByYesterdaysHours() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var plan = desk.plan("Hours", Window.weekdays(7 * 60, 18 * 60));
        desk.put(
                new Rule.Wanted(
                        door.id(),
                        Holder.person(anna.number()),
                        Effect.GRANT,
                        plan.id(),
                        null,
                        null));
        desk.at("2026-11-24T06:00:00Z");
        desk.plan("Hours", new Window(EnumSet.of(Day.MONDAY), 0, 60));
        assertThat(desk.may(anna, door, "2026-11-23T10:00:00Z")).isTrue();
        assertThat(desk.may(anna, door, "2026-11-24T10:00:00Z")).isFalse();
    }

    @Test
    void aBlockedPersonOpensNothingWhateverTheRulesSay() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        desk.put(always(door, Holder.person(anna.number()), Effect.GRANT));
        desk.block(anna, PersonState.BLOCKED);
        var why = desk.rights.why(CHIEF, anna, door.id(), null).orElseThrow();
        assertThat(why.allowed()).isFalse();
        assertThat(why.ground()).isEqualTo(Ruling.Ground.PERSON_GRANTED);
        assertThat(why.blocked()).isTrue();
    }

    @Test
    void whatIsWrongIsCollected() {
        var outcome =
                desk.rights.put(
                        CHIEF,
                        RequestId.fresh(),
                        new Rule.Wanted(
                                new ResourceId(9),
                                Holder.person(99),
                                Effect.GRANT,
                                new PlanId(5),
                                Instant.parse("2026-12-01T00:00:00Z"),
                                Instant.parse("2026-11-01T00:00:00Z")));
        assertThat(((Rights.RuleOutcome.Rejected) outcome).problems())
                .extracting(problem -> problem.key())
                .containsExactly(
                        "rights.resource-unknown",
                        "people.unknown",
                        "rights.plan-unknown",
                        "rights.time-backwards");
        assertThat(desk.rights.why(CHIEF, new PersonId(99), new ResourceId(1), null)).isEmpty();
    }
}
