package app.lodge.desktop.watch;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// What somebody who watches over the field looks at: the board.
public final class WatchView implements Screen {

    private final Kit kit;
    private final BoardViewModel board;
    private final BoardPane boardPane;
    private final TabPane tabs;
    private final PageFrame frame;

    public WatchView(Kit kit, BoardViewModel board) {
        this.kit = kit;
        this.board = board;
        this.boardPane = new BoardPane(kit, board);
        tabs = new TabPane(tab("board.title", boardPane.node()));
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
        boardPane.focus();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("device:") || fact.subject().startsWith("lists:")) {
            board.refresh();
        }
    }
}
