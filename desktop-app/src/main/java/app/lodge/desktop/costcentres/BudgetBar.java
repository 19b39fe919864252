package app.lodge.desktop.costcentres;

import app.lodge.core.costcentres.CostCentres.Standing;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What was spent of a budget, what is held, and the rest as empty bar.
final class BudgetBar extends Pane {

    private static final int SHARES = 1_000;
    private static final double HEIGHT = 8;

    private final Region spent = new Region();
    private final Region held = new Region();
    private final int spentShare;
    private final int usedShare;

    BudgetBar(Standing standing) {
        var granted = standing.granted().minor();
        var posted = standing.used().minor() - standing.held().minor();
        spentShare = share(posted, granted);
        usedShare = share(standing.used().minor(), granted);
        getStyleClass().add("budget-bar");
        spent.getStyleClass().add(usedShare == SHARES ? "budget-exhausted" : "budget-spent");
        held.getStyleClass().add("budget-held");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(40);
        getChildren().addAll(held, spent);
    }

    private static int share(long part, long whole) {
        if (part <= 0) {
            return 0;
        }
        return whole <= part ? SHARES : Math.toIntExact(Math.multiplyExact(part, SHARES) / whole);
    }

    @Override
    protected void layoutChildren() {
        held.resizeRelocate(0, 0, getWidth() * usedShare / SHARES, getHeight());
        spent.resizeRelocate(0, 0, getWidth() * spentShare / SHARES, getHeight());
    }
}
