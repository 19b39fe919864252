package app.lodge.core.rights;

import app.lodge.core.books.Problem;
import app.lodge.core.rights.Rule.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// What is wrong with what somebody wants to record.
final class RuleCheckStore {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_WINDOWS = 50;

    private RuleCheckStore() {}

    static List<Problem> name(String name, boolean taken) {
        var plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || plain.chars().anyMatch(Character::isISOControl)) {
            return List.of(Problem.of("name", name, "rights.name-length", LONGEST_NAME));
        }
        return taken ? List.of(Problem.of("name", name, "rights.name-taken")) : List.of();
    }

    static List<Problem> plan(WeekPlan week) {
        return week.windows().size() > MOST_WINDOWS
                ? List.of(
                        Problem.of(
                                "windows",
                                week.windows().size(),
                                "rights.windows-many",
                                MOST_WINDOWS))
                : List.of();
    }

    static List<Problem> rule(DSLContext sql, Wanted wanted) {
        var problems = new ArrayList<Problem>();
        if (RightStore.resource(sql, wanted.resource()).isEmpty()) {
            problems.add(
                    Problem.of("resource", wanted.resource().number(), "rights.resource-unknown"));
        }
        if (!RightStore.holderExists(sql, wanted.holder())) {
            problems.add(
                    switch (wanted.holder().kind()) {
                        case PERSON ->
                                Problem.of("person", wanted.holder().number(), "people.unknown");
                        case GROUP ->
                                Problem.of("group", wanted.holder().number(), "groups.unknown");
                    });
        }
        var plan = wanted.plan();
        if (plan != null && !CalendarStore.planExists(sql, plan)) {
            problems.add(Problem.of("plan", plan.number(), "rights.plan-unknown"));
        }
        var from = wanted.from();
        var until = wanted.until();
        if (from != null && until != null && !from.isBefore(until)) {
            problems.add(Problem.of("until", until, "rights.time-backwards"));
        }
        return problems;
    }
}
