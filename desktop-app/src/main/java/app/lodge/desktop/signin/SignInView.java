package app.lodge.desktop.signin;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Wording;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Name and password, and what the start is doing meanwhile.
public final class SignInView extends StackPane {

    public SignInView(Kit kit, SignInViewModel model) {
        getStyleClass().add("entrance");
        var form = new Form(kit, "sign-in", FXCollections.observableArrayList());
        var name = form.text("name", model.name());
        var password = form.password("password", model.password());
        var signIn = kit.primary("sign-in", "sign-in.action", Feather.LOG_IN, model::signIn);
        signIn.setDefaultButton(true);
        signIn.setMaxWidth(Double.MAX_VALUE);
        signIn.disableProperty().bind(model.busy());
        var pin = form.password("pin", model.pin());
        var owner = Kit.paragraph("", Look.STRONG);
        owner.setId("sign-in-card-owner");
        owner.textProperty().bind(model.cardOwner().map(one -> kit.text("sign-in.card-of", one)));
        var enter =
                kit.primary("sign-in-pin-enter", "sign-in.action", Feather.LOG_IN, model::enterPin);
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.disableProperty().bind(model.busy());
        var back = kit.button("sign-in-no-card", "sign-in.without-card", null, model::withoutCard);
        var useCard =
                kit.button(
                        "sign-in-card", "sign-in.with-card", Feather.CREDIT_CARD, model::useCard);
        useCard.setMaxWidth(Double.MAX_VALUE);
        useCard.disableProperty().bind(model.busy());
        var byCard = model.cardOwner().isNotEmpty();
        var cardForm = Kit.showWhen(byCard, Kit.column(16, owner, pin, enter, back));
        var nameForm = Kit.showWhen(byCard.not(), Kit.column(16, name, password, signIn, useCard));
        byCard.subscribe(shown -> {
            enter.setDefaultButton(shown);
            signIn.setDefaultButton(!shown);
            form.focus(shown ? "pin" : "name");
        });
        var refusal = kit.message(model.refusal(), "banner", "tone-bad");
        refusal.setId("sign-in-refusal");
        var title = Kit.line(kit.text("sign-in.title"), "entrance-title");
        var about = Kit.paragraph(kit.text("sign-in.about"), Look.MUTED);
        var card =
                Kit.column(
                        16,
                        Entrance.mark(),
                        Kit.column(4, title, about),
                        refusal,
                        nameForm,
                        cardForm,
                        progress(kit, model));
        card.getStyleClass().addAll(Look.PANEL, "entrance-card");
        card.setMaxSize(420, USE_PREF_SIZE);
        card.setPrefWidth(420);
        setAlignment(Pos.CENTER);
        getChildren().add(card);
        form.focusFirst();
        model.refusal()
                .subscribe(refused -> {
                    if (refused != null) {
                        form.focus(model.cardOwner().get().isEmpty() ? "password" : "pin");
                    }
                });
    }

    private static Node progress(Kit kit, SignInViewModel model) {
        var turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        var words = Kit.paragraph("", Look.SMALL);
        words.setId("sign-in-step");
        words.textProperty()
                .bind(
                        Observed.map(
                                        model.step(),
                                        step -> Wording.of(kit.texts(), "start.step", step))
                                .orElse(kit.text("sign-in.running")));
        var row = Kit.row(10, turning, words);
        row.visibleProperty().bind(model.busy());
        return row;
    }
}
