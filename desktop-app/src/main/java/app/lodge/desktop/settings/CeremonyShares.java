package app.lodge.desktop.settings;

import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The shares of a ceremony: each is on the screen once, for its custodian's eyes, and is typed back as it
/// stands on paper (CHAIN-07).
public final class CeremonyShares {

    /// A share on the screen, for its custodian's eyes.
    public record Shown(int number, String groups) {
        @Override
        public String toString() {
            return "Shown[" + number + ", ***]";
        }
    }

    private final Session session;
    private final CeremonyProgress progress;
    private final CeremonyFiles files;
    private final StringProperty typed = new SimpleStringProperty("");

    CeremonyShares(Session session, CeremonyProgress progress, CeremonyFiles files) {
        this.session = session;
        this.progress = progress;
        this.files = files;
    }

    /// A share as it is typed back.
    public StringProperty typed() {
        return typed;
    }

    /// Null unless a share is on the screen.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return progress.shown();
    }

    /// The number of the next share that nobody has seen yet.
    public int next() {
        var now = progress.standing().get();
        int number = 1;
        while (now != null && now.handed().contains(number)) {
            number++;
        }
        return number;
    }

    /// Puts the next share on the screen, once.
    public void show() {
        int number = next();
        progress.step(
                (door, ceremony) -> door.share(session.actor(), ceremony, number),
                (_, outcome) -> handed(number, outcome));
    }

    private void handed(int number, ShareOutcome outcome) {
        switch (outcome) {
            case ShareOutcome.Handed handed -> {
                progress.shown().set(new Shown(number, new String(handed.text())));
                handed.wipe();
                progress.goOn(handed.standing());
            }
            case ShareOutcome.NotNow _, ShareOutcome.Ended _ -> progress.ended();
        }
    }

    /// The sheet of the share on the screen, as PDF.
    public void save() {
        var now = progress.standing().get();
        var share = shown().get();
        if (now != null && share != null) {
            files.share(now.id(), share.number());
        }
    }

    /// The share leaves the screen and does not come back.
    public void hide() {
        progress.shown().set(null);
        progress.goOn(progress.standing().get());
    }

    /// A share is typed as it stands on paper.
    public void type() {
        if (progress.standing().get() == null) {
            return;
        }
        var share = typed.get().toCharArray();
        typed.set("");
        progress.step(
                (door, ceremony) -> {
                    try {
                        return door.type(session.actor(), ceremony, share);
                    } finally {
                        Arrays.fill(share, ' ');
                    }
                },
                (_, outcome) -> wasTyped(outcome));
    }

    private void wasTyped(TypedOutcome outcome) {
        switch (outcome) {
            case TypedOutcome.Accepted(var now) -> progress.goOn(now);
            case TypedOutcome.Ended _ -> progress.ended();
            case TypedOutcome.Mistyped _,
                    TypedOutcome.NoShare _,
                    TypedOutcome.Foreign _,
                    TypedOutcome.DoNotAgree _ -> {
                // said below
            }
        }
        progress.told().set(CeremonyWords.of(outcome));
    }
}
