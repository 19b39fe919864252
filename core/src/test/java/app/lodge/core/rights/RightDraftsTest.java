package app.lodge.core.rights;

import static app.lodge.core.rights.RightsDesk.CHIEF;
import static app.lodge.core.rights.RightsDesk.always;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.DraftOutcome;
import app.lodge.core.rights.RightDrafts.Preview;
import app.lodge.core.rights.RightDrafts.PreviewOutcome;
import app.lodge.core.rights.RightDrafts.PublishOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A draft says who gains and who loses; publishing it does exactly that.
@Tag("ID-36")
final class RightDraftsTest {

    private final RightsDesk desk = new RightsDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsWhoGainsAndWhoLosesAndChangesNothingYet() {
        var anna = desk.person();
        var bojan = desk.person();
        var door = desk.door("Laboratory");
        var chemists = desk.group("Chemists", anna);
        var guests = desk.group("Guests", bojan);
        var rule = desk.put(always(door, Holder.group(chemists.number()), Effect.GRANT));
        var draft = draft("Move in");
        change(draft, new Change.Withdraw(rule.id()));
        change(draft, new Change.Put(always(door, Holder.group(guests.number()), Effect.GRANT)));

        var preview = preview(draft);

        assertThat(preview.people()).isEqualTo(2);
        assertThat(preview.affected())
                .extracting(
                        one -> one.person(),
                        one -> one.before(),
                        one -> one.after(),
                        one -> one.gains().isZero(),
                        one -> one.loses().isZero())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(anna, true, false, true, false),
                        org.assertj.core.groups.Tuple.tuple(bojan, false, true, false, true));
        assertThat(desk.may(anna, door)).isTrue();
        assertThat(desk.may(bojan, door)).isFalse();

