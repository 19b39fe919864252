package app.lodge.desktop.selfservice;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.selfservice.Proof;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What a new link is to be: whose login, what it gives, until when, on what proof.
public final class LinkFormViewModel {

    private final StringProperty email = new SimpleStringProperty("");
    private final ObjectProperty<Proof> proof = new SimpleObjectProperty<>(Proof.IDENTITY_CARD);
    private final Map<LinkRight, BooleanProperty> rights = new EnumMap<>(LinkRight.class);
    private final BooleanProperty own = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final BooleanProperty atMajority = new SimpleBooleanProperty();

    LinkFormViewModel() {
        for (var right : LinkRight.values()) {
            rights.put(right, new SimpleBooleanProperty());
        }
        clear();
    }

    void clear() {
        email.set("");
        proof.set(Proof.IDENTITY_CARD);
        rights.forEach((right, on) -> on.set(right == LinkRight.VIEW));
        own.set(false);
        until.set(null);
        atMajority.set(false);
    }

    /// The address that the login signs in with.
    public StringProperty email() {
        return email;
    }

    public ObjectProperty<Proof> proof() {
        return proof;
    }

    public BooleanProperty right(LinkRight right) {
        return rights.computeIfAbsent(right, _ -> new SimpleBooleanProperty());
    }

    public BooleanProperty own() {
        return own;
    }

    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    public BooleanProperty atMajority() {
        return atMajority;
    }

    /// As it stands now, for an account that is found in the background.
    Function<AccountId, Link.Wanted> wanted() {
        var given = EnumSet.noneOf(LinkRight.class);
        rights.forEach((right, on) -> {
            if (on.get()) {
                given.add(right);
            }
        });
        var mine = own.get();
        var last = until.get();
        var minor = atMajority.get();
        return account -> new Link.Wanted(account, given, mine, last, minor);
    }
}
