package app.lodge.desktop.carddesk;

import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.Person;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.desktop.carddesk.CardStation.Faces;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Wording;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The chosen person's card: both faces as they will be printed, the button that makes it, its
/// steps, and the cards made before.
final class CardPane {

    /// ISO/IEC 7810 ID-1: 85.6 × 54 mm.
    private static final double FACE_WIDTH = 292;

    private static final double FACE_HEIGHT = FACE_WIDTH * 54 / 85.6;

    private final Kit kit;
    private final CardDeskViewModel model;
    private final StackPane place = new StackPane();

    CardPane(Kit kit, CardDeskViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        model.person().subscribe(this::show);
        return place;
    }

    private void show(@Nullable Person person) {
        if (person == null) {
            var empty = kit.empty(Feather.CREDIT_CARD, "carddesk.choose", "carddesk.choose-advice");
            empty.getStyleClass().add(Look.PANEL);
            place.getChildren().setAll(empty);
            return;
        }
        var making = new VBox(18, head(person), faces(), issueLine());
        making.getStyleClass().add(Look.PANEL);
        var content = Kit.column(20, making, media());
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        place.getChildren().setAll(scroll);
    }

    private Node head(Person person) {
        var name = Kit.line(person.details().fullName(), Look.HEADLINE);
        name.setId("carddesk-name");
        var number = kit.text("people.id-line", "%07d".formatted(person.id().number()));
        return Kit.row(
                14,
                Pictures.initials(person.details().fullName(), 44),
                Kit.column(2, name, Kit.line(number, Look.MUTED)),
                Kit.spacer(),
                kit.button(
                        "carddesk-person",
                        "accounts.holder-action",
                        Feather.USER,
                        model::openPersonFile));
    }

    private Node faces() {
        var row = new HBox(22);
        row.setAlignment(Pos.CENTER);
        row.setMinHeight(FACE_HEIGHT + 28);
        model.faces().subscribe(faces -> fill(row, faces));
        return row;
    }

    private void fill(HBox row, Optional<Faces> faces) {
        if (faces.isEmpty()) {
            var turning = new ProgressIndicator();
            turning.setMaxSize(32, 32);
            row.getChildren().setAll(turning);
            return;
        }
        row.getChildren().setAll(face(faces.get().front(), "carddesk.front"));
        if (faces.get().back().length > 0) {
            row.getChildren().add(face(faces.get().back(), "carddesk.back"));
        }
    }

    private Node face(byte[] png, String key) {
        var image = Pictures.of(png);
        var view = new ImageView(image);
        view.setSmooth(true);
        view.setPreserveRatio(true);
        boolean upright = image.getHeight() > image.getWidth();
        view.setFitHeight(upright ? FACE_WIDTH : FACE_HEIGHT);
        view.setAccessibleText(kit.text(key));
        var clip =
                new javafx.scene.shape.Rectangle(
                        upright ? FACE_HEIGHT : FACE_WIDTH, upright ? FACE_WIDTH : FACE_HEIGHT);
        clip.setArcWidth(20);
        clip.setArcHeight(20);
        view.setClip(clip);
        var shadow = new StackPane(view);
        shadow.getStyleClass().add(Look.CARD_FACE);
        var box = Kit.column(8, shadow, Kit.line(kit.text(key), Look.SMALL, Look.MUTED));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node issueLine() {
        return new IssueCardView(kit, model.issue()).node();
    }

    private Node media() {
        var lines = new VBox(2);
        var none = Kit.line(kit.text("people.no-media"), Look.MUTED);
        model.media()
                .subscribe(media -> {
                    lines.getChildren().setAll(media.stream().map(this::line).toList());
                    if (media.isEmpty()) {
                        lines.getChildren().setAll(none);
                    }
                });
        var panel = kit.panel("people.media", matters(), lines);
        VBox.setVgrow(panel, Priority.ALWAYS);
        return panel;
    }

    /// What somebody may come to the desk with, one key each.
    private Node matters() {
        var row =
                new FlowPane(
                        8,
                        8,
                        kit.button("flow-lost", "flow.lost", Feather.LOCK, model.flow()::lost),
                        kit.button("flow-found", "flow.found", Feather.UNLOCK, model.flow()::found),
                        kit.button(
                                "flow-returned",
                                "flow.returned",
                                Feather.CORNER_DOWN_LEFT,
                                model.flow()::returned),
                        kit.button("flow-lend", "flow.lend", Feather.CLOCK, model.flow()::lend));
        if (model.app().may()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "carddesk-app",
                                    "app.open",
                                    Feather.SMARTPHONE,
                                    model.app()::begin));
        }
        return row;
    }

    private Node line(Medium medium) {
        var words =
                Kit.column(
                        1,
                        Kit.line(medium.number(), Look.MONO, Look.STRONG),
                        Kit.line(
                                kit.text(
                                        "carddesk.medium-line",
                                        Wording.of(kit.texts(), "medium.kind", medium.kind()),
                                        kit.time(medium.changedAt())),
                                Look.SMALL,
                                Look.MUTED));
        var state =
                Kit.badge(
                        Wording.of(kit.texts(), "medium.state", medium.state()),
                        switch (medium.state()) {
                            case ACTIVE -> Look.Tone.GOOD;
                            case BLOCKED -> Look.Tone.BAD;
                            case EXPIRED -> Look.Tone.CAUTION;
                            case PREPARING -> Look.Tone.ACCENT;
                            case REPLACED, RETURNED, DESTROYED, SPOILED -> Look.Tone.NEUTRAL;
                        });
        var row = Kit.row(14, Kit.icon(Feather.CREDIT_CARD), words, state, Kit.spacer());
        row.getStyleClass().add("list-line");
        var purse = model.purses().get().get(medium.id());
        if (purse != null) {
            row.getChildren().add(purse(medium, purse));
        }
        if (medium.kind() == MediumKind.CONTACT_KEY) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "key-file-" + medium.id().number(),
                                    "key-file.open",
                                    Feather.MAP_PIN,
                                    () -> model.keyFile().begin(medium.id())));
        }
        boolean live =
                medium.state() == MediumState.ACTIVE || medium.state() == MediumState.BLOCKED;
        if (live && model.mayBlock()) {
            boolean active = medium.state() == MediumState.ACTIVE;
            row.getChildren()
                    .add(
                            kit.button(
                                    "medium-" + medium.id().number(),
                                    active ? "block.action" : "block.look-action",
                                    active ? Feather.LOCK : Feather.EYE,
                                    () -> model.block().begin(medium)));
        }
        return row;
    }

    /// What the books say is on the card's purse; more on a sheet.
    private Node purse(Medium medium, Purse purse) {
        var button =
                kit.button(
                        "purse-" + medium.id().number(),
                        "purse.title",
                        Feather.DOLLAR_SIGN,
                        () -> model.purseFile().begin(medium));
        button.setText(kit.texts().money(purse.stated()));
        button.setMnemonicParsing(false);
        button.setAccessibleText(
                kit.text("purse-file.title", medium.number())
                        + ", "
                        + kit.texts().money(purse.stated()));
        if (purse.openAlarms() > 0) {
            button.getStyleClass().add("danger");
        }
        return button;
    }
}
