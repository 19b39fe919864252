package app.lodge.desktop.watch;

import app.lodge.core.watch.Ahead;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javafx.scene.Node;
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
        Tables.openedBy(table, one -> model.open(one.subject()));
        VBox.setVgrow(table, Priority.ALWAYS);
        return Kit.column(12, table);
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
            case DEVICE_CERTIFICATE, BACKUP, SEAL, MANDATE, PURSE, LOAN, OPERATOR_CARD -> "";
        };
    }
}
