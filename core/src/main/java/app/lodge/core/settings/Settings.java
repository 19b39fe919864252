package app.lodge.core.settings;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.List;

/// The site's settings, journalled when changed.
public interface Settings {

    static Settings in(Books books) {
        return new BookedSettings(books);
    }

    /// Any operator may see them.
    SiteSettings site(Actor actor);

    SettingsOutcome change(Actor actor, RequestId request, SiteSettings settings);

    sealed interface SettingsOutcome {
        record Changed(SiteSettings settings) implements SettingsOutcome {}

        record Rejected(List<Problem> problems) implements SettingsOutcome {}
    }
}
