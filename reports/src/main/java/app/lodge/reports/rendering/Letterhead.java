package app.lodge.reports.rendering;

import app.lodge.core.books.Actor;
import app.lodge.core.money.Money;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.texts.Texts;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What every report has at its head and foot: whose it is, in which language, when and by whom it was
/// made.
public record Letterhead(SiteSettings site, Texts texts, Instant at, Actor by) {

    public ZoneId zone() {
        return site.zone();
    }

    public String time(Instant instant) {
        return texts.time(instant, zone());
    }

    public String money(Money money) {
        return texts.money(money);
    }

    public String say(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    public String period(Period period) {
        var from = period.from().map(texts::date).orElse("");
        var until = period.until().map(texts::date).orElse("");
        if (from.isEmpty()) {
            return until.isEmpty() ? say("reports.period.all") : say("reports.period.until", until);
        }
        return until.isEmpty()
                ? say("reports.period.from", from)
                : say("reports.period.both", from, until);
    }

    /// A sheet of rows under this head.
    ///
    /// @param kind in kebab case
    public Paper paper(
            String template,
            String kind,
            Map<String, String> words,
            List<Map<String, String>> rows) {
        var all = new HashMap<>(words);
        var title = say("reports.kind." + kind);
        all.put("site", site.name());
        all.put("title", title);
        all.put(
                "generated",
                say("reports.generated", time(at), zone().getId(), by.name(), by.workstation()));
        return new Paper(
                template,
                title,
                site.name(),
                texts.locale(),
                at,
                new Paper.Length.Sheets((page, pages) -> say("reports.page", page, pages)),
                all,
                rows);
    }

    /// @param kind in kebab case
    public Table.About about(String kind, Given given) {
        return new Table.About(
                kind, say("reports.kind." + kind), site.name(), zone(), at, given.values());
    }

    /// A column of an export; its label is the text `reports.column.<name in kebab case>`.
    public Table.Column column(String name) {
        return new Table.Column(name, say("reports.column." + name.replace('_', '-')));
    }
}
