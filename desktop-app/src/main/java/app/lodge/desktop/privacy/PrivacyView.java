package app.lodge.desktop.privacy;

import app.lodge.core.people.Person;
import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.core.privacy.Purpose;
import app.lodge.desktop.privacy.PrivacyViewModel.Shown;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.reports.privacy.PaperFormat;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A person's data protection on one sheet: what holds, one file with everything, and the erasure,
/// which shows what goes and what stays before the ID is typed.
public final class PrivacyView {

    private final Kit kit;
    private final PrivacyViewModel model;
    private final PrivacyWords words;
    private final Form form;
    private final VBox holds = new VBox(8);
    private final VBox effects = new VBox(6);

    public PrivacyView(Kit kit, PrivacyViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new PrivacyWords(kit.texts());
        this.form = new Form(kit, "privacy", model.problems());
    }

    public Sheet sheet() {
        var person = model.person().get();
        var name = person == null ? "" : person.details().fullName();
        model.shown().subscribe(this::show);
        var before = Kit.column(22, holdSection(), exportSection(), eraseSection(person));
        var after = new VBox(12);
        model.erasing()
                .certificate()
                .subscribe(done ->
                        after.getChildren()
                                .setAll(done == null ? List.<Node>of() : certificate(done)));
        var erased = Bindings.isNotNull(model.erasing().certificate());
        Kit.showWhen(erased.not(), before);
        Kit.showWhen(erased, after);
        var body =
                Kit.column(
                        16,
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        before,
                        after,
                        kit.message(
                                model.refusal(),
                                "banner",
                                "tone-caution")); // seen from the button, too
        var erase =
                kit.primary(
                        "privacy-erase-do",
                        "privacy.erase-do",
                        Feather.TRASH_2,
                        model.erasing()::erase);
        erase.getStyleClass().add("danger");
        erase.disableProperty().bind(model.busy());
        Kit.showWhen(
                Bindings.createBooleanBinding(
                        () ->
                                model.erasing().certificate().get() == null
                                        && free(model.shown().get()),
                        model.erasing().certificate(),
                        model.shown()),
                erase);
        var save =
                kit.button(
                        "privacy-certificate",
                        "privacy.certificate-save",
                        Feather.AWARD,
                        this::saveCertificate);
        Kit.showWhen(erased, save);
        var print =
                kit.button(
                        "privacy-certificate-print",
                        "privacy.print",
                        Feather.PRINTER,
                        this::printCertificate);
        Kit.showWhen(erased, print);
        return new Sheet(kit, kit.text("privacy.title", name), 660, body, model.open())
                .action(print)
                .action(save)
                .action(erase);
    }

    private static boolean free(@Nullable Shown shown) {
        return shown != null && shown.preview().obstacles().isEmpty();
    }

    private Node holdSection() {
        var ground =
                form.choice(
                        "hold-ground",
                        List.of(HoldGround.values()),
                        model.hold().ground,
                        words::of);
        var until = form.labelled("hold-until", untilDay());
        var reference = form.text("hold-reference", model.hold().reference);
        var set =
                kit.button("privacy-hold-set", "privacy.hold-set", Feather.LOCK, model.hold()::set);
        set.disableProperty().bind(model.busy());
        return section("privacy.holds", holds, Form.row(ground, until, reference), new HBox(set));
    }

    private DatePicker untilDay() {
        var day = new DatePicker();
        day.valueProperty().bindBidirectional(model.hold().until);
        return day;
    }

    private Node exportSection() {
        var why =
                form.choice(
                        "export-purpose",
                        List.of(Purpose.values()),
                        model.papers().purpose,
                        words::of);
        var pdf =
                kit.button(
                        "privacy-export-pdf",
                        "privacy.export-pdf",
                        Feather.FILE_TEXT,
                        () -> model.papers().export(PaperFormat.PDF, language()));
        var json =
                kit.button(
                        "privacy-export-json",
                        "privacy.export-json",
                        Feather.CODE,
                        () -> model.papers().export(PaperFormat.JSON, language()));
        pdf.disableProperty().bind(model.busy());
        json.disableProperty().bind(model.busy());
        return section("privacy.everything", why, new HBox(8, pdf, json));
    }

