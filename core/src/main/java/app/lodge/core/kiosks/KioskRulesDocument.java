package app.lodge.core.kiosks;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.settings.Documents;
import java.util.Optional;

/// Where the rules stand in the site's settings.
final class KioskRulesDocument {

    private static final String NAME = "kiosk-rules";

    private KioskRulesDocument() {}

    static KioskRules read(Tx tx) {
        return rules(Documents.find(tx, NAME));
    }

    static KioskRules read(Books books) {
        return rules(Documents.find(books, NAME));
    }

    private static KioskRules rules(Optional<String> text) {
        return text.map(found -> Json.read(found, KioskRules.class)).orElse(KioskRules.STANDARD);
    }

    static void put(Tx tx, KioskRules rules) {
        Documents.put(tx, NAME, Json.text(rules, KioskRules.class));
    }
}
