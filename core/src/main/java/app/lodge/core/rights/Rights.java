package app.lodge.core.rights;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What people may open, use and see, granted and withdrawn, and why it is so at any moment, also a past
/// one (ID-13, ID-35, ID-36, ID-37).
public interface Rights {

    /// @param reach refuses those whom the actor does not reach (ID-55)
    static Rights in(
            Books books, Supplier<SiteSettings> settings, BiConsumer<Actor, PersonId> reach) {
        return new BookedRights(books, settings, reach);
    }

    /// By name.
    List<Resource> resources(Actor actor);

    /// @param name 1 to 80 characters, unique at the site
    /// @param device number of the device that guards it, null for none
    ResourceOutcome addResource(
            Actor actor, RequestId request, Resource.Kind kind, String name, @Nullable Long device);

    /// By name, each as it is now.
    List<Plan> plans(Actor actor);

    /// Makes a plan, or another version of the one with this name; rules that have it follow at once.
    PlanOutcome putPlan(Actor actor, RequestId request, String name, WeekPlan week);

    /// The calendar of a year, by day.
    List<Holiday> holidays(Actor actor, int year);

    HolidayOutcome putHoliday(Actor actor, RequestId request, LocalDate day, String name);

    HolidayOutcome removeHoliday(Actor actor, RequestId request, LocalDate day);

    /// Records a rule; it holds at once. One that stands already with the same content stays as it is.
    RuleOutcome put(Actor actor, RequestId request, Rule.Wanted wanted);

    /// Ends a rule, at once.
    RuleOutcome withdraw(Actor actor, RequestId request, RuleId rule);

    /// What stands about a resource: rules of people first, then of groups.
    List<Rule> about(Actor actor, ResourceId resource);

    /// What stands for a group.
    List<Rule> ofGroup(Actor actor, long group);

    /// All that a person may or may not, each with its origin (ID-36).
    List<Entry> ofPerson(Actor actor, PersonId person);

    /// Why a person may use something at a moment, or may not: by what the books said at that moment, or,
    /// for one to come, say now.
    ///
    /// @param moment null for now
    /// @return empty if there is no such person or resource
    Optional<Why> why(Actor actor, PersonId person, ResourceId resource, @Nullable Instant moment);

    record Plan(PlanId id, String name, int version, WeekPlan week) {}

    record Holiday(LocalDate day, String name) {}

    /// @param allowed just now
    /// @param origins every rule of the person and its groups, those of the person first
    record Entry(Resource resource, boolean allowed, Ruling.Ground ground, List<Origin> origins) {

        public Entry {
            origins = List.copyOf(origins);
        }
    }

    /// @param group name of the group that the rule is for; empty for the person's own
    /// @param plan name of its plan; empty for none
    /// @param silence why it does not speak just now; null if it does
    record Origin(Rule rule, String group, String plan, Ruling.@Nullable Silence silence) {}

    sealed interface ResourceOutcome {
        record Done(Resource resource) implements ResourceOutcome {}

        record Rejected(List<Problem> problems) implements ResourceOutcome {}
    }

    sealed interface PlanOutcome {
        record Done(Plan plan) implements PlanOutcome {}

        record Rejected(List<Problem> problems) implements PlanOutcome {}
    }

    sealed interface HolidayOutcome {
        record Done(Holiday holiday) implements HolidayOutcome {}

        record Rejected(List<Problem> problems) implements HolidayOutcome {}
    }

    sealed interface RuleOutcome {
        record Done(Rule rule) implements RuleOutcome {}

        record Rejected(List<Problem> problems) implements RuleOutcome {}
    }
}
