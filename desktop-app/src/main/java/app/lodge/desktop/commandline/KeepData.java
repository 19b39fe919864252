package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.privacy.DataClass;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Privacy.RetentionOutcome;
import app.lodge.core.privacy.Privacy.RetentionPreview;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.core.privacy.RetentionClass;
import app.lodge.core.privacy.RetentionClass.WhenDue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge privacy retention`: how long which data is kept; changed with what the change would delete told
/// first, or told alone (ID-57).
@Command(name = "retention")
final class KeepData extends DoorCommand {

    @Parameters(paramLabel = "DATA", arity = "0..1", descriptionKey = "privacy.retention.data")
    String data = "";

    @Option(names = "--years", paramLabel = "YEARS", descriptionKey = "privacy.retention.years")
    @Nullable Integer years;

    @Option(names = "--when-due", paramLabel = "WHAT", descriptionKey = "privacy.retention.when")
    String whenDue = "";

    @Option(
            names = "--keeps-person",
            paramLabel = "yes|no",
            descriptionKey = "privacy.retention.keeps")
    String keepsPerson = "";

    @Option(names = "--dry-run", descriptionKey = "privacy.retention.dry-run")
    boolean dryRun;

    KeepData(Session session) {
        super(session);
    }

    private enum YesNo {
        YES,
        NO
    }

    @Override
    Answer answer(Doors doors) {
        var privacy = doors.door(Privacy.class);
        var rules = privacy.retention(doors.actor());
        if (data.isEmpty()) {
            return new Answer.Done(rules, rules.stream().map(this::line).toList());
        }
        var about = Values.choice("DATA", data, DataClass.class);
        var now =
                rules.stream()
                        .filter(rule -> rule.data() == about)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No rule for " + about));
        var wanted =
                new RetentionClass(
                        about,
                        now.ground(),
                        years == null ? now.years() : years,
                        keepsPerson.isEmpty()
                                ? now.keepsPerson()
                                : Values.choice("--keeps-person", keepsPerson, YesNo.class)
                                        == YesNo.YES,
                        whenDue.isEmpty()
                                ? now.whenDue()
                                : Values.choice("--when-due", whenDue, WhenDue.class));
        if (wanted.years() < 0 || wanted.years() > 100) {
            throw new WrongUsage("cli.privacy.years", wanted.years());
        }
        var told = told(privacy.previewRetention(doors.actor(), wanted));
        if (dryRun || wanted.equals(now)) {
            return new Answer.Done(Map.of("rule", wanted, "changed", false), told);
        }
        return switch (privacy.changeRetention(doors.actor(), RequestId.fresh(), wanted)) {
            case RetentionOutcome.Changed(var rule) -> {
                told.add(session.text("privacy.retention-changed"));
                told.add(line(rule));
                yield new Answer.Done(Map.of("rule", rule, "changed", true), told);
            }
            case RetentionOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private String line(RetentionClass rule) {
        var words = new PrivacyWords(session.texts());
        return session.text(
                "cli.privacy.rule",
                Values.kebab(rule.data()),
                words.of(rule.data()),
                rule.years(),
                words.of(rule.ground()),
                Values.kebab(rule.whenDue()),
                rule.keepsPerson() ? "yes" : "no");
    }

    private List<String> told(RetentionPreview preview) {
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "privacy.retention-due",
                        preview.dueThen(),
                        preview.dueNow(),
                        preview.dueInAYear()));
        lines.add(
                session.text(
                        preview.byItself()
                                ? "privacy.retention-erased-tonight"
                                : "privacy.retention-proposed",
                        preview.free()));
        var first = preview.firstFree();
        if (first != null) {
            lines.add(
                    session.text(
                            "privacy.retention-kept", preview.kept(), session.texts().date(first)));
        }
        return lines;
    }
}
