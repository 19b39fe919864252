package app.lodge.reports.ceremonies;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.settings.Settings;
import app.lodge.core.texts.Texts;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.ReportOutcome.NothingFound;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import app.lodge.reports.privacy.Lines;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import app.lodge.reports.rendering.Press;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Papers drawn from what the ceremony tells the caller. Nothing of them is kept.
final class DrawnPapers implements CeremonyPapers {

    private static final String TEMPLATE = "app/lodge/reports/privacy/paper";
    private static final int GROUPS_A_LINE = 5;

    private final Ceremonies ceremonies;
    private final Settings settings;
    private final InstantSource clock;
    private final Press press = new Press();

    DrawnPapers(Ceremonies ceremonies, Settings settings, InstantSource clock) {
        this.ceremonies = ceremonies;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ReportOutcome share(Actor actor, String ceremony, int number, String language) {
        return switch (ceremonies.share(actor, ceremony, number)) {
            case ShareOutcome.Handed handed -> {
                var head = head(actor, language);
                var paper = share(head, handed);
                Arrays.fill(handed.text(), ' ');
                yield rendered("key-share-%s-%d.pdf".formatted(handed.label().set(), number), paper);
            }
            case ShareOutcome.NotNow _, ShareOutcome.Ended _ ->
                    new NothingFound(Problem.of("share", number, "reports.ceremony.no-share"));
        };
    }

    private static Paper share(Letterhead head, ShareOutcome.Handed handed) {
        var label = handed.label();
        var lines = new Lines();
        lines.section(head.say("reports.ceremony.share-of", label.number(), label.count()))
                .line(head.say("reports.ceremony.site"), label.siteId())
                .line(head.say("reports.ceremony.set"), label.set())
                .line(head.say("reports.ceremony.check-value"), label.checkValue())
                .line(
                        head.say("reports.ceremony.key"),
                        head.say(
                                "reports.ceremony.generation",
                                label.generation(),
                                label.firstVersion()))
                .line(
                        head.say("reports.ceremony.custodians"),
                        handed.standing().first() + " · " + handed.standing().second());
        lines.section(head.say("reports.ceremony.groups"));
        var groups = new String(handed.text()).split(" ");
        for (int from = 0; from < groups.length; from += GROUPS_A_LINE) {
            int until = Math.min(groups.length, from + GROUPS_A_LINE);
            lines.line(
                    "%d–%d".formatted(from + 1, until),
                    Arrays.stream(groups, from, until).collect(Collectors.joining("   ")));
        }
        lines.section(head.say("reports.ceremony.keep"));
        lines.paragraph(
                head.say("reports.ceremony.keep-share", label.threshold(), label.count()));
        lines.paragraph(head.say("reports.ceremony.letters"));
        return head.paper(
                TEMPLATE,
                "key-share",
                Map.of(
                        "subject",
                        head.say("reports.ceremony.subject", handed.standing().id())),
                lines.rows());
    }

    @Override
    public ReportOutcome transcript(Actor actor, String ceremony, String language) {
        var entries = ceremonies.transcript(actor, ceremony);
        if (entries.isEmpty()) {
            return new NothingFound(Problem.of("ceremony", ceremony, "reports.ceremony.none"));
        }
        var head = head(actor, language);
        var lines = new Lines();
        for (var entry : entries) {
            lines.section(
                    head.time(entry.at())
                            + " · "
                            + head.say("reports.ceremony.step." + entry.step()));
            lines.line(
                    head.say("reports.ceremony.by"),
                    entry.who() + " · " + entry.workstation());
            entry.values()
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each ->
                            lines.line(
                                    head.say("reports.ceremony.value." + kebab(each.getKey())),
                                    each.getValue()));
        }
        return rendered(
                "key-ceremony-" + ceremony + ".pdf",
                head.paper(
                        TEMPLATE,
                        "key-ceremony",
                        Map.of("subject", head.say("reports.ceremony.subject", ceremony)),
                        lines.rows()));
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private ReportOutcome rendered(String name, Paper paper) {
        var printed = press.print(paper);
        return new Rendered(name, "application/pdf", printed.pdf(), printed.pageCount(), 1);
    }

    private Letterhead head(Actor actor, String language) {
        var site = settings.site(actor);
        return new Letterhead(
                site,
                new Texts(Locale.forLanguageTag(language.isBlank() ? site.language() : language)),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                actor);
    }
}
