package app.lodge.desktop.signin;

import app.lodge.core.books.Problem;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Doors;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/// Finds, creates and reaches the site's bridge. Every method may take seconds: call it in the
/// background.
public interface SiteStarter {

    /// Whether there is a site to sign in to.
    boolean siteExists();

    /// Reaches the bridge; starts the bundled one when none answers.
    SiteLink connect(Progress<StartStep> progress) throws Exception;

    CreateOutcome create(NewSite site, Progress<StartStep> progress) throws Exception;

    /// Makes, or finds again, a site full of made-up people and virtual devices.
    SiteLink openDemo(Progress<StartStep> progress) throws Exception;

    enum StartStep {
        CREATING_SITE,
        STARTING_BRIDGE,
        FILLING,
        CONNECTING
    }

    /// @param password the administrator's; the callee clears it
    record NewSite(
            String name,
            Currency currency,
            ZoneId zone,
            String language,
            String administrator,
            char[] password) {

        /// Without the password.
        @Override
        public String toString() {
            return "NewSite[%s, %s, %s, %s, %s]"
                    .formatted(name, currency, zone, language, administrator);
        }
    }

    sealed interface CreateOutcome {
        record Created(SiteLink link) implements CreateOutcome {}

        record Rejected(List<Problem> problems) implements CreateOutcome {}
    }

    /// A bridge that answers.
    interface SiteLink {

        SignInOutcome signIn(String name, char[] password);

        /// Sign-in by an operator's card instead; see {@link CardAtTheDesk}.
        CardEntrance cardEntrance();

        /// This machine's name, for the journal.
        String workstation();

        void signOut();

        /// The doors, for whoever is signed in.
        Doors doors();

        /// Who is meant to sign in first, such as the demo's administrator; empty if nobody is.
        String suggestedName();

        /// The suggested operator's password where it is no secret (the demo's); else empty.
        String suggestedPassword();
    }
}
