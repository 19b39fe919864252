package app.lodge.desktop.commandline;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.core.journal.JournalRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge journal list`: rows of the journal, newest first, by the screen's filters (ID-50). What may be
/// about one holder takes a reason, which is journalled (ID-55).
@Command(name = "list")
final class ListJournal extends DoorCommand {

    private static final Pattern KIND = Pattern.compile("[a-z0-9.-]{1,60}");
    private static final Pattern SUBJECT = Pattern.compile("[a-z-]{1,40}(:[A-Za-z0-9._-]{1,60})?");
    private static final int LONGEST = 100;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "journal.list.kind")
    String kind = "";

    @Option(names = "--subject", paramLabel = "SUBJECT", descriptionKey = "journal.list.subject")
    String subject = "";

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "journal.list.by")
    String by = "";

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "journal.list.text")
    String text = "";

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "journal.list.from")
    String from = "";

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "journal.list.until")
    String until = "";

    @Option(names = "--purpose", paramLabel = "PURPOSE", descriptionKey = "journal.list.purpose")
    String purpose = "";

    @Option(names = "--before", paramLabel = "ROW", descriptionKey = "journal.list.before")
    String before = "";

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "journal.list.limit")
    int limit = 50;

    ListJournal(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Values.count("--limit", limit, 1, 500);
        var words = new RightWords(session, doors);
        var filter =
                new Filter(
                        fitting("--kind", kind, KIND, "cli.journal.kind"),
                        fitting("--subject", subject, SUBJECT, "cli.journal.subject"),
                        words.moment("--from", from),
                        words.moment("--until", until),
                        readable("--by", by),
                        reason(),
                        readable("--text", text));
        if (filter.aboutHolder() && filter.purpose() == null) {
            throw new WrongUsage("cli.journal.purpose", "--purpose");
        }
        var start = before.isEmpty() ? null : Long.toString(Values.number("--before", before));
        var rows = new ArrayList<JournalRow>();
        var next = read(doors, filter, start, rows);
        var lines = new ArrayList<>(rows.stream().map(row -> line(words, row)).toList());
        if (rows.isEmpty()) {
            lines.add(session.text("cli.journal.no-rows"));
        }
        if (next != null) {
            lines.add(session.text("cli.journal.older", next));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("rows", List.copyOf(rows));
        facts.put("before", next == null ? "" : next);
        return new Answer.Done(facts, lines);
    }

    /// Goes on where a text is found seldom, until enough is found or the journal ends.
    ///
    /// @return before which row it goes on; null at the journal's beginning
    private @Nullable String read(
            Doors doors, Filter filter, @Nullable String start, List<JournalRow> rows) {
        var next = start;
        do {
            var page =
                    doors.door(Journal.class)
                            .page(doors.actor(), filter, next, limit - rows.size());
            rows.addAll(page.rows());
            next = page.next();
        } while (next != null && rows.size() < limit);
        return next;
    }

    private @Nullable LookPurpose reason() {
        if (purpose.isEmpty()) {
            return null;
        }
        var why = Values.choice("--purpose", purpose, LookPurpose.class);
        if (why == LookPurpose.COUNTER) { // no reason to read the journal
            throw new WrongUsage("cli.journal.purpose", "--purpose");
        }
        return why;
    }

    private static String fitting(String field, String typed, Pattern form, String key) {
        if (!typed.isEmpty() && !form.matcher(typed).matches()) {
            throw new WrongUsage(key, field, Values.shown(typed));
        }
        return typed;
    }

    private static String readable(String field, String typed) {
        var strange =
                typed.codePoints()
                        .anyMatch(each ->
                                Character.isISOControl(each)
                                        || Character.getType(each) == Character.SURROGATE);
        if (strange || typed.length() > LONGEST) {
            throw new WrongUsage("cli.journal.text", field, Values.shown(typed), LONGEST);
        }
        return typed.strip();
    }

    private static String line(RightWords words, JournalRow row) {
        return "%8d  %s  %-28s  %-16s  %-16s  %s"
                .formatted(
                        row.number(),
                        words.time(row.at()),
                        row.kind(),
                        Values.shown(row.actor()),
                        row.subject(),
                        row.content())
                .replaceAll("\\p{Cntrl}", "�");
    }
}
