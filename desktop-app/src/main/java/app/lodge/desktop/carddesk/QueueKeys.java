package app.lodge.desktop.carddesk;

import app.lodge.core.media.CardJobs.Resolution;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of queue mode: F9 queues up, Ctrl+E enters somebody new, Ctrl+R tries again, Ctrl+D sets aside,
/// Ctrl+P pauses and goes on, F12 leads into the list, Alt with an arrow moves a card, and Ctrl+G, Ctrl+S
/// and Ctrl+T say what became of one. F11 switches the mode.
final class QueueKeys {

    private final QueueViewModel model;
    private final QueueView view;

    QueueKeys(QueueViewModel model, QueueView view) {
        this.model = model;
        this.view = view;
    }

    /// @return whether the key was one of these
    boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F11) {
            model.toggle();
            return true;
        }
        if (!model.on().get() || model.enrolment().open().get()) {
            return false;
        }
        var action = action(event);
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    private @Nullable Runnable action(KeyEvent event) {
        if (event.isShortcutDown()) {
            return switch (event.getCode()) {
                case E -> model::enrol;
                case R -> model.changes()::again;
                case D -> model.changes()::takeOut;
                case P -> model.changes()::pause;
                case G -> () -> model.changes().resolve(Resolution.GOOD);
                case S -> () -> model.changes().resolve(Resolution.SPOILED);
                case T -> () -> model.changes().resolve(Resolution.NOT_THERE);
                default -> null;
            };
        }
        return switch (event.getCode()) {
            case F9 -> model::queueUp;
            case F12 -> view::enterList;
            case UP -> event.isAltDown() ? () -> model.changes().move(true) : null;
            case DOWN -> event.isAltDown() ? () -> model.changes().move(false) : null;
            default -> null;
        };
    }
}
