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
    private final byte[] portrait;
    private final byte[] signature = DemoSignature.png();

    PreviewFields(String site) {
        this.site = site;
        try {
            portrait = DemoPortrait.jpeg(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CardFields usual(String language) {
        return fields("Hannah", "Lindqvist", "Building services", language);
    }

    CardFields chinese(String language) {
        return fields("明", "王小", "研究与发展部", language);
    }

    CardFields longest(String language) {
        var longest = CardFields.longest(language);
        return new CardFields(longest.values(), portrait, signature, language);
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
        return CardFields.sample(given, family, group, site, portrait, language).signed(signature);
    }
}