        assertThat(desk.drafts.publish(CHIEF, RequestId.fresh(), draft.id(), preview.basis()))
                .isInstanceOf(PublishOutcome.Published.class);
        assertThat(desk.may(anna, door)).isFalse();
        assertThat(desk.may(bojan, door)).isTrue();
    }

    @Test
    void publishesNothingIfRulesChangedAfterTheLook() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var draft = draft("Move in");
        change(draft, new Change.Put(always(door, Holder.person(anna.number()), Effect.GRANT)));
        var preview = preview(draft);
        desk.group("Chemists", anna);

        assertThat(desk.drafts.publish(CHIEF, RequestId.fresh(), draft.id(), preview.basis()))
                .isInstanceOf(PublishOutcome.Moved.class);
        assertThat(desk.may(anna, door)).isFalse();
    }

    @Test
    void whoKeepsTheSameByAnotherRuleIsNotAffected() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var own = desk.put(always(door, Holder.person(anna.number()), Effect.GRANT));
        desk.put(always(door, Holder.group(desk.group("Chemists", anna).number()), Effect.GRANT));
        var draft = draft("Tidy up");
        change(draft, new Change.Withdraw(own.id()));
        assertThat(preview(draft).affected()).isEmpty();
    }

    @Test
    void anotherVersionOfAPlanIsSeenByAllWhoHaveIt() {
        var anna = desk.person();
        var door = desk.door("Laboratory");
        var plan = desk.plan("Hours", Window.weekdays(8 * 60, 16 * 60));
        desk.put(
                new Rule.Wanted(
                        door.id(),
                        Holder.person(anna.number()),
                        Effect.GRANT,
                        plan.id(),
                        null,
                        null));
        var draft = draft("Longer");
        change(
                draft,
                new Change.Replan(
                        plan.id(),
                        new WeekPlan(
                                List.of(Window.weekdays(8 * 60, 17 * 60)),
                                WeekPlan.Holidays.OWN_WINDOWS)));
        var one = preview(draft).affected().getFirst();
        assertThat(one.loses()).isZero();
        assertThat(one.first()).isEqualTo(Instant.parse("2026-11-23T15:00:00Z"));
        assertThat(one.gains().toHours()).as("one hour each weekday").isBetween(265L, 268L);
    }

    /// Whatever the change, exactly those whose answer differs at some tried moment are named, and after
    /// publishing the answers are the promised ones.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesExactlyThoseWhoseAnswersDiffer(long seed) {
        var random = new Random(seed);
        var people = new ArrayList<PersonId>();
        for (var i = 0; i < 8; i++) {
            people.add(desk.person());
        }
        var doors = List.of(desk.door("A"), desk.door("B"));
        var holders = new ArrayList<Holder>();
        for (var i = 0; i < 3; i++) {
            var members =
                    people.stream().filter(_ -> random.nextBoolean()).toArray(PersonId[]::new);
            holders.add(Holder.group(desk.group("G" + i, members).number()));
        }
        people.stream().limit(3).forEach(one -> holders.add(Holder.person(one.number())));
        var plans =
                List.of(
                        desk.plan("P1", Window.weekdays(8 * 60, 16 * 60)),
                        desk.plan("P2", Window.weekdays(20 * 60, 4 * 60)));
        var standing = new ArrayList<Rule>();
        for (var i = 0; i < 8; i++) {
            standing.add(desk.put(wanted(random, doors, holders, plans)));
        }
        var draft = draft("Change");
        change(draft, new Change.Withdraw(standing.get(random.nextInt(8)).id()));
        change(draft, new Change.Put(wanted(random, doors, holders, plans)));
        change(draft, new Change.Put(wanted(random, doors, holders, plans)));

        var moments = new ArrayList<Instant>();
        for (var hour = 0; hour < 24 * 7; hour++) {
            moments.add(desk.now.get().plusSeconds(3600L * hour + 1800));
        }
        var before = answers(people, doors, moments);
        var preview = preview(draft);
        assertThat(desk.drafts.publish(CHIEF, RequestId.fresh(), draft.id(), preview.basis()))
                .isInstanceOf(PublishOutcome.Published.class);
        var after = answers(people, doors, moments);

        var differ = new HashSet<List<Long>>();
        before.forEach((who, answers) -> {
            if (!answers.equals(after.get(who))) {
                differ.add(who);
            }
        });
        var named = new HashSet<List<Long>>();
        preview.affected()
                .forEach(one ->
                        named.add(List.of(one.person().number(), one.resource().id().number())));
        assertThat(named).as("seed %d", seed).isEqualTo(differ);
    }

    /// Two clerks look at the same draft; one takes out the first change, the other, who has not looked again,
    /// the second.
    @Test
    void aChangeIsTakenOutByWhatItSaysNotByItsPlace() {
        var anna = desk.person();
        var first =
                new Change.Put(
                        always(desk.door("One"), Holder.person(anna.number()), Effect.GRANT));
        var second =
                new Change.Put(
                        always(desk.door("Two"), Holder.person(anna.number()), Effect.GRANT));
        var third =
                new Change.Put(
                        always(desk.door("Three"), Holder.person(anna.number()), Effect.GRANT));
        var draft = draft("Shared");
        for (var change : List.of(first, second, third)) {
            change(draft, change);
        }
        drop(draft, first);
        assertThat(((DraftOutcome.Done) drop(draft, second)).draft().changes())
                .containsExactly(third);
        assertThat(((DraftOutcome.Rejected) drop(draft, second)).problems())
                .extracting(problem -> problem.key())
                .containsExactly("rights.change-unknown");
    }

    private DraftOutcome drop(Draft draft, Change change) {
        return desk.drafts.drop(CHIEF, RequestId.fresh(), draft.id(), change);
    }

    private HashMap<List<Long>, List<Boolean>> answers(
            List<PersonId> people, List<Resource> doors, List<Instant> moments) {
        var answers = new HashMap<List<Long>, List<Boolean>>();
        for (var person : people) {
            var standing =
                    desk.books.read(sql ->
                            StandingStore.at(
                                    sql,
                                    person.number(),
                                    desk.now.get(),
                                    RightsDesk.SETTINGS.zone()));
            for (var door : doors) {
                answers.put(
                        List.of(person.number(), door.id().number()),
                        moments.stream()
                                .map(moment ->
                                        standing.ruling().allows(standing.about(door.id()), moment))
                                .toList());
            }
        }
        return answers;
    }

    private static Rule.Wanted wanted(
            Random random, List<Resource> doors, List<Holder> holders, List<Rights.Plan> plans) {
        var plan = random.nextInt(3);
        return new Rule.Wanted(
                doors.get(random.nextInt(doors.size())).id(),
                holders.get(random.nextInt(holders.size())),
                random.nextInt(4) == 0 ? Effect.REFUSAL : Effect.GRANT,
                plan == 2 ? null : plans.get(plan).id(),
                null,
                null);
    }

    private Draft draft(String name) {
        return ((DraftOutcome.Done) desk.drafts.begin(CHIEF, RequestId.fresh(), name)).draft();
    }

    private void change(Draft draft, Change change) {
        assertThat(desk.drafts.change(CHIEF, RequestId.fresh(), draft.id(), change))
                .isInstanceOf(DraftOutcome.Done.class);
    }

    private Preview preview(Draft draft) {
        return ((PreviewOutcome.Seen) desk.drafts.preview(CHIEF, draft.id())).preview();
    }
}
