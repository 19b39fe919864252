package app.lodge.desktop.shell;

import app.lodge.core.books.Actor;
import app.lodge.core.settings.SiteSettings;
import java.time.InstantSource;

/// What the view-models of a signed-in operator work with.
///
/// @param site as it was at sign-in; name and currency rarely change
/// @param clock for what is shown as today; the books have their own time
public record Session(
        Doors doors,
        Actor actor,
        SiteSettings site,
        Background background,
        Dialogs dialogs,
        Notices notices,
        Navigator navigator,
        InstantSource clock) {}
