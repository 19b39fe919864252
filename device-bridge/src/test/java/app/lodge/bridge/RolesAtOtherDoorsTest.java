package app.lodge.bridge;

import static app.lodge.core.books.Permission.CHANGE_CARD_KEYS;
import static app.lodge.core.books.Permission.CONFIGURE_DEVICES;
import static app.lodge.core.books.Permission.ERASE_PEOPLE;
import static app.lodge.core.books.Permission.EXPORT_PEOPLE;
import static app.lodge.core.books.Permission.KEEP_CASH_DESK;
import static app.lodge.core.books.Permission.SEE_ACCOUNTS;
import static app.lodge.core.books.Permission.SEE_BOOKS;
import static app.lodge.core.books.Permission.SEE_DEVICES;
import static app.lodge.core.books.Permission.SEE_JOURNAL;
import static app.lodge.core.books.Permission.SEE_MEDIA;
import static app.lodge.core.books.Permission.SEE_REPORTS;
import static app.lodge.core.books.Permission.TOP_UP;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Purpose;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.VirtualSite;
import app.lodge.reports.catalogue.ReceiptFormat;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.Reports;
import app.lodge.reports.ceremonies.CeremonyPapers;
import app.lodge.reports.privacy.PaperFormat;
import app.lodge.reports.privacy.PrivacyPapers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every verb of the doors that are offered beside core's, called with wrong values as every shipped role,
/// as nobody, and as everybody but what it needs (ID-55): who lacks it hears that and nothing else.
@Tag("ID-55")
final class RolesAtOtherDoorsTest {

    private static final Map<ReportKind, Set<Permission>> REPORTS =
            new EnumMap<>(
                    Map.of(
                            ReportKind.ACCOUNT_STATEMENT, Set.of(SEE_ACCOUNTS),
                            ReportKind.CASH_CLOSING, Set.of(SEE_BOOKS, KEEP_CASH_DESK),
                            ReportKind.KIOSK_CASH, Set.of(SEE_BOOKS),
                            ReportKind.KIOSK_EMPTYINGS, Set.of(SEE_BOOKS),
                            ReportKind.DEVICE_JOURNAL, Set.of(SEE_DEVICES),
                            ReportKind.ISSUED_CARDS, Set.of(SEE_MEDIA),
                            ReportKind.STOCK, Set.of(SEE_MEDIA),
                            ReportKind.BAD_CARDS, Set.of(SEE_MEDIA),
                            ReportKind.PRODUCTS_SOLD, Set.of(SEE_BOOKS),
                            ReportKind.PAYMENT_POINTS, Set.of(SEE_BOOKS)));

    @TempDir Path folder;

    /// @param needs one of each set
    private record Verb(String name, List<Set<Permission>> needs, Consumer<Actor> call) {

        boolean isMet(Actor actor) {
            return needs.stream().allMatch(anyOf -> anyOf.stream().anyMatch(actor::may));
        }

        /// Whether the refusal names something that the verb needs and the actor has not.
        boolean names(NotPermitted refused, Actor actor) {
            return needs.stream()
                    .flatMap(Set::stream)
                    .filter(one -> !actor.may(one))
                    .anyMatch(one -> one.name().equals(refused.permission()));
        }
    }

    @Test
    void whoLacksThePermissionHearsThatAndNothingElse() throws Exception {
        try (var test = new TestBridge(folder)) {
            var verbs = verbs(test);
            assertThat(new TreeSet<>(verbs.stream().map(Verb::name).toList()))
                    .as("every verb of the doors is tried")
                    .isEqualTo(declared());
            var wrong = new ArrayList<String>();
            var refusals = 0;
            for (var verb : verbs) {
                for (var actor : actors(verb)) {
                    var answer = answer(verb, actor);
                    var refused = answer instanceof NotPermitted;
                    if (verb.isMet(actor) == refused
                            || answer instanceof NotPermitted why && !verb.names(why, actor)) {
                        wrong.add(verb.name() + " as " + actor.name() + ": " + answer);
                    }
                    refusals += refused ? 1 : 0;
                }
            }
            assertThat(String.join("\n", wrong)).isEmpty();
            assertThat(refusals).isGreaterThan(80);
        }
    }

