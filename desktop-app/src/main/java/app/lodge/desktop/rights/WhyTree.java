package app.lodge.desktop.rights;

import app.lodge.core.rights.Why;
import app.lodge.core.rights.Why.Verdict;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The explained answer as a tree.
final class WhyTree {

    private static final double INDENT = 22;

    private WhyTree() {}

    static Node of(Kit kit, Why why) {
        var box = new VBox(6);
        box.setId("why-tree");
        box.getChildren()
                .addAll(
                        Kit.paragraph(
                                kit.text(
                                        why.allowed() ? "right-why.yes" : "right-why.no",
                                        why.resource().name(),
                                        kit.time(why.moment())),
                                "section-title"),
                        Kit.paragraph(
                                why.blocked()
                                        ? kit.text("right-why.blocked")
                                        : Wording.of(kit.texts(), "right-ground", why.ground())));
        why.lines().forEach(line -> add(kit, line, 0, box));
        return box;
    }

    private static void add(Kit kit, Why.Line line, int depth, VBox box) {
        var words = Kit.paragraph(words(kit, line), line.heard() ? Look.SMALL : Look.MUTED);
        var row = Kit.row(8, Kit.icon(icon(line.verdict())), words);
        row.setAlignment(Pos.TOP_LEFT);
        row.setPadding(new Insets(0, 0, 0, depth * INDENT));
        box.getChildren().add(row);
        line.lines().forEach(each -> add(kit, each, depth + 1, box));
    }

    private static Feather icon(Verdict verdict) {
        return switch (verdict) {
            case ALLOWS -> Feather.CHECK;
            case REFUSES -> Feather.X;
            case SILENT -> Feather.MINUS;
        };
    }

    private static String words(Kit kit, Why.Line line) {
        var since = line.since();
        return switch (line.what()) {
            case PERSON ->
                    kit.text(
                            line.verdict() == Verdict.REFUSES
                                    ? "right-why.blocked"
                                    : "right-why.not-blocked");
            case HOLIDAY -> kit.text("right-why.holiday", line.name());
            case OWN_RULES ->
                    kit.text(line.lines().isEmpty() ? "right-why.own-none" : "right-why.own-rules");
            case GROUP ->
                    kit.text(
                            line.heard() ? "right-why.group" : "right-why.group-unheard",
                            line.name(),
                            since == null ? "" : kit.time(since));
            case RULE ->
                    RuleWords.of(
                            kit, Objects.requireNonNull(line.rule()), line.name(), line.silence());
        };
    }
}
