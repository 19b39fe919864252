package app.lodge.desktop.topups;

import app.lodge.core.topups.Mandate;
import app.lodge.core.topups.SourceRule;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rule of each source, and below it the mandates of one person.
final class SourcesSide {

    private static final double WIDTH = 330;

    private final Kit kit;
    private final RulesViewModel rules;
    private final MandatesViewModel mandates;
    private final VBox ruleLines = new VBox(2);
    private final VBox mandateLines = new VBox(2);

    SourcesSide(Kit kit, RulesViewModel rules, MandatesViewModel mandates) {
        this.kit = kit;
        this.rules = rules;
        this.mandates = mandates;
        rules.rows().addListener((ListChangeListener<RulesViewModel.Row>) _ -> showRules());
        mandates.mandates().addListener((ListChangeListener<Mandate>) _ -> showMandates());
        mandates.person().chosen().subscribe(_ -> showMandates());
        showRules();
    }

    Node node() {
        var column =
                new VBox(
                        18,
                        new VBox(
                                6,
                                Kit.line(kit.text("source-rule.heading"), "section-title"),
                                ruleLines));
        if (mandates.maySee()) {
            var form = new Form(kit, "mandate-of", FXCollections.observableArrayList());
            column.getChildren()
                    .add(
                            new VBox(
                                    8,
                                    Kit.line(kit.text("mandates-desk.title"), "section-title"),
                                    PersonField.in(kit, form, "holderOf", mandates.person()),
                                    mandateLines));
        }
        column.setPadding(new javafx.geometry.Insets(0, 8, 8, 0));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        return scroll;
    }

    private void showRules() {
        ruleLines.getChildren().setAll(rules.rows().stream().map(this::line).toList());
    }

    private Node line(RulesViewModel.Row row) {
        var words =
                Kit.column(
                        1,
                        Kit.line(
                                Wording.of(kit.texts(), "top-up-source", row.source()),
                                Look.STRONG),
                        Kit.paragraph(rule(row.rule()), Look.SMALL, Look.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = Kit.row(8, words);
        if (rules.mayChange()) {
            line.getChildren()
                    .add(
                            kit.iconButton(
                                    "rule-edit-" + row.source().ordinal(),
                                    "source-rule.change",
                                    Feather.EDIT_2,
                                    () -> rules.begin(row)));
        }
        line.getStyleClass().add("list-line");
        return line;
    }

    private String rule(SourceRule rule) {
        var when =
                rule.crediting() == SourceRule.Crediting.AT_ONCE_UP_TO
                        ? kit.text(
                                "source-rule.up-to-amount",
                                kit.texts().money(rules.money(rule.upTo())))
                        : Wording.of(kit.texts(), "source-rule.crediting", rule.crediting());
        return rule.returnFee() == 0
                ? when
                : kit.text(
                        "source-rule.with-fee",
                        when,
                        kit.texts().money(rules.money(rule.returnFee())));
    }

    private void showMandates() {
        if (mandates.person().chosen().get() == null) {
            mandateLines
                    .getChildren()
                    .setAll(List.of(Kit.paragraph(kit.text("mandates-desk.choose"), Look.MUTED)));
            return;
        }
        mandateLines.getChildren().setAll(mandates.mandates().stream().map(this::line).toList());
        if (mandates.mandates().isEmpty()) {
            mandateLines
                    .getChildren()
                    .add(Kit.paragraph(kit.text("mandates-desk.none"), Look.MUTED));
        }
        if (mandates.mayChange()) {
            var add = kit.button("mandate-add", "mandates-desk.add", Feather.PLUS, mandates::begin);
            mandateLines.getChildren().add(Kit.row(0, add));
        }
    }

    private Node line(Mandate mandate) {
        var bank = mandate.bank();
        var account =
                bank == null
                        ? kit.text("mandates-desk.erased")
                        : kit.text("mandates-desk.account", bank.holder(), grouped(bank.iban()));
        var words =
                Kit.column(
                        1,
                        Kit.line(mandate.reference(), Look.STRONG),
                        Kit.paragraph(account, Look.SMALL),
                        Kit.paragraph(
                                kit.text(
                                        mandate.oneOff()
                                                ? "mandates-desk.signed-once"
                                                : "mandates-desk.signed",
                                        kit.day(mandate.signedOn())),
                                Look.SMALL,
                                Look.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = Kit.row(8, words);
        if (mandate.revoked()) {
            line.getChildren().add(Kit.badge(kit.text("mandates-desk.revoked"), Look.Tone.NEUTRAL));
        } else if (mandates.mayChange()) {
            line.getChildren()
                    .add(
                            kit.iconButton(
                                    "mandate-revoke-" + mandate.number(),
                                    "mandates-desk.revoke",
                                    Feather.X,
                                    () -> mandates.revoke(mandate)));
        }
        line.getStyleClass().add("list-line");
        return line;
    }

    /// As banks print it, in fours.
    private static String grouped(String iban) {
        return iban.replace(" ", "").replaceAll("(.{4})(?!$)", "$1 ");
    }
}
