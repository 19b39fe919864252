package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Every verb of every door, called as every shipped role, as nobody, as everybody but one permission, and
/// for one department only (ID-55). What each needs is what `docs/permissions.md` says: a table that is
/// read before it is committed, and not the code under test.
///
/// Who lacks a permission hears that and nothing else: whether what he named is there, whether his values
/// are right or missing, makes no difference, and nothing is written.
@Tag("ID-55")
final class RoleByFunctionTest {

    private static final Pattern OFFER = Pattern.compile("\\.offer\\(\\s*(\\w+)\\.class");

    /// Offered by other modules: the bridge's `RolesAtOtherDoorsTest` tries them.
    private static final Set<String> OF_OTHER_MODULES =
            Set.of("CeremonyPapers", "PrivacyPapers", "Reports", "VirtualSite");

    /// Tables that tell of no act: kept answers of requests.
    private static final Set<String> NO_ACTS = Set.of("request");

    /// What a machine measured and a later measurement replaces: nobody's act.
    private static final Map<String, String> MEASURED =
            Map.of("Watch.tellRibbon", "watch_provision");

    private static final Actor SYSTEM = Actor.system("test");

    @TempDir Path folder;
    private Site site;
    private Map<String, Needs> documented;
    private List<Verb> verbs;

    private record Verb(String name, Object door, Method method, Needs rule) {

        Set<Permission> needs() {
            return rule.needs();
        }
    }

