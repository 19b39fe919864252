package app.lodge.desktop.rights;

import app.lodge.core.books.Permission;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.State;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.core.rights.Rule;
import app.lodge.desktop.rights.RightsViewModel.Line;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the screen of rights shows, read at once, as far as whoever looks may see it.
///
/// @param drafts those that are open
record RightsReading(
        List<Resource> resources,
        List<Line> rules,
        List<Plan> plans,
        List<Group> groups,
        List<Draft> drafts) {

    /// @param wanted whose rules are looked at; null for none
    static RightsReading of(Session session, @Nullable Resource wanted) {
        var doors = session.doors();
        var actor = session.actor();
        var plans = doors.rights().plans(actor);
        var groups =
                actor.may(Permission.SEE_BOOKS) ? doors.groups().list(actor) : List.<Group>of();
        var about =
                wanted == null || !actor.may(Permission.SEE_PEOPLE)
                        ? List.<Rule>of()
                        : doors.rights().about(actor, wanted.id());
        var planNames = plans.stream().collect(Collectors.toMap(Plan::id, Plan::name));
        var groupNames =
                groups.stream().collect(Collectors.toMap(one -> one.id().number(), Group::name));
        var names = new PersonNames(session);
        return new RightsReading(
                doors.rights().resources(actor),
                about.stream()
                        .map(rule -> {
                            var number = rule.holder().number();
                            var during = rule.plan();
                            return new Line(
                                    rule,
                                    switch (rule.holder().kind()) {
                                        case PERSON -> names.of(new PersonId(number));
                                        case GROUP -> groupNames.getOrDefault(number, "–");
                                    },
                                    during == null ? "" : planNames.getOrDefault(during, ""));
                        })
                        .toList(),
                plans,
                groups,
                actor.may(Permission.CHANGE_RIGHTS)
                        ? doors.rightDrafts().list(actor).stream()
                                .filter(draft -> draft.state() == State.OPEN)
                                .toList()
                        : List.of());
    }
}
