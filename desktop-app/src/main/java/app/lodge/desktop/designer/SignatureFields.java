package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Signature;

/// How a signature lies in its box, in which ink, and what becomes of a card without one.
final class SignatureFields {

    private SignatureFields() {}

    static void add(Fields fields) {
        fields.choice(
                "signature-fit",
                Signature.Fit.class,
                each -> signed(each).fit(),
                (each, fit) -> {
                    var now = signed(each);
                    return new Signature(
                            now.frame(), fit, now.ground(), now.argb(), now.whereMissing());
                });
        fields.choice(
                "signature-ground",
                Signature.Ground.class,
                each -> signed(each).ground(),
                (each, ground) -> {
                    var now = signed(each);
                    return new Signature(
                            now.frame(), now.fit(), ground, now.argb(), now.whereMissing());
                });
        fields.colour(
                "ink",
                each -> signed(each).argb(),
                (each, argb) -> {
                    var now = signed(each);
                    return new Signature(
                            now.frame(), now.fit(), now.ground(), argb, now.whereMissing());
                });
        fields.choice(
                "signature-missing",
                Signature.WhereMissing.class,
                each -> signed(each).whereMissing(),
                (each, missing) -> {
                    var now = signed(each);
                    return new Signature(now.frame(), now.fit(), now.ground(), now.argb(), missing);
                });
    }

    private static Signature signed(Element element) {
        return (Signature) element;
    }
}
