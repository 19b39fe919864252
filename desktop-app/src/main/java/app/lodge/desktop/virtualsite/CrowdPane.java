package app.lodge.desktop.virtualsite;

import app.lodge.core.virtualsite.Crowd.Steer;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.Collections;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A crowd is sent, slowed, stopped and stepped; below, a picture of how it goes: who was to come when,
/// how far the lunch is, and what happens at each till.
final class CrowdPane {

    private static final double HIGHEST = 90;
    private static final int TILLS_SHOWN = 12;

    private final Kit kit;
    private final VirtualViewModel model;
    private final CrowdViewModel crowd;
    private final VBox picture = new VBox(12);

    CrowdPane(Kit kit, VirtualViewModel model) {
        this.kit = kit;
        this.model = model;
        this.crowd = model.crowd();
    }

    Region node() {
        var form = new Form(kit, "crowd", crowd.problems());
        var fields =
                Form.row(
                        form.text("people", crowd.people()),
                        form.text("minutes", crowd.minutes()),
                        form.text("speed", crowd.speed()),
                        form.text("seed", crowd.seed()));
        var send = kit.primary("crowd-send", "crowd.send", Feather.USERS, crowd::send);
        send.disableProperty().bind(crowd.busy());
        var steering =
                new FlowPane(
                        8,
                        8,
                        send,
                        steer("pause", Feather.PAUSE, new Steer.Pause()),
                        steer("go-on", Feather.PLAY, new Steer.GoOn()),
                        steer("step", Feather.SKIP_FORWARD, new Steer.Step()),
                        onCrowd(
                                kit.button(
                                        "crowd-faster",
                                        "crowd.faster",
                                        Feather.FAST_FORWARD,
                                        crowd::steerSpeed)),
                        steer("end", Feather.SQUARE, new Steer.End()));
        steering.setVisible(model.mayAct());
        crowd.picture().subscribe(this::show);
        return kit.panel("crowd.title", fields, steering, form.otherProblems(), picture);
    }

    private Button steer(String name, Ikon icon, Steer steer) {
        return onCrowd(
                kit.button("crowd-" + name, "crowd." + name, icon, () -> crowd.steer(steer)));
    }

    /// Only while somebody may still come.
    private Button onCrowd(Button button) {
        button.disableProperty().bind(crowd.busy().or(crowd.coming().not()));
        return button;
    }

    private void show(@Nullable CrowdPicture now) {
        if (now == null) {
            picture.getChildren().setAll(Kit.paragraph(kit.text("crowd.none"), Look.MUTED));
            return;
        }
        var words =
                kit.text(
                        "crowd.state",
                        Wording.of(kit.texts(), "crowd.state", now.state()),
                        now.into().toMinutes(),
                        now.crowd().length().toMinutes(),
                        now.speed());
        picture.getChildren()
                .setAll(
                        Kit.line(words, Look.STRONG),
                        bars(now),
                        figures(now),
                        refusals(now),
                        tills(now));
    }

    private Node bars(CrowdPicture now) {
        var bars = new HBox(2);
        var most = Math.max(1, Collections.max(now.expected()));
        var over = now.into().toMillis() * CrowdPicture.PARTS / now.crowd().length().toMillis();
        for (var part = 0; part < now.expected().size(); part++) {
            var bar = new Region();
            var high = HIGHEST * now.expected().get(part) / most;
            bar.setMinHeight(Math.max(2, high));
            bar.setMaxHeight(Math.max(2, high));
            bar.getStyleClass()
                    .addAll(
                            "crowd-bar",
                            part < over || now.state() == CrowdPicture.State.OVER
                                    ? "crowd-bar-over"
                                    : "crowd-bar-to-come");
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
        }
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HIGHEST);
        bars.setAccessibleText(kit.text("crowd.bars"));
        return bars;
    }

    private Node figures(CrowdPicture now) {
        return new FlowPane(
                22,
                8,
                figure("come", kit.text("crowd.of", now.come(), now.crowd().people())),
                figure("standing", kit.text("crowd.number", now.standing())),
                figure("paid", kit.text("crowd.number", now.paid())),
                figure("refused", kit.text("crowd.number", now.refused())),
                figure("taken", kit.texts().money(now.taken())));
    }

    private Node figure(String name, String value) {
        var number = Kit.line(value, Look.HEADLINE, Look.NUMERIC);
        number.setMinWidth(Region.USE_PREF_SIZE);
        var words = Kit.line(kit.text("crowd.figure." + name), Look.SMALL, Look.MUTED);
        words.setMinWidth(Region.USE_PREF_SIZE);
        return Kit.column(0, number, words);
    }

    private Node refusals(CrowdPicture now) {
        var words =
                now.refusals().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " × " + entry.getValue())
                        .collect(Collectors.joining(" · "));
        return Kit.paragraph(words, Look.SMALL, Look.MUTED);
    }

    private Node tills(CrowdPicture now) {
        var tiles = new FlowPane(8, 8);
        now.tills().stream().limit(TILLS_SHOWN).map(this::tile).forEach(tiles.getChildren()::add);
        var more = now.tills().size() - TILLS_SHOWN;
        return more <= 0
                ? tiles
                : Kit.column(
                        6, tiles, Kit.line(kit.text("crowd.more", more), Look.SMALL, Look.MUTED));
    }

    private Node tile(CrowdPicture.Till till) {
        var tone =
                till.last().isEmpty()
                        ? Look.Tone.NEUTRAL
                        : till.last().equals("paid") ? Look.Tone.GOOD : Look.Tone.BAD;
        var dot = new Region();
        dot.getStyleClass().addAll("dot", tone.styleClass());
        var name = Kit.row(6, dot, Kit.line(till.device(), Look.SMALL, Look.STRONG));
        var count =
                Kit.line(
                        kit.text("crowd.till", till.paid(), till.refused(), till.standing()),
                        Look.SMALL,
                        Look.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        var tile = Kit.column(2, name, count);
        tile.getStyleClass().add("crowd-till");
        return tile;
    }
}
