package app.lodge.desktop.shell;

import static org.kordamp.ikonli.feather.Feather.ACTIVITY;
import static org.kordamp.ikonli.feather.Feather.BOOK_OPEN;
import static org.kordamp.ikonli.feather.Feather.BRIEFCASE;
import static org.kordamp.ikonli.feather.Feather.CALENDAR;
import static org.kordamp.ikonli.feather.Feather.CHECK_SQUARE;
import static org.kordamp.ikonli.feather.Feather.CPU;
import static org.kordamp.ikonli.feather.Feather.CREDIT_CARD;
import static org.kordamp.ikonli.feather.Feather.EYE;
import static org.kordamp.ikonli.feather.Feather.HOME;
import static org.kordamp.ikonli.feather.Feather.INBOX;
import static org.kordamp.ikonli.feather.Feather.KEY;
import static org.kordamp.ikonli.feather.Feather.LAYOUT;
import static org.kordamp.ikonli.feather.Feather.PACKAGE;
import static org.kordamp.ikonli.feather.Feather.PIE_CHART;
import static org.kordamp.ikonli.feather.Feather.SEND;
import static org.kordamp.ikonli.feather.Feather.SLIDERS;
import static org.kordamp.ikonli.feather.Feather.USERS;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Where the navigation leads, in the order of the rail. The most used open by Ctrl+1 … Ctrl+9, the
/// settings by Ctrl+comma, as everywhere.
public enum Destination {
    START(HOME, null),
    PEOPLE(USERS, Permission.SEE_PEOPLE),
    CARD_DESK(CREDIT_CARD, Permission.ISSUE_CARDS),
    STOCK(PACKAGE, Permission.SEE_MEDIA),
    ACCOUNTS(BOOK_OPEN, Permission.SEE_ACCOUNTS),
    CASH_DESK(INBOX, Permission.KEEP_CASH_DESK),
    APPROVALS(CHECK_SQUARE, Permission.APPROVE_PAYMENTS),
    FINANCE(BRIEFCASE, Permission.SEE_BOOKS),
    DEVICES(CPU, Permission.SEE_DEVICES),
    ROLLOUT(SEND, Permission.SEE_DEVICES),
    JOURNAL(ACTIVITY, Permission.SEE_JOURNAL),
    REPORTS(PIE_CHART, Permission.SEE_REPORTS),
    WATCH(EYE, Permission.SEE_DEVICES),
    RIGHTS(KEY, Permission.SEE_DEVICES),
    BOOKKEEPING(CALENDAR, Permission.SEE_BOOKS),
    DESIGN(LAYOUT, Permission.CHANGE_SETTINGS),
    SETTINGS(SLIDERS, null);

    private final Ikon icon;

    /// Null: open to every operator.
    private final @Nullable Permission permission;

    Destination(Ikon icon, @Nullable Permission permission) {
        this.icon = icon;
        this.permission = permission;
    }

    public Ikon icon() {
        return icon;
    }

    /// What is pressed with Ctrl. Plus, minus and 0 are those of the zoom, as everywhere.
    public KeyCode key() {
        return switch (this) {
            case START -> KeyCode.DIGIT1;
            case PEOPLE -> KeyCode.DIGIT2;
            case CARD_DESK -> KeyCode.DIGIT3;
            case ACCOUNTS -> KeyCode.DIGIT4;
            case CASH_DESK -> KeyCode.DIGIT5;
            case APPROVALS -> KeyCode.DIGIT6;
            case FINANCE -> KeyCode.DIGIT7;
            case DEVICES -> KeyCode.DIGIT8;
            case JOURNAL -> KeyCode.DIGIT9;
            case REPORTS -> KeyCode.R;
            case STOCK -> KeyCode.B;
            case WATCH -> KeyCode.W;
            case RIGHTS -> KeyCode.G;
            case ROLLOUT -> KeyCode.U;
            case BOOKKEEPING -> KeyCode.PERIOD;
            case DESIGN -> KeyCode.L;
            case SETTINGS -> KeyCode.COMMA;
        };
    }

    public boolean openTo(Actor actor) {
        return permission == null || actor.may(permission);
    }
}