    private Node eraseSection(@Nullable Person person) {
        var id = person == null ? "" : "%07d".formatted(person.id().number());
        var ground =
                form.choice(
                        "erase-ground",
                        Arrays.stream(ErasureGround.values())
                                .filter(one -> one != ErasureGround.ERASED_BEFORE)
                                .toList(),
                        model.erasing().ground,
                        words::of);
        var reference = form.text("erase-reference", model.erasing().reference);
        var field = new TextField();
        field.textProperty().bindBidirectional(model.erasing().typed);
        var typed = form.labelledAs("erase-typed", kit.text("privacy.erase-typed", id), field);
        var confirm = Kit.column(12, Form.row(ground, reference), typed);
        Kit.showWhen(
                Bindings.createBooleanBinding(() -> free(model.shown().get()), model.shown()),
                confirm);
        return section("privacy.erase", effects, confirm);
    }

    private void show(@Nullable Shown shown) {
        holds.getChildren().clear();
        effects.getChildren().clear();
        if (shown == null) {
            return;
        }
        if (shown.holds().isEmpty()) {
            holds.getChildren().add(Kit.paragraph(kit.text("privacy.holds-none"), Look.MUTED));
        }
        for (var hold : shown.holds()) {
            var line =
                    Kit.paragraph(
                            kit.text(
                                    "privacy.hold-line",
                                    words.of(hold),
                                    kit.texts().date(hold.until()),
                                    hold.setBy()));
            HBox.setHgrow(line, Priority.ALWAYS);
            var release =
                    kit.button(
                            "privacy-release-" + hold.number(),
                            "privacy.release",
                            Feather.UNLOCK,
                            () -> model.hold().release(hold));
            release.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            holds.getChildren().add(Kit.row(10, line, release));
        }
        var preview = shown.preview();
        if (!preview.obstacles().isEmpty()) {
            effects.getChildren().add(Kit.line(kit.text("privacy.obstacles"), Look.STRONG));
            preview.obstacles()
                    .forEach(
                            one -> effects.getChildren().add(bullet(words.of(one), Feather.SLASH)));
            return;
        }
        effects.getChildren().add(Kit.line(kit.text("privacy.goes"), Look.STRONG));
        preview.goes()
                .forEach(gone ->
                        effects.getChildren().add(bullet(words.of(gone.kind()), Feather.X)));
        effects.getChildren().add(Kit.line(kit.text("privacy.stays"), Look.STRONG));
        preview.stays()
                .forEach(stay ->
                        effects.getChildren()
                                .add(
                                        bullet(
                                                kit.text(
                                                        "privacy.stay-line",
                                                        kit.texts().number(stay.count()),
                                                        words.of(stay.data()),
                                                        words.of(stay.ground()),
                                                        kit.texts().date(stay.until())),
                                                Feather.ARCHIVE)));
        effects.getChildren().add(Kit.paragraph(kit.text("privacy.honest-patterns"), Look.MUTED));
    }

    private List<Node> certificate(Certificate done) {
        return List.of(
                Kit.paragraph(
                        kit.text(
                                "privacy.erased",
                                "%07d".formatted(done.person().number()),
                                Long.toString(done.number())),
                        Look.HEADLINE),
                Kit.paragraph(
                        done.unconfirmed().isEmpty()
                                ? kit.text("privacy.all-confirmed")
                                : kit.text(
                                        "privacy.unconfirmed",
                                        String.join(", ", done.unconfirmed()))),
                Kit.paragraph(kit.text("privacy.honest-copies"), Look.MUTED));
    }

    private Node bullet(String text, Feather icon) {
        var line = Kit.paragraph(text);
        HBox.setHgrow(line, Priority.ALWAYS);
        return Kit.row(10, Kit.icon(icon), line);
    }

    private VBox section(String titleKey, Node... nodes) {
        var section = new VBox(10, Kit.line(kit.text(titleKey), "section-title"));
        section.getChildren().addAll(nodes);
        return section;
    }

    private void printCertificate() {
        var done = model.erasing().certificate().get();
        if (done != null) {
            model.papers().print(done.number(), language());
        }
    }

    private void saveCertificate() {
        var done = model.erasing().certificate().get();
        if (done != null) {
            model.papers().certificate(done.number(), PaperFormat.PDF, language());
        }
    }

    private String language() {
        return kit.texts().locale().toLanguageTag();
    }
}
