package app.lodge.desktop.settings;

import app.lodge.core.keyversions.Ceremonies.Custodian;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The two who hold a ceremony, as they say at the sheet who they are (CHAIN-07).
public final class CeremonyCustodians {

    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty firstPassword = new SimpleStringProperty("");
    private final StringProperty secondPassword = new SimpleStringProperty("");

    /// Both, for one call: closed, their passwords are overwritten.
    record Both(Custodian one, Custodian two) implements AutoCloseable {
        @Override
        public void close() {
            one.wipe();
            two.wipe();
        }
    }

    CeremonyCustodians() {}

    public StringProperty first() {
        return first;
    }

    public StringProperty second() {
        return second;
    }

    public StringProperty firstPassword() {
        return firstPassword;
    }

    public StringProperty secondPassword() {
        return secondPassword;
    }

    /// The sheet forgets the passwords by it.
    Both take() {
        return new Both(taken(first, firstPassword), taken(second, secondPassword));
    }

    private static Custodian taken(StringProperty name, StringProperty password) {
        var custodian = new Custodian(name.get().strip(), password.get().toCharArray());
        password.set("");
        return custodian;
    }
}
