package app.lodge.desktop.watch;

import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Provision;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Everything that will expire or fill up, the nearest first.
final class AheadPane {

    private static final int SOON_DAYS = 30;
    private static final long GIGA = 1_000_000_000L;

    private final Kit kit;
    private final AlertsViewModel model;
    private final LocalDate today;

    AheadPane(Kit kit, AlertsViewModel model, LocalDate today) {
        this.kit = kit;
        this.model = model;
        this.today = today;
        kit.sheets().showWhile(model.provisions().open(), this::sheet);
    }

    Node node() {
        var table =
                Tables.table(
                        "ahead-table",
                        kit.text("watch.ahead"),
                        model.ahead(),
                        kit.empty(
                                Feather.CALENDAR,
                                "watch.nothing-ahead",
                                "watch.nothing-ahead-advice"));
        var columns = table.getColumns();
        columns.add(
                Tables.text(
                        kit.text("watch.column.kind"),
                        230,
                        one -> Wording.of(kit.texts(), "watch.ahead", one.kind())));
        columns.add(Tables.text(kit.text("watch.column.of"), 270, Ahead::what));
        columns.add(Tables.node(kit.text("watch.column.when"), 250, this::when));
        columns.add(Tables.text(kit.text("watch.column.left"), 170, this::left));
        var provisions = model.provisions();
        table.getSelectionModel().selectedItemProperty().subscribe(provisions.chosen()::set);
        Tables.openedBy(table, this::opened);
        VBox.setVgrow(table, Priority.ALWAYS);
        if (!provisions.allowed()) {
            return Kit.column(12, table);
        }
        var head =
                Kit.row(
                        8,
                        Kit.spacer(),
                        onChosen(
                                "provision-change",
                                "watch.rule-change",
                                Feather.EDIT_2,
                                provisions::beginChange,
                                ProvisionsViewModel::entered),
                        onChosen(
                                "provision-remove",
                                "watch.rule-remove",
                                Feather.TRASH_2,
                                provisions::remove,
                                ProvisionsViewModel::removable),
                        kit.primary(
                                "provision-add",
                                "watch.provision-add",
                                Feather.PLUS,
                                provisions::beginNew));
        return Kit.column(12, head, table);
    }

    private void opened(Ahead one) {
        if (model.provisions().allowed() && ProvisionsViewModel.entered(one)) {
            model.provisions().chosen().set(one);
            model.provisions().beginChange();
        } else {
            model.open(one.subject());
        }
    }

    private Button onChosen(
            String id,
            String key,
            Feather icon,
            Runnable action,
            Predicate<@Nullable Ahead> possible) {
        var provisions = model.provisions();
        var button = kit.button(id, key, icon, action);
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        provisions.busy().get()
                                                || !possible.test(provisions.chosen().get()),
                                provisions.busy(),
                                provisions.chosen()));
        return button;
    }

    private Sheet sheet() {
        var edited = model.provisions();
        var form = new Form(kit, "provision", edited.problems());
        var body =
                new VBox(
                        16,
                        form.choice(
                                "kind",
                                List.of(Provision.Kind.LICENCE, Provision.Kind.SIM),
                                edited.kind,
                                kind -> Wording.of(kit.texts(), "provision.kind", kind)),
                        Form.row(
                                form.text("name", edited.name),
                                form.text("on", edited.on, "2027-03-31")),
                        Kit.showWhen(
                                edited.kind.map(kind -> kind == Provision.Kind.SIM),
                                Form.row(
                                        form.text("remaining", edited.remaining),
                                        form.text("wanted", edited.wanted))),
                        Kit.paragraph(kit.text("provision.note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("provision-save", "settings.save", Feather.CHECK, edited::save);
        save.disableProperty().bind(edited.busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text(edited.isNew() ? "provision.title-new" : "provision.title"),
                        600,
                        body,
                        edited.open())
                .primary(save);
    }

    private @Nullable Node when(Ahead one) {
        var on = one.on();
        if (on == null) {
            return null;
        }
        var days = ChronoUnit.DAYS.between(today, on);
        var badge =
                days < 0
                        ? Kit.badge(kit.text("watch.late"), Look.Tone.BAD)
                        : Kit.badge(
                                kit.text("watch.in-days", days),
                                days <= SOON_DAYS ? Look.Tone.CAUTION : Look.Tone.NEUTRAL);
        return Kit.row(8, Kit.line(kit.day(on)), badge);
    }

    private String left(Ahead one) {
        return switch (one.kind()) {
            case DISK ->
                    kit.text(
                            "watch.gigabytes",
                            one.used() / GIGA,
                            one.of() / GIGA,
                            one.of() == 0 ? 0 : one.used() * 100 / one.of());
            case LEVEL, CARD_KEYS -> kit.text("watch.used-of", one.used(), one.of());
            case STOCK -> kit.text("watch.left-of", one.used(), one.of());
            case RIBBON -> kit.text("watch.ribbon-of", one.used(), one.of());
            case SIM_CREDIT ->
                    kit.text(
                            "watch.credit",
                            kit.texts().money(model.provisions().credit(one.used())));
            case DEVICE_CERTIFICATE, BACKUP, SEAL, MANDATE, PURSE, LOAN, OPERATOR_CARD, LICENCE ->
                    "";
        };
    }
}
