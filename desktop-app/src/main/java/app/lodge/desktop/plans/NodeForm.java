package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.Finding;
import app.lodge.desktop.plans.PlanEntry.How;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The form of one node: a line for each entry, and under each what the checks say of it.
final class NodeForm {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Kit kit;
    private final PlanBoard board;
    private final EntryControls controls;
    private final List<PlanEntry> entries;
    private final List<Line> lines = new ArrayList<>();
    private final Label others = Kit.paragraph("", Look.PROBLEM);
    private final VBox root;

    private record Line(PlanEntry entry, EntryControls.Made made, Label problem) {}

    NodeForm(Kit kit, PlanBoard board) {
        this.kit = kit;
        this.board = board;
        this.controls = new EntryControls(kit, board);
        this.entries = PlanEntries.of(board.document(), board.node());
        others.setId("plan-node-problem");
        Kit.showWhen(others.textProperty().isNotEmpty(), others);
        root = new VBox(12, Kit.line(title(kit, board, board.node()), Look.PANEL_TITLE), others);
        entries.forEach(entry -> root.getChildren().add(line(entry)));
        tell();
    }

    /// `File: identity`, `Key: 1 (read)`.
    static String title(Kit kit, PlanBoard board, PlanNode node) {
        var kind = Wording.of(kit.texts(), "plans.kind", node.kind());
        if (node.name().isBlank()) {
            return kind;
        }
        var purpose = board.document().at(node.at()).path("purpose").asText();
        return purpose.isEmpty()
                ? kit.text("plans.node", kind, node.name())
                : kit.text(
                        "plans.node", kind, node.name() + " " + EntryControls.option(kit, purpose));
    }

    Node node() {
        return root;
    }

    /// Shows what the document says now.
    ///
    /// @return whether this still is the form for it
    boolean follow() {
        if (!entries.equals(PlanEntries.of(board.document(), board.node()))) {
            return false;
        }
        lines.forEach(line -> line.made().follow().run());
        tell();
        return true;
    }

    void focus() {
        lines.stream()
                .map(line -> line.made().focus())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node line(PlanEntry entry) {
        var made = controls.of(entry);
        var id = "plan-" + entry.kebab();
        made.node().setId(id);
        made.node().setAccessibleText(controls.label(entry));
        var problem = Kit.paragraph("", Look.PROBLEM);
        problem.setId(id + "-problem");
        Kit.showWhen(problem.textProperty().isNotEmpty(), problem);
        lines.add(new Line(entry, made, problem));
        if (entry.how() == How.FLAG || entry.how() == How.PART) {
            return new VBox(4, made.node(), problem);
        }
        var label = Kit.paragraph(controls.label(entry), Look.FIELD_LABEL);
        label.setLabelFor(made.node());
        return new VBox(4, label, made.node(), problem);
    }

    private void tell() {
        var here =
                board.findings().stream()
                        .filter(one -> board.subject(one).equals(board.node()))
                        .toList();
        var told = new ArrayList<Finding>();
        for (var line : lines) {
            var own = here.stream().filter(one -> speaksOf(one, line.entry())).toList();
            told.addAll(own);
            line.problem().setText(words(own));
            boolean wrong = own.stream().anyMatch(Finding::blocks);
            line.made().node().pseudoClassStateChanged(WRONG, wrong);
            line.made().node().setAccessibleHelp(own.isEmpty() ? null : words(own));
        }
        others.setText(words(here.stream().filter(one -> !told.contains(one)).toList()));
    }

    private boolean speaksOf(Finding finding, PlanEntry entry) {
        var said = board.node().entry(finding.problem().field());
        return said.equals(entry.member()) || ("rules." + said).equals(entry.member());
    }

    private String words(List<Finding> findings) {
        return findings.stream()
                .map(one -> Wording.of(kit.texts(), one.problem()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
