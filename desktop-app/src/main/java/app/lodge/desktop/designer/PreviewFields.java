package app.lodge.desktop.designer;

import app.lodge.desktop.demo.DemoPortrait;
import app.lodge.desktop.demo.DemoSignature;
import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.CardFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The made-up people of the previews; nobody's data.
final class PreviewFields {

    private final String site;

    /// Drawn once, as the first preview asks.
    private static final class Likeness {

        private static final byte[] PORTRAIT = portrait();
        private static final byte[] SIGNATURE = DemoSignature.png();

        private static byte[] portrait() {
            try {
                return DemoPortrait.jpeg(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PreviewFields(String site) {
        this.site = site;
    }

    CardFields usual(String language) {
        return fields("Hannah", "Lindqvist", "Building services", language);
    }

    CardFields chinese(String language) {
        return fields("明", "王小", "研究与发展部", language);
    }

    CardFields longest(String language) {
        var longest = CardFields.longest(language);
        return new CardFields(longest.values(), Likeness.PORTRAIT, Likeness.SIGNATURE, language);
    }

    CardFields barest(String language) {
        return CardFields.withoutPhoto(
                Map.of(
                        CardField.NAME, "Bo Li",
                        CardField.GIVEN_NAME, "Bo",
                        CardField.FAMILY_NAME, "Li",
                        CardField.PERSON_NUMBER, "1",
                        CardField.CARD_NUMBER, "0000001-01",
                        CardField.ISSUE_NUMBER, "1",
                        CardField.SITE_NAME, site),
                language);
    }

    private CardFields fields(String given, String family, String group, String language) {
        return CardFields.sample(given, family, group, site, Likeness.PORTRAIT, language)
                .signed(Likeness.SIGNATURE);
    }
}
