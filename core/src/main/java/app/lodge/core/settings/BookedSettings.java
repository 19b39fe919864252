package app.lodge.core.settings;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The site's settings, kept in the books as one document and in memory as one record.
final class BookedSettings implements Settings {

    private static final String DOCUMENT = "site";
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "hr", "pl", "zh");

    private final Books books;
    private final SettingsStore store = new SettingsStore();
    private volatile @Nullable SiteSettings now;

    BookedSettings(Books books) {
        this.books = books;
        now =
                books.read(sql -> store.find(sql, DOCUMENT))
                        .map(text -> Json.read(text, SiteSettings.class))
                        .orElse(null);
    }

    @Override
    public SiteSettings site(Actor actor) {
        return Objects.requireNonNull(now, "The site has no settings yet: create it first");
    }

    @Override
    public SettingsOutcome change(Actor actor, RequestId request, SiteSettings settings) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(settings);
        if (!problems.isEmpty()) {
            return new SettingsOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "settings.change",
                settings,
                SettingsOutcome.class,
                tx -> {
                    var document = Json.text(settings, SiteSettings.class);
                    store.put(tx.sql(), DOCUMENT, document, tx.nowUtc());
                    var before = now;
                    tx.journal(
                            "settings.changed",
                            "site",
                            Map.of(
                                    "before",
                                    before == null ? "" : Json.text(before, SiteSettings.class),
                                    "after",
                                    document));
                    tx.afterCommit(() -> now = settings);
                    return new SettingsOutcome.Changed(settings);
                });
    }

    private List<Problem> problems(SiteSettings wanted) {
        var problems = new ArrayList<Problem>();
        if (wanted.name().isBlank() || wanted.name().length() > 80) {
            problems.add(Problem.of("name", wanted.name(), "settings.name-length", 80));
        }
        if (!LANGUAGES.contains(wanted.language())) {
            problems.add(
                    Problem.of(
                            "language",
                            wanted.language(),
                            "settings.language-unknown",
                            String.join(", ", LANGUAGES.stream().sorted().toList())));
        }
        var before = now;
        if (before != null && !before.currency().equals(wanted.currency())) {
            problems.add(
                    Problem.of(
                            "currency",
                            wanted.currency().getCurrencyCode(),
                            "settings.currency-fixed",
                            before.currency().getCurrencyCode()));
        }
        if (wanted.maximumBalance() < 1 || wanted.maximumBalance() > 100_000_000) {
            problems.add(
                    Problem.of(
                            "maximumBalance",
                            wanted.maximumBalance(),
                            "settings.range",
                            1,
                            100_000_000));
        }
        minutes("holdMinutes", wanted.holdMinutes(), problems);
        minutes("lateAfterMinutes", wanted.lateAfterMinutes(), problems);
        range(
                "smallestGroup",
                wanted.smallestShown(),
                SiteSettings.LEAST_SMALLEST_GROUP,
                SiteSettings.MOST_SMALLEST_GROUP,
                problems);
        return problems;
    }

    private static void minutes(String field, int value, List<Problem> problems) {
        range(field, value, 1, 1440, problems);
    }

    private static void range(
            String field, int value, int least, int most, List<Problem> problems) {
        if (value < least || value > most) {
            problems.add(Problem.of(field, value, "settings.range", least, most));
        }
    }
}
