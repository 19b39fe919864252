package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.settings.Settings;
import java.util.Currency;
import picocli.CommandLine.Option;

/// Which of a holder's accounts is meant, where there are several: one for each currency (requirements 0.3).
final class CurrencyOption {

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "account.currency")
    String currency = "";

    /// The site's, unless another one is named.
    Currency of(Doors doors) {
        return currency.isEmpty()
                ? doors.door(Settings.class).site(doors.actor()).currency()
                : Values.currency("--currency", currency);
    }

    /// @throws Refusal if nobody has the number, or no account in the currency
    Account accountOf(Doors doors, String field, String typed) {
        if (currency.isEmpty()) {
            return MoveAnswers.accountOf(doors, field, typed);
        }
        var wanted = of(doors);
        var person = Values.person(field, typed);
        return doors.door(Accounts.class).allOfPerson(doors.actor(), person).stream()
                .filter(account -> account.balance().currency().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "cli.account.none-in-currency",
                                String.valueOf(person.number()),
                                wanted.getCurrencyCode()));
    }
}
