package app.lodge.desktop.watch;

import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The mail server and the web hook.
final class ReachSheets {

    private final Kit kit;
    private final ReachViewModel model;

    ReachSheets(Kit kit, ReachViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet mail() {
        var form = new Form(kit, "mail", model.problems());
        var body =
                new VBox(
                        16,
                        Form.row(
                                form.text("host", model.host, "mail.example.org"),
                                form.text("port", model.port),
                                form.choice(
                                        "security",
                                        List.of(MailSecurity.values()),
                                        model.security,
                                        one -> Wording.of(kit.texts(), "watch.security", one))),
                        Form.row(
                                form.text("user", model.user),
                                form.password("password", model.password)),
                        form.text("from", model.from, "lodge@example.org"),
                        form.text("to", model.to),
                        form.text("last", model.last),
                        Kit.paragraph(kit.text("mail.note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("mail-save", "settings.save", Feather.CHECK, model::saveMail);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("mail.title"), 640, body, model.mailOpen()).primary(save);
    }

    Sheet hook() {
        var form = new Form(kit, "hook", model.problems());
        var body =
                new VBox(
                        16,
                        form.text("address", model.address, "https://example.org/lodge"),
                        form.password("secret", model.secret),
                        Kit.paragraph(kit.text("hook.note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("hook-save", "settings.save", Feather.CHECK, model::saveHook);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("hook.title"), 560, body, model.hookOpen()).primary(save);
    }
}
