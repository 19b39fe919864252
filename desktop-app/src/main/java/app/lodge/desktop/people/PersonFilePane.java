package app.lodge.desktop.people;

import app.lodge.core.media.Medium;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.desktop.people.PeopleViewModel.PersonFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Wording;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The chosen person: photograph, what is known, account, media, and what to do next.
final class PersonFilePane {

    private static final double WIDTH = 372;

    private final Kit kit;
    private final PeopleViewModel model;
    private final VBox content = new VBox(18);

    PersonFilePane(Kit kit, PeopleViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        model.file().subscribe(this::show);
        content.getStyleClass().add("file-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setId("person-file");
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll(Look.PANEL, "panel-file");
        scroll.setMinWidth(WIDTH);
        scroll.setMaxWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        return scroll;
    }

    private void show(@Nullable PersonFile file) {
        if (file == null) {
            var empty = kit.empty(Feather.USER, "people.choose", "people.choose-advice");
            VBox.setVgrow(empty, javafx.scene.layout.Priority.ALWAYS);
            content.getChildren().setAll(empty);
            return;
        }
        content.getChildren().setAll(head(file), actions(), facts(file.person().details()));
        file.account()
                .ifPresent(account ->
                        content.getChildren()
                                .add(
                                        section(
                                                "people.account",
                                                fact(
                                                        "people.balance",
                                                        kit.texts().money(account.balance())),
                                                fact(
                                                        "people.available",
                                                        kit.texts().money(account.available())))));
        content.getChildren().add(media(file));
    }

    private Node head(PersonFile file) {
        var details = file.person().details();
        var picture =
                file.photo()
                        .<Node>map(photo -> Pictures.rounded(Pictures.of(photo), 84, 108))
                        .orElseGet(() -> Pictures.initials(details.fullName(), 84));
        var name = Kit.paragraph(details.fullName(), Look.HEADLINE);
        name.setId("person-name");
        var number =
                Kit.line(
                        kit.text("people.id-line", "%07d".formatted(file.person().id().number())),
                        Look.MUTED);
        var words = Kit.column(4, name, number, PeopleView.state(kit, file.person().state()));
        var head = Kit.row(16, picture, words);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private Node actions() {
        var actions = new FlowPane(8, 8);
        if (model.mayIssue()) {
            var issue =
                    kit.primary(
                            "person-issue",
                            "people.issue-card",
                            Feather.CREDIT_CARD,
                            model::issueCard);
            actions.getChildren().add(issue);
        }
        if (model.mayChange()) {
            actions.getChildren()
                    .addAll(
                            kit.button(
                                    "person-change",
                                    "people.change-action",
                                    Feather.EDIT_2,
                                    model::change),
                            kit.button(
                                    "person-photo",
                                    "people.photo-action",
                                    Feather.FILE,
                                    model.photograph()::choose),
                            kit.button(
                                    "person-camera",
                                    "people.camera-action",
                                    Feather.CAMERA,
                                    model.camera()::begin));
        }
        actions.getChildren()
                .add(
                        kit.button(
                                "person-photos",
                                "people.photo-history-action",
                                Feather.IMAGE,
                                model::showPhotographs));
        actions.getChildren()
                .add(
                        kit.button(
                                "person-signature",
                                "people.signature-action",
                                Feather.EDIT_3,
                                model::showSignature));
        if (model.maySeeAccounts()) {
            actions.getChildren()
                    .add(
                            kit.button(
                                    "person-account",
                                    "people.account-action",
                                    Feather.BOOK_OPEN,
                                    model::openAccount));
        }
        actions.getChildren()
                .add(
                        kit.button(
                                "person-rights",
                                "rights.person-action",
                                Feather.KEY,
                                model::showRights));
        actions.getChildren()
                .add(
                        kit.button(
                                "person-self-service",
                                "self-service-desk.open",
                                Feather.SMARTPHONE,
                                model::showSelfService));
        if (model.pin().allowed()) {
            actions.getChildren()
                    .add(kit.button("person-pin", "holder-pin.open", Feather.HASH, model::showPin));
        }
        if (model.privacy().allowed()) {
            actions.getChildren()
                    .add(
                            kit.button(
                                    "person-privacy",
                                    "privacy.open",
                                    Feather.SHIELD,
                                    model::protect));
        }
        return actions;
    }

    private Node facts(PersonDetails details) {
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(kit.habits());
        var birth = details.birthDate() == null ? "" : dates.format(details.birthDate());
        return section(
                "people.details",
                fact("people.birth-date", birth),
                fact("people.group", details.group()),
                fact("people.branch", details.branch()),
                fact("people.personnel-number", details.personnelNumber()),
                fact("people.email", details.email()),
                fact("people.phone", details.phone()),
                fact("people.address", address(details)));
    }

    private String address(PersonDetails details) {
        var country =
                details.country().isEmpty()
                        ? ""
                        : Locale.of("", details.country()).getDisplayCountry(kit.texts().locale());
        return Stream.of(
                        (details.street() + " " + details.houseNumber()).strip(),
                        (details.postcode() + " " + details.town()).strip(),
                        country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Node media(PersonFile file) {
        var section = section("people.media");
        if (file.media().isEmpty()) {
            section.getChildren().add(Kit.line(kit.text("people.no-media"), Look.MUTED));
        }
        file.media()
                .forEach(medium -> {
                    section.getChildren().add(line(medium));
                    var purse = file.purses().get(medium.id());
                    if (purse != null) {
                        section.getChildren().add(line(medium, purse));
                    }
                });
        return section;
    }

    private Node line(Medium medium) {
        var number = Kit.line(medium.number(), Look.MONO);
        var state = Wording.of(kit.texts(), "medium.state", medium.state());
        return Kit.row(
                10,
                Kit.icon(Feather.CREDIT_CARD),
                number,
                Kit.spacer(),
                Kit.badge(state, tone(medium)));
    }

    /// Value and points on the card, as the books know them (CHAIN-21).
    private Node line(Medium medium, Purse purse) {
        var words =
                Kit.paragraph(
                        kit.text("people.purse", kit.texts().money(purse.stated()), purse.points()),
                        Look.SMALL,
                        Look.MUTED);
        words.setId("person-purse-" + medium.id().number());
        return words;
    }

    private static Look.Tone tone(Medium medium) {
        return switch (medium.state()) {
            case ACTIVE -> Look.Tone.GOOD;
            case BLOCKED -> Look.Tone.BAD;
            case PREPARING -> Look.Tone.ACCENT;
            case EXPIRED -> Look.Tone.CAUTION;
            case REPLACED, RETURNED, DESTROYED, SPOILED -> Look.Tone.NEUTRAL;
        };
    }

    private VBox section(String titleKey, Node... lines) {
        var section = new VBox(9, Kit.line(kit.text(titleKey), "section-title"));
        section.getChildren().addAll(lines);
        return section;
    }

    private Node fact(String labelKey, String value) {
        var label = Kit.line(kit.text(labelKey), Look.MUTED);
        label.setMinWidth(124);
        label.setPrefWidth(124);
        Label words = Kit.paragraph(value.isEmpty() ? "–" : value);
        words.setId(labelKey.replace('.', '-') + "-fact");
        var row = Kit.row(8, label, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
