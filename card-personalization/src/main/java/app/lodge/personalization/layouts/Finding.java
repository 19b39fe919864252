package app.lodge.personalization.layouts;

import app.lodge.core.books.Problem;

/// What the renderer noticed about one element of one card. Blocking ones would spoil the card.
public sealed interface Finding {

    /// Its id in the layout.
    String element();

    /// Smaller than designed, but whole.
    ///
    /// @param percent of the designed size
    record TextShrunk(String element, int percent) implements Finding {}

    /// Not whole even at the smallest size.
    record TextCut(String element, String text) implements Finding {}

    record PhotoMissing(String element) implements Finding {}

    /// @param needed whether the layout wants no card without
    record SignatureMissing(String element, boolean needed) implements Finding {}

    record PictureUnreadable(String element) implements Finding {}

    /// Readers would not resolve the bars.
    ///
    /// @param pixels width of the narrowest bar, 1/300 inch each
    record BarcodeTooSmall(String element, int pixels) implements Finding {}

    /// The finished bitmap does not read back as what was asked for.
    record BarcodeUnreadable(String element, String content) implements Finding {}

    default boolean blocks() {
        return switch (this) {
            case TextShrunk _, TextCut _, PhotoMissing _, SignatureMissing _ -> false;
            case PictureUnreadable _, BarcodeTooSmall _, BarcodeUnreadable _ -> true;
        };
    }

    /// The same in a sentence's key and arguments.
    default Problem problem() {
        return switch (this) {
            case TextShrunk(String element, int percent) ->
                    Problem.of(element, percent, "layouts.text-shrunk");
            case TextCut(String element, String text) ->
                    Problem.of(element, text, "layouts.text-cut");
            case PhotoMissing(String element) -> Problem.of(element, "", "layouts.photo-missing");
            case SignatureMissing(String element, boolean needed) ->
                    Problem.of(
                            element,
                            "",
                            needed ? "layouts.signature-needed" : "layouts.signature-missing");
            case PictureUnreadable(String element) ->
                    Problem.of(element, element, "layouts.picture-unreadable");
            case BarcodeTooSmall(String element, int pixels) ->
                    Problem.of(element, pixels, "layouts.barcode-too-small");
            case BarcodeUnreadable(String element, String content) ->
                    Problem.of(element, content, "layouts.barcode-unreadable");
        };
    }
}
