package app.lodge.bridge.authorising;

import app.lodge.bridge.link.Down;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.accounts.Refusal.LimitReached;
import app.lodge.core.money.Money;
import app.lodge.core.texts.Texts;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says at the payment point which limit or budget refused, whose it is, and what remains (ID-13, ID-18,
/// ID-62), and nothing about the payer.
public final class LimitDisplay {

    private final Texts texts;

    /// @param language in which the site speaks to its people
    public LimitDisplay(String language) {
        texts = new Texts(Locale.forLanguageTag(language));
    }

    /// @return null if neither limit nor budget was in the way
    Down.@Nullable Limit of(Refused refused) {
        var reached = refused.limit();
        if (reached != null) {
            return limit(reached, refused.available().currency());
        }
        return refused.why() == Why.OVER_BUDGET ? budget(refused.available()) : null;
    }

    private Down.Limit limit(LimitReached reached, Currency currency) {
        var limit = reached.limit();
        var counts = limit.kind().counts();
        var remains = new Money(counts ? 0 : reached.remains(), currency);
        return new Down.Limit(
                limit.kind().name(),
                limit.owner().name(),
                counts ? null : amount(remains),
                counts ? reached.remains() : null,
                texts.get(
                        "till.limit",
                        texts.name("till.rule", limit.kind()),
                        texts.name("till.whose", limit.owner()),
                        counts ? texts.get("till.times", reached.remains()) : texts.money(remains)),
                language());
    }

    private Down.Limit budget(Money remains) {
        return new Down.Limit(
                "BUDGET",
                "COST_CENTRE",
                amount(remains),
                null,
                texts.get("till.budget", texts.money(remains)),
                language());
    }

    private String language() {
        return texts.locale().getLanguage();
    }

    private static Down.Amount amount(Money money) {
        return new Down.Amount(money.minor(), money.currency().getCurrencyCode());
    }
}
