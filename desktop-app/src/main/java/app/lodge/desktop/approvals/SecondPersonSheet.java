package app.lodge.desktop.approvals;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import org.kordamp.ikonli.feather.Feather;

/// The sheet in which a second person approves at the same desk, or from which another desk is asked.
public final class SecondPersonSheet {

    private SecondPersonSheet() {}

    public static Sheet of(Kit kit, SecondPersonViewModel model) {
        var form = new Form(kit, "second-person", model.problems());
        var matter = model.matter().get();
        var about =
                matter == null
                        ? ""
                        : kit.text(
                                "second-person.about",
                                Wording.of(kit.texts(), "approval-verb", matter.verb()),
                                kit.texts().money(matter.amount()),
                                String.valueOf(matter.account().number()));
        var waiting = Kit.paragraph(kit.text("second-person.waiting"), "banner", "tone-accent");
        waiting.setId("second-person-waiting");
        var body =
                Kit.column(
                        16,
                        Kit.paragraph(about, Look.STRONG),
                        Kit.paragraph(kit.text("second-person.advice"), Look.MUTED),
                        kit.message(model.refusal(), "banner", "tone-bad"),
                        Kit.showWhen(model.asked().isNotNull(), waiting),
                        Form.row(
                                form.text("name", model.name()),
                                form.password("password", model.password())),
                        form.otherProblems());
        var elsewhere =
                kit.button(
                        "second-person-ask",
                        "second-person.ask-action",
                        Feather.SEND,
                        model::askElsewhere);
        elsewhere.disableProperty().bind(model.busy().or(model.asked().isNotNull()));
        var here =
                kit.primary(
                        "second-person-approve",
                        "second-person.approve-action",
                        Feather.USER_CHECK,
                        model::approveHere);
        here.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("second-person.title"), 600, body, model.open())
                .action(elsewhere)
                .primary(here);
    }
}
