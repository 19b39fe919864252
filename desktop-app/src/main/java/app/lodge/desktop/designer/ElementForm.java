package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Fill;
import app.lodge.personalization.layouts.model.NotAnExpression;
import app.lodge.personalization.layouts.model.Panel;
import app.lodge.personalization.layouts.model.Spelling;
import app.lodge.personalization.layouts.model.Symbology;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/// What the one chosen element is: its place, its contents, when it shows.
final class ElementForm {

    private static final int FARTHEST = 200_000;

    private final Kit kit;
    private final DesignViewModel model;

    ElementForm(Kit kit, DesignViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    /// Fields for the chosen element, which follow it while it is dragged.
    Fields of(Element element) {
        var fields = new Fields(kit, model);
        var kind = kind(element);
        fields.heading(kit.text("designer.kind." + kind));
        fields.text(
                "element-id",
                each -> each.frame().id(),
                (each, id) ->
                        id.isBlank() || taken(each, id)
                                ? fields.refuse("designer.element-id-taken", id)
                                : each.in(each.frame().called(id.strip())));
        switch (element) {
            case Element.Text _ -> new TextFields(kit, model).add(fields, this::insert);
            case Element.Barcode _ -> code(fields);
            case Element.Photo _ -> corner(fields);
            case Element.Signature _ -> SignatureFields.add(fields);
            case Element.Picture _ -> picture(fields);
            case Element.Shape _ -> shape(fields);
        }
        fields.heading(kit.text("designer.place"));
        place(fields);
        frame(fields);
        return fields;
    }

    static String kind(Element element) {
        return switch (element) {
            case Element.Text _ -> "text";
            case Element.Photo _ -> "photo";
            case Element.Signature _ -> "signature";
            case Element.Picture _ -> "picture";
            case Element.Shape _ -> "shape";
            case Element.Barcode _ -> "barcode";
        };
    }

    private boolean taken(Element element, String id) {
        return !element.frame().id().equals(id.strip())
                && model.layout().sides().stream()
                        .flatMap(side -> side.elements().stream())
                        .anyMatch(each -> each.frame().id().equals(id.strip()));
    }

    private void place(Fields fields) {
        fields.pair(
                fields.millimetres(
                        "x",
                        -FARTHEST,
                        FARTHEST,
                        each -> each.frame().box().x(),
                        (box, x) -> new Box(x, box.y(), box.width(), box.height())),
                fields.millimetres(
                        "y",
                        -FARTHEST,
                        FARTHEST,
                        each -> each.frame().box().y(),
                        (box, y) -> new Box(box.x(), y, box.width(), box.height())));
        fields.pair(
                fields.millimetres(
                        "width",
                        500,
                        FARTHEST,
                        each -> each.frame().box().width(),
                        (box, width) -> new Box(box.x(), box.y(), width, box.height())),
                fields.millimetres(
                        "height",
                        500,
                        FARTHEST,
                        each -> each.frame().box().height(),
                        (box, height) -> new Box(box.x(), box.y(), box.width(), height)));
    }

    private void frame(Fields fields) {
        fields.choice(
                "panel",
                Panel.class,
                each -> each.frame().panel(),
                (each, panel) -> each.in(each.frame().on(panel)));
        fields.choice(
                "turn",
                Element.Turn.class,
                each -> each.frame().turn(),
                (each, turn) -> each.in(each.frame().turned(turn)));
        fields.text(
                "show-if",
                each -> each.frame().showIf() == null ? "" : Spelling.of(each.frame().showIf()),
                (each, text) -> shownIf(fields, each, text));
        fields.toggle(
                "locked",
                each -> each.frame().locked(),
                (each, locked) -> each.in(each.frame().locked(locked)));
    }

    private Element shownIf(Fields fields, Element each, String text) {
        var frame = each.frame();
        try {
            var condition =
                    text.isBlank()
                            ? null
                            : Spelling.condition(text.strip(), model.layout().wordNames());
            return each.in(frame.shownIf(condition));
        } catch (NotAnExpression e) {
            return fields.refuse("layouts.not-an-expression", text, e.position());
        }
    }

    private void code(Fields fields) {
        fields.choice(
                "symbology",
                Symbology.class,
                each -> ((Element.Barcode) each).symbology(),
                (each, symbology) ->
                        new Element.Barcode(
                                each.frame(), symbology, ((Element.Barcode) each).content()));
        var content =
                fields.text(
                        "content",
                        each -> Spelling.of(((Element.Barcode) each).content()),
                        (each, text) -> {
                            try {
                                return new Element.Barcode(
                                        each.frame(),
                                        ((Element.Barcode) each).symbology(),
                                        Spelling.template(text, model.layout().wordNames()));
                            } catch (NotAnExpression e) {
                                return fields.refuse(
                                        "layouts.not-an-expression", text, e.position());
                            }
                        });
        fields.add(insert(content));
    }

    private void corner(Fields fields) {
        fields.whole(
                "corner",
                0,
                300,
                each -> ((Element.Photo) each).corner() / 100,
                (each, tenths) -> new Element.Photo(each.frame(), tenths * 100),
                1);
    }

    private void picture(Fields fields) {
        fields.among(
                "asset",
                model.layout().assets().keySet().stream().sorted().toList(),
                each -> ((Element.Picture) each).asset(),
                (each, asset) -> new Element.Picture(each.frame(), asset));
    }

    private void shape(Fields fields) {
        fields.choice(
                "form",
                Element.Form.class,
                each -> shaped(each).form(),
                (each, form) ->
                        new Element.Shape(
                                each.frame(), form, shaped(each).corner(), shaped(each).fill()));
        fields.whole(
                "corner",
                0,
                300,
                each -> shaped(each).corner() / 100,
                (each, tenths) ->
                        new Element.Shape(
                                each.frame(),
                                shaped(each).form(),
                                tenths * 100,
                                shaped(each).fill()),
                1);
        fields.colour(
                "fill",
                each -> shaped(each).fill().from(),
                (each, argb) -> {
                    var fill = shaped(each).fill();
                    int to = fill.from() == fill.to() ? argb : fill.to();
                    return filled(each, new Fill(argb, to, fill.direction()));
                });
        fields.colour(
                "fill-to",
                each -> shaped(each).fill().to(),
                (each, argb) -> {
                    var fill = shaped(each).fill();
                    return filled(each, new Fill(fill.from(), argb, fill.direction()));
                });
        fields.choice(
                "direction",
                Fill.Direction.class,
                each -> shaped(each).fill().direction(),
                (each, direction) ->
                        filled(
                                each,
                                new Fill(
                                        shaped(each).fill().from(),
                                        shaped(each).fill().to(),
                                        direction)));
    }

    private static Element.Shape shaped(Element element) {
        return (Element.Shape) element;
    }

    private static Element filled(Element element, Fill fill) {
        return new Element.Shape(
                element.frame(), shaped(element).form(), shaped(element).corner(), fill);
    }

    /// Puts a field of the card where the keyboard is in the text.
    private Node insert(javafx.scene.control.TextInputControl into) {
        var menu = new MenuButton(kit.text("designer.insert"));
        menu.setId("designer-insert");
        for (var field : CardField.values()) {
            var name = "designer.card-field." + field.name().toLowerCase(Locale.ROOT);
            var item = new MenuItem(kit.text(name.replace('_', '-')));
            item.setOnAction(
                    _ -> into.insertText(into.getCaretPosition(), "{" + field.spelling() + "}"));
            menu.getItems().add(item);
        }
        for (var word : model.layout().wordNames()) {
            var item = new MenuItem(kit.text("designer.word", word));
            item.setOnAction(_ -> into.insertText(into.getCaretPosition(), "{text." + word + "}"));
            menu.getItems().add(item);
        }
        menu.getStyleClass().add(Look.SMALL);
        return new VBox(menu);
    }
}
