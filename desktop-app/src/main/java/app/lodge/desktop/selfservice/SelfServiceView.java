package app.lodge.desktop.selfservice;

import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.ChangeRequest;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.selfservice.Proof;
import app.lodge.core.selfservice.SelfService.Seen;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who sees a person's accounts, rights and until when; a new link by proof or by a code; what the person wants
/// changed.
public final class SelfServiceView {

    private final Kit kit;
    private final SelfServiceViewModel model;
    private final Form form;
    private final VBox wishes = new VBox(8);
    private final VBox links = new VBox(10);

    public SelfServiceView(Kit kit, SelfServiceViewModel model) {
        this.kit = kit;
        this.model = model;
        this.form = new Form(kit, "self-link", model.problems());
    }

    public Sheet sheet() {
        var person = model.person().get();
        var name = person == null ? "" : person.details().fullName();
        var wanted = section("self-service-desk.wishes", wishes);
        wanted.managedProperty().bind(wanted.visibleProperty());
        follow(
                model.requests(),
                () -> {
                    wanted.setVisible(!model.requests().isEmpty());
                    wishes.getChildren().setAll(model.requests().stream().map(this::wish).toList());
                });
        follow(model.links(), this::showLinks);
        var body =
                Kit.column(
                        22,
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        wanted,
                        section("self-service-desk.links", links));
        var sheet =
                new Sheet(kit, kit.text("self-service-desk.title", name), 660, body, model.open());
        if (!model.mayChange()) {
            return sheet;
        }
        body.getChildren().add(newLink());
        var release =
                kit.button(
                        "self-service-release",
                        "self-service-desk.ask-release",
                        Feather.MAIL,
                        model::askRelease);
        release.disableProperty().bind(model.busy());
        var link =
                kit.primary(
                        "self-service-link", "self-service-desk.link", Feather.LINK, model::link);
        link.disableProperty().bind(model.busy());
        return sheet.action(release).primary(link);
    }

    private static void follow(ObservableList<?> rows, Runnable show) {
        rows.addListener((Observable _) -> show.run());
        show.run();
    }

    private Node wish(ChangeRequest wish) {
        var line =
                Kit.paragraph(
                        kit.text(
                                "self-service-desk.wish",
                                Kit.plain(Wording.of(kit.texts(), "person.field", wish.field())),
                                wish.present().isEmpty() ? "–" : wish.present(),
                                wish.wanted().isEmpty() ? "–" : wish.wanted()));
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        return Kit.row(
                10,
                line,
                small(
                        "self-service-accept-" + wish.id(),
                        "self-service-desk.accept",
                        Feather.CHECK,
                        () -> model.accept(wish)),
                small(
                        "self-service-refuse-" + wish.id(),
                        "self-service-desk.refuse",
                        Feather.X,
                        () -> model.refuse(wish)));
    }

    private void showLinks() {
        links.getChildren().clear();
        if (model.links().isEmpty()) {
            links.getChildren()
                    .add(Kit.paragraph(kit.text("self-service-desk.no-links"), Look.MUTED));
        }
        model.links().forEach(seen -> links.getChildren().add(line(seen)));
    }

    private Node line(Seen seen) {
        var link = seen.link();
        var who = Kit.paragraph(seen.email().isEmpty() ? "–" : seen.email(), Look.STRONG);
        var what = Kit.paragraph(what(seen), Look.MUTED);
        var words = Kit.column(3, who, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        var state =
                Kit.badge(
                        Wording.of(kit.texts(), "link-state", link.state()),
                        switch (link.state()) {
                            case STANDS -> Look.Tone.GOOD;
                            case ASKED -> Look.Tone.ACCENT;
                            case ENDED -> Look.Tone.NEUTRAL;
                        });
        state.setMinWidth(Region.USE_PREF_SIZE);
        var row = Kit.row(10, words, state);
        if (model.mayChange() && link.state() != Link.State.ENDED) {
            row.getChildren()
                    .add(
                            small(
                                    "self-service-unlink-" + link.id(),
                                    "self-service-desk.unlink",
                                    Feather.X,
                                    () -> model.unlink(link)));
        }
        return link.state() == Link.State.ASKED && model.mayChange()
                ? Kit.column(8, row, codeFor(link))
                : row;
    }

    private String what(Seen seen) {
        var link = seen.link();
        var rights =
                link.rights().stream()
                        .sorted()
                        .map(right -> Wording.of(kit.texts(), "link-right", right))
                        .collect(Collectors.joining(", "));
        var day = link.lastDay();
        return Stream.of(
                        seen.owner(),
                        rights,
                        link.own() ? kit.text("self-service-desk.own-login") : "",
                        day == null
                                ? ""
                                : kit.text("self-service-desk.until", kit.texts().date(day)),
                        Wording.of(kit.texts(), "link-proof", link.proof()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Node codeFor(Link link) {
        var code = form.text("code", model.code());
        HBox.setHgrow(code, Priority.ALWAYS);
        var row =
                Kit.row(
                        10,
                        code,
                        small(
                                "self-service-code-" + link.id(),
                                "self-service-desk.use-code",
                                Feather.UNLOCK,
                                () -> model.release(link)));
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private Node newLink() {
        var fields = model.form();
        var until = new DatePicker();
        until.valueProperty().bindBidirectional(fields.until());
        var proofs = Arrays.stream(Proof.values()).filter(Proof::atTheDesk).toList();
        return section(
                "self-service-desk.new",
                Kit.paragraph(kit.text("self-service-desk.new-explains"), Look.MUTED),
                form.text("email", fields.email()),
                rights(),
                form.otherProblems(),
                Form.row(
                        form.choice(
                                "proof",
                                proofs,
                                fields.proof(),
                                one -> Wording.of(kit.texts(), "link-proof", one)),
                        form.choice(
                                "why",
                                List.of(Behalf.Why.values()),
                                model.why(),
                                one -> Wording.of(kit.texts(), "behalf-why", one)),
                        form.labelled("until", until)),
                form.toggle("atMajority", fields.atMajority()),
                form.toggle("own", fields.own()));
    }

    private Node rights() {
        var boxes = new FlowPane(18, 8);
        for (var right : LinkRight.values()) {
            var box = new CheckBox(Wording.of(kit.texts(), "link-right", right));
            box.setId("self-service-right-" + right.name().toLowerCase(Locale.ROOT));
            box.selectedProperty().bindBidirectional(model.form().right(right));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private Node small(String id, String key, Feather icon, Runnable action) {
        var button = kit.button(id, key, icon, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.busy());
        return button;
    }

    private VBox section(String titleKey, Node... nodes) {
        var section = new VBox(10, Kit.line(kit.text(titleKey), "section-title"));
        section.getChildren().addAll(nodes);
        return section;
    }
}
