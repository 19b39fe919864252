package app.lodge.desktop.watch;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import app.lodge.desktop.virtualsite.VirtualPane;
import app.lodge.desktop.virtualsite.VirtualViewModel;
import java.time.LocalDate;
import javafx.scene.Node;

/// What somebody who watches over the field looks at: the board, what was found, what will run out, and
/// the rules for those who may change them.
public final class WatchView implements Screen {

    private static final int ALERTS = 1;

    private final Kit kit;
    private final BoardViewModel board;
    private final AlertsViewModel alerts;
    private final RulesViewModel rules;
    private final PartiesViewModel parties;
    private final VirtualViewModel virtual;
    private final BoardPane boardPane;
    private final Tabs tabs;
    private final PageFrame frame;
    private boolean hasVirtual;

    public WatchView(
            Kit kit,
            BoardViewModel board,
            AlertsViewModel alerts,
            RulesViewModel rules,
            PartiesViewModel parties,
            VirtualViewModel virtual,
            LocalDate today) {
        this.kit = kit;
        this.board = board;
        this.alerts = alerts;
        this.rules = rules;
        this.parties = parties;
        this.virtual = virtual;
        this.boardPane = new BoardPane(kit, board);
        tabs =
                new Tabs(kit, "watch-tabs", "watch.title")
                        .add("board.title", boardPane.node())
                        .add("watch.alerts", new AlertsPane(kit, alerts).node())
                        .add("watch.ahead", new AheadPane(kit, alerts, today).node());
        if (rules.allowed()) {
            tabs.add("watch.rules", new RulesPane(kit, rules).node());
            tabs.add("parties.title", new PartiesPane(kit, parties).node());
        }
        virtual.open().subscribe(this::showVirtual);
        frame = new PageFrame(kit, "watch.title", "watch.subtitle", tabs.pane());
    }

    /// Only where the site may have devices without hardware.
    private void showVirtual(boolean open) {
        if (open && !hasVirtual) {
            hasVirtual = true;
            tabs.add("virtual.title", new VirtualPane(kit, virtual).node());
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        board.refresh();
        alerts.refresh();
        if (rules.allowed()) {
            rules.refresh();
            parties.refresh();
        }
        virtual.refresh();
        boardPane.focus();
    }

    /// @param subject `alert:9`
    @Override
    public void open(String subject) {
        if (subject.startsWith("alert:")) {
            tabs.pane().getSelectionModel().select(ALERTS);
            alerts.choose(Long.parseLong(subject.substring("alert:".length())));
        }
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("device:") || fact.subject().startsWith("lists:")) {
            board.refresh();
            followVirtual();
        } else if (fact.subject().startsWith("alert:")) {
            alerts.refresh();
        } else {
            followVirtual();
        }
    }

    private void followVirtual() {
        if (virtual.open().get()) {
            virtual.refresh();
        }
    }
}