    /// A site in which number 1 names somebody or something in most tables.
    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("home"));
        SiteTest.create(home, "correct horse");
        site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP);
        var ana =
                (EnrolOutcome.Enrolled)
                        site.people()
                                .enrol(
                                        SYSTEM,
                                        RequestId.fresh(),
                                        PersonDetails.named("Ana", "Marić"),
                                        EnrolOutcome.Duplicates.ACCEPTED);
        site.accounts()
                .topUp(
                        SYSTEM,
                        RequestId.fresh(),
                        ana.account(),
                        Money.of(1_000, "EUR"),
                        PaymentMeans.CASH);
        site.cardJobs()
                .order(
                        SYSTEM,
                        RequestId.fresh(),
                        new CardOrder(ana.person().id(), "printer", "reader", "staff"));
        documented = Needs.documented();
        verbs = verbs();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theTableAndTheOfferedDoorsAreTheDoorsThatAreTried() throws IOException {
        assertThat(verbs).extracting(Verb::name).containsAll(documented.keySet());
        var tried = new TreeSet<>(OF_OTHER_MODULES);
        verbs.forEach(verb -> tried.add(verb.name().split("\\.", 2)[0]));
        var offered =
                OFFER.matcher(
                                Files.readString(
                                        Path.of(
                                                "../device-bridge/src/main/java/app/lodge/bridge/OfferedDoors.java")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(offered).hasSizeGreaterThan(60).isSubsetOf(tried);
    }

    @Test
    void whoLacksThePermissionHearsThatAndNothingElse(TestReporter reporter) throws Exception {
        var pairs = 0;
        var wrong = new ArrayList<String>();
        var before = AllTables.contents(site.books());
        var files = files();
        for (var verb : verbs) {
            for (var actor : actors(verb.needs())) {
                if (!verb.rule().met(actor)) {
                    pairs++;
                    var lacking = EnumSet.noneOf(Permission.class);
                    verb.needs().stream().filter(one -> !actor.may(one)).forEach(lacking::add);
                    refused(verb, actor, lacking, wrong);
                }
            }
            if (!verb.needs().isEmpty()) {
                for (var other : Invented.FIRST.others(verb.method(), NOBODY)) {
                    check(verb, NOBODY, EnumSet.allOf(Permission.class), other, wrong);
                }
            }
            var after = AllTables.contents(site.books());
            if (!AllTables.changed(before, after).isEmpty()) {
                wrong.add(verb.name() + " changed " + AllTables.changed(before, after));
            }
            before = after;
        }
        reporter.publishEntry("refused pairs", Integer.toString(pairs));
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(files()).isEqualTo(files);
        assertThat(pairs).isGreaterThan(1_500);
    }

    @Test
    void whoHasItHearsAnythingElse(TestReporter reporter) throws Exception {
        var pairs = 0;
        var wrong = new ArrayList<String>();
        for (var verb : verbs) {
            for (var actor : actors(verb.needs())) {
                if (verb.rule().met(actor)) {
                    pairs++;
                    if (answer(verb, Invented.NOBODYS.arguments(verb.method(), actor))
                                    instanceof NotPermitted refused
                            && !ofOthers(refused, actor)) {
                        wrong.add("%s as %s: %s".formatted(verb.name(), actor.name(), refused));
                    }
                }
            }
        }
        reporter.publishEntry("permitted pairs", Integer.toString(pairs));
        assertThat(wrong).isEmpty();
        assertThat(pairs).isGreaterThan(1_000);
    }

    /// What is somebody else's stays so whatever one may do: people out of reach, other devices.
    private static boolean ofOthers(NotPermitted refused, Actor actor) {
        return refused.permission().equals("reach person " + Invented.NOBODYS.number())
                        && actor.mandate().scope() instanceof Scope.Departments
                || refused.permission().equals("speak for device " + Invented.NOBODYS.number());
    }

    /// Every act leaves a row in the journal, in the same breath (ID-56). Tried with whatever the made-up
    /// values bring about: most add, change or answer something.
    @Test
    void whoeverChangesSomethingIsInTheJournal(TestReporter reporter) throws Exception {
        var acts = new TreeSet<String>();
        var silent = new TreeSet<String>();
        var before = AllTables.contents(site.books());
        for (var verb : verbs) {
            answer(verb, Invented.FIRST.arguments(verb.method(), ALL));
            var after = AllTables.contents(site.books());
            var changed = AllTables.changed(before, after);
            changed.removeAll(NO_ACTS);
            changed.remove(MEASURED.getOrDefault(verb.name(), ""));
            if (changed.remove("journal")) {
                acts.add(verb.name());
            } else if (!changed.isEmpty()) {
                silent.add(verb.name() + " changed " + changed);
            }
            before = after;
        }
        reporter.publishEntry("journalled acts", acts.toString());
        assertThat(silent).isEmpty();
        assertThat(acts).hasSizeGreaterThan(40);
    }

    private void refused(Verb verb, Actor actor, Set<Permission> lacking, List<String> wrong)
            throws ReflectiveOperationException {
        check(verb, actor, lacking, Invented.FIRST.arguments(verb.method(), actor), wrong);
        check(verb, actor, lacking, Invented.NOBODYS.arguments(verb.method(), actor), wrong);
        check(verb, actor, lacking, Invented.WRONG.arguments(verb.method(), actor), wrong);
        check(verb, actor, lacking, Invented.OVERLONG.arguments(verb.method(), actor), wrong);
    }

    private static void check(
            Verb verb, Actor actor, Set<Permission> lacking, Object[] call, List<String> wrong)
            throws ReflectiveOperationException {
        var answer = answer(verb, call);
        if (!(answer instanceof NotPermitted refused)
                || lacking.stream().noneMatch(one -> one.name().equals(refused.permission()))) {
            wrong.add(
                    "%s%s as %s: %s"
                            .formatted(
                                    verb.name(),
                                    Arrays.asList(call).subList(1, call.length),
                                    actor.name(),
                                    answer));
        }
    }

    /// What the verb says or throws.
    private static Object answer(Verb verb, Object[] call) throws ReflectiveOperationException {
        try {
            return verb.method().invoke(verb.door(), call);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static final Actor ALL =
            actor("all", Role.ADMINISTRATOR, EnumSet.allOf(Permission.class), Scope.SITE);
    private static final Actor NOBODY = actor("nobody", Role.CLERK, Set.of(), Scope.SITE);

    /// The shipped roles, nobody, and for each permission needed everybody but that one, and just those
    /// needed; and all of them for one department.
    private static List<Actor> actors(Set<Permission> needs) {
        var actors = new ArrayList<Actor>();
        for (var role : Role.values()) {
            actors.add(actor(role.name(), role, role.permissions(), Scope.SITE));
        }
        actors.add(NOBODY);
        actors.add(actor("just enough", Role.CLERK, needs, Scope.SITE));
        for (var one : needs) {
            var others = EnumSet.complementOf(EnumSet.of(one));
            actors.add(actor("all but " + one, Role.ADMINISTRATOR, others, Scope.SITE));
        }
        actors.add(
                actor(
                        "one department",
                        Role.ADMINISTRATOR,
                        EnumSet.allOf(Permission.class),
                        new Scope.Departments(Set.of("Nowhere"))));
        return actors;
    }

    private static Actor actor(String name, Role role, Set<Permission> permissions, Scope scope) {
        return new Actor(99, name, role, "desk", new Mandate("", permissions, Set.of(), scope));
    }

    private List<Verb> verbs() throws ReflectiveOperationException {
        var found = new ArrayList<Verb>();
        for (var getter : Site.class.getMethods()) {
            var door = getter.getReturnType();
            if (getter.getParameterCount() != 0 || !door.isInterface()) {
                continue;
            }
            for (var method : door.getMethods()) {
                if (method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == Actor.class) {
                    var name = door.getSimpleName() + "." + method.getName();
                    assertThat(documented).as("docs/permissions.md").containsKey(name);
                    found.add(new Verb(name, getter.invoke(site), method, documented.get(name)));
                }
            }
        }
        return found;
    }

    private Set<String> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return new TreeSet<>(all.map(Path::toString).toList());
        }
    }
}
