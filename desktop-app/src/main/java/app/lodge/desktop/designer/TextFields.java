package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Kit;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.NotAnExpression;
import app.lodge.personalization.layouts.model.Spelling;
import app.lodge.personalization.layouts.model.TextStyle;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

/// What is said of a text: its contents and how it is set.
final class TextFields {

    private final Kit kit;
    private final DesignViewModel model;

    TextFields(Kit kit, DesignViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    void add(Fields fields, Function<TextInputControl, Node> insert) {
        var content =
                fields.text(
                        "content",
                        each -> Spelling.of(text(each).content()),
                        (each, typed) -> {
                            try {
                                return new Element.Text(
                                        each.frame(),
                                        Spelling.template(typed, model.layout().wordNames()),
                                        text(each).style());
                            } catch (NotAnExpression e) {
                                return fields.refuse(
                                        "layouts.not-an-expression", typed, e.position());
                            }
                        });
        fields.add(insert.apply(content));
        fields.heading(kit.text("designer.type"));
        fields.pair(
                fields.whole(
                        "size",
                        40,
                        720,
                        each -> style(each).size(),
                        (each, size) -> styled(each, new Style(style(each)).size(size)),
                        1),
                fields.whole(
                        "smallest",
                        40,
                        720,
                        each -> style(each).smallest(),
                        (each, size) -> styled(each, new Style(style(each)).smallest(size)),
                        1));
        fields.pair(
                fields.whole(
                        "lines",
                        1,
                        12,
                        each -> style(each).lines(),
                        (each, lines) -> styled(each, new Style(style(each)).lines(lines)),
                        0),
                fields.whole(
                        "leading",
                        80,
                        200,
                        each -> style(each).leading(),
                        (each, leading) -> styled(each, new Style(style(each)).leading(leading)),
                        0));
        fields.choice(
                "weight",
                TextStyle.Weight.class,
                each -> style(each).weight(),
                (each, weight) -> styled(each, new Style(style(each)).weight(weight)));
        fields.choice(
                "align",
                TextStyle.Align.class,
                each -> style(each).align(),
                (each, align) -> styled(each, new Style(style(each)).align(align)));
        fields.choice(
                "vertical-align",
                TextStyle.VerticalAlign.class,
                each -> style(each).verticalAlign(),
                (each, align) -> styled(each, new Style(style(each)).vertical(align)));
        fields.colour(
                "colour",
                each -> style(each).argb(),
                (each, argb) -> styled(each, new Style(style(each)).colour(argb)));
    }

    private static Element.Text text(Element element) {
        return (Element.Text) element;
    }

    private static TextStyle style(Element element) {
        return text(element).style();
    }

    private static Element styled(Element element, TextStyle style) {
        return new Element.Text(element.frame(), text(element).content(), style);
    }

    /// A style with one thing changed.
    private record Style(TextStyle of) {

        TextStyle size(int size) {
            return with(of.weight(), size, Math.min(size, of.smallest()), of.lines(), of.leading());
        }

        TextStyle smallest(int smallest) {
            return with(
                    of.weight(), Math.max(smallest, of.size()), smallest, of.lines(), of.leading());
        }

        TextStyle lines(int lines) {
            return with(of.weight(), of.size(), of.smallest(), lines, of.leading());
        }

        TextStyle leading(int leading) {
            return with(of.weight(), of.size(), of.smallest(), of.lines(), leading);
        }

        TextStyle weight(TextStyle.Weight weight) {
            return with(weight, of.size(), of.smallest(), of.lines(), of.leading());
        }

        TextStyle align(TextStyle.Align align) {
            return placed(align, of.verticalAlign(), of.argb());
        }

        TextStyle vertical(TextStyle.VerticalAlign align) {
            return placed(of.align(), align, of.argb());
        }

        TextStyle colour(int argb) {
            return placed(of.align(), of.verticalAlign(), argb);
        }

        private TextStyle with(
                TextStyle.Weight weight, int size, int smallest, int lines, int leading) {
            return new TextStyle(
                    weight,
                    size,
                    smallest,
                    lines,
                    of.align(),
                    of.verticalAlign(),
                    of.tracking(),
                    leading,
                    of.argb());
        }

        private TextStyle placed(
                TextStyle.Align align, TextStyle.VerticalAlign vertical, int argb) {
            return new TextStyle(
                    of.weight(),
                    of.size(),
                    of.smallest(),
                    of.lines(),
                    align,
                    vertical,
                    of.tracking(),
                    of.leading(),
                    argb);
        }
    }
}
