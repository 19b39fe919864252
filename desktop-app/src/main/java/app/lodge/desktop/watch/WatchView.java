package app.lodge.desktop.watch;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import java.time.LocalDate;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// What somebody who watches over the field looks at: the board, what was found, what will run out, and
/// the rules for those who may change them.
public final class WatchView implements Screen {

    private static final int ALERTS = 1;

    private final Kit kit;
    private final BoardViewModel board;
    private final AlertsViewModel alerts;
    private final RulesViewModel rules;
    private final BoardPane boardPane;
    private final TabPane tabs;
    private final PageFrame frame;

    public WatchView(
            Kit kit,
            BoardViewModel board,
            AlertsViewModel alerts,
            RulesViewModel rules,
            LocalDate today) {
        this.kit = kit;
        this.board = board;
        this.alerts = alerts;
        this.rules = rules;
        this.boardPane = new BoardPane(kit, board);
        tabs =
                new TabPane(
                        tab("board.title", boardPane.node()),
                        tab("watch.alerts", new AlertsPane(kit, alerts).node()),
                        tab("watch.ahead", new AheadPane(kit, alerts, today).node()));
        if (rules.allowed()) {
            tabs.getTabs().add(tab("watch.rules", new RulesPane(kit, rules).node()));
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("watch-tabs");
        tabs.setAccessibleText(kit.text("watch.title"));
        tabs.getStyleClass().addAll(Look.PANEL, "panel-tabs");
        frame = new PageFrame(kit, "watch.title", "watch.subtitle", tabs);
    }

    private Tab tab(String titleKey, Node content) {
        var padded = new StackPane(content);
        padded.setPadding(new Insets(12, 0, 0, 0));
        return new Tab(kit.text(titleKey), padded);
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
        }
        boardPane.focus();
    }

    /// @param subject `alert:9`
    @Override
    public void open(String subject) {
        if (subject.startsWith("alert:")) {
            tabs.getSelectionModel().select(ALERTS);
            alerts.choose(Long.parseLong(subject.substring("alert:".length())));
        }
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("device:") || fact.subject().startsWith("lists:")) {
            board.refresh();
        } else if (fact.subject().startsWith("alert:")) {
            alerts.refresh();
        }
    }
}
