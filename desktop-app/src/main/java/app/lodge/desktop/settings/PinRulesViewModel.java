package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.core.pins.HolderPins.RulesOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How long holders' PINs for locker terminals are, and whether trivial ones are refused (LOCK-29).
public final class PinRulesViewModel extends RulesViewModel<Rules> {

    private final StringProperty shortest = new SimpleStringProperty("");
    private final StringProperty longest = new SimpleStringProperty("");
    private final BooleanProperty refuseTrivial = new SimpleBooleanProperty();

    public PinRulesViewModel(Session session) {
        super(session, "pin-rules.reading", Permission.SEE_MEDIA);
        typed(shortest);
        typed(longest);
        chosen(refuseTrivial);
    }

    /// Digits.
    public StringProperty shortest() {
        return shortest;
    }

    public StringProperty longest() {
        return longest;
    }

    public BooleanProperty refuseTrivial() {
        return refuseTrivial;
    }

    @Override
    Rules read() {
        return session.doors().holderPins().rules(session.actor());
    }

    @Override
    void show(Rules now) {
        shortest.set(String.valueOf(now.shortest()));
        longest.set(String.valueOf(now.longest()));
        refuseTrivial.set(now.refuseTrivial());
    }

    public void save() {
        problems().clear();
        var wanted = new Rules(digits(shortest), digits(longest), refuseTrivial.get());
        save(
                "pin-rules.saving",
                request ->
                        session.doors().holderPins().changeRules(session.actor(), request, wanted),
                this::saved);
    }

    /// What is no number of digits is refused as 0 is.
    private static int digits(StringProperty typed) {
        var text = typed.get().strip();
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private void saved(RulesOutcome outcome) {
        switch (outcome) {
            case RulesOutcome.Changed(var now) -> {
                show(now);
                session.notices().done(Message.of("pin-rules.saved"));
            }
            case RulesOutcome.Rejected(var found) -> problems().setAll(found);
        }
    }
}