    /// What the call throws, or a word for an answer.
    private static Object answer(Verb verb, Actor actor) {
        try {
            verb.call().accept(actor);
            return "answered";
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static TreeSet<String> declared() {
        var names = new TreeSet<String>();
        Stream.of(CeremonyPapers.class, PrivacyPapers.class, Reports.class, VirtualSite.class)
                .flatMap(door -> Arrays.stream(door.getMethods()))
                .filter(verb ->
                        verb.getParameterCount() > 0 && verb.getParameterTypes()[0] == Actor.class)
                .forEach(verb ->
                        names.add(verb.getDeclaringClass().getSimpleName() + "." + verb.getName()));
        return names;
    }

    private static List<Actor> actors(Verb verb) {
        var actors = new ArrayList<Actor>();
        for (var role : Role.values()) {
            actors.add(actor(role.name(), role.permissions()));
        }
        actors.add(actor("nobody", Set.of()));
        actors.add(actor("all", EnumSet.allOf(Permission.class)));
        for (var anyOf : verb.needs()) {
            var others = EnumSet.allOf(Permission.class);
            others.removeAll(anyOf);
            actors.add(actor("all but " + anyOf, others));
        }
        return actors;
    }

    private static Actor actor(String name, Set<Permission> permissions) {
        return new Actor(
                99, name, Role.CLERK, "desk", new Mandate("", permissions, Set.of(), Scope.SITE));
    }

    private static List<Verb> verbs(TestBridge test) {
        var verbs = new ArrayList<Verb>();
        papers(test, verbs);
        reports(test, verbs);
        virtual(test.bridge.virtualSite(), verbs);
        return verbs;
    }

    private static void papers(TestBridge test, List<Verb> verbs) {
        var site = test.site();
        var shares = CeremonyPapers.in(site.ceremonies(), site.settings(), Clock.systemUTC());
        var privacy = PrivacyPapers.in(site.privacy(), site.settings(), Clock.systemUTC());
        verbs.add(
                verb(
                        "CeremonyPapers.share",
                        CHANGE_CARD_KEYS,
                        who -> shares.share(who, " ", -1, "xx")));
        verbs.add(
                verb(
                        "CeremonyPapers.transcript",
                        CHANGE_CARD_KEYS,
                        who -> shares.transcript(who, " ", "xx")));
        verbs.add(
                new Verb(
                        "PrivacyPapers.certificate",
                        List.of(Set.of(ERASE_PEOPLE, SEE_JOURNAL)),
                        who -> privacy.certificate(who, -1, PaperFormat.PDF, "xx")));
        verbs.add(
                verb(
                        "PrivacyPapers.everything",
                        EXPORT_PEOPLE,
                        who ->
                                privacy.everything(
                                        who,
                                        RequestId.fresh(),
                                        new PersonId(987_654),
                                        Purpose.ASKED_BY_PERSON,
                                        "x\n".repeat(5_000),
                                        PaperFormat.JSON,
                                        "xx")));
    }

    private static void reports(TestBridge test, List<Verb> verbs) {
        var site = test.site();
        var reports =
                Reports.in(
                        site.accounts(),
                        site.cashDesks(),
                        site.kiosks(),
                        site.people(),
                        site.media(),
                        site.devices(),
                        site.stock(),
                        site.sales(),
                        site.prices(),
                        site.settings(),
                        site.seals(),
                        Clock.systemUTC());
        verbs.add(verb("Reports.catalogue", SEE_REPORTS, reports::catalogue));
        for (var kind : ReportKind.values()) {
            var order =
                    new ReportOrder(kind, Map.of("no", "such"), ReportFormat.PDF, "xx", 1, 0, 0);
            verbs.add(
                    new Verb(
                            "Reports.render",
                            List.of(Set.of(SEE_REPORTS), REPORTS.getOrDefault(kind, Set.of())),
                            who -> reports.render(who, order)));
        }
        verbs.add(
                verb(
                        "Reports.receipt",
                        SEE_ACCOUNTS,
                        who -> reports.receipt(who, receipt(), ReceiptFormat.TEXT, "xx")));
        verbs.add(
                new Verb(
                        "Reports.receiptCopy",
                        List.of(Set.of(SEE_ACCOUNTS), Set.of(TOP_UP)),
                        who -> reports.receiptCopy(who, -1, ReceiptFormat.TEXT, "xx")));
    }

    private static Receipt receipt() {
        var nothing = new Money(0, TestBridge.EUR);
        return new Receipt(
                "TU",
                -1,
                -1,
                "",
                Instant.EPOCH,
                new AccountId(987_654),
                -1,
                nothing,
                nothing,
                PaymentMeans.CASH,
                "",
                "",
                -1,
                "",
                0);
    }

    /// The site is not opened for virtual devices: that too is told only to who may ask.
    private static void virtual(VirtualSite site, List<Verb> verbs) {
        verbs.add(verb("VirtualSite.open", SEE_DEVICES, site::open));
        verbs.add(verb("VirtualSite.devices", SEE_DEVICES, site::devices));
        verbs.add(
                verb(
                        "VirtualSite.add",
                        CONFIGURE_DEVICES,
                        who -> site.add(who, RequestId.fresh(), DeviceKind.KIOSK, -1, " ")));
        verbs.add(verb("VirtualSite.stop", CONFIGURE_DEVICES, site::stop));
        verbs.add(
                verb(
                        "VirtualSite.act",
                        CONFIGURE_DEVICES,
                        who ->
                                site.act(
                                        who,
                                        RequestId.fresh(),
                                        "no such",
                                        new VirtualSite.Act.Cut())));
        verbs.add(
                verb(
                        "VirtualSite.send",
                        CONFIGURE_DEVICES,
                        who ->
                                site.send(
                                        who,
                                        RequestId.fresh(),
                                        new Crowd(-1, Duration.ofDays(-1), 0, 0))));
        verbs.add(verb("VirtualSite.crowd", SEE_DEVICES, site::crowd));
        verbs.add(
                verb(
                        "VirtualSite.steer",
                        CONFIGURE_DEVICES,
                        who -> site.steer(who, new Crowd.Steer.Speed(-1))));
        verbs.add(verb("VirtualSite.compare", SEE_DEVICES, site::compare));
    }

    private static Verb verb(String name, Permission needed, Consumer<Actor> call) {
        return new Verb(name, List.of(Set.of(needed)), call);
    }
}
