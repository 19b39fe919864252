package app.lodge.core.cashdesk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// A note or coin.
///
/// @param minor its value in minor units of its currency
public record Denomination(long minor, Form form) {

    public enum Form {
        NOTE,
        COIN
    }

    /// Notes, then coins, in major units as they circulate; a fraction is written with a point.
    private static final Map<String, List<String>> CIRCULATING =
            Map.ofEntries(
                    money("EUR", "500 200 100 50 20 10 5", "2 1 .5 .2 .1 .05 .02 .01"),
                    money("USD", "100 50 20 10 5 2 1", "1 .5 .25 .1 .05 .01"),
                    money("CHF", "1000 200 100 50 20 10", "5 2 1 .5 .2 .1 .05"),
                    money("GBP", "50 20 10 5", "2 1 .5 .2 .1 .05 .02 .01"),
                    money("PLN", "500 200 100 50 20 10", "5 2 1 .5 .2 .1 .05 .02 .01"),
                    money("CZK", "5000 2000 1000 500 200 100", "50 20 10 5 2 1"),
                    money("HUF", "20000 10000 5000 2000 1000 500", "200 100 50 20 10 5"),
                    money("SEK", "1000 500 200 100 50 20", "10 5 2 1"),
                    money("NOK", "1000 500 200 100 50", "20 10 5 1"),
                    money("DKK", "500 200 100 50", "20 10 5 2 1 .5"),
                    money("RON", "500 200 100 50 20 10 5 1", ".5 .1 .05 .01"),
                    money("CNY", "100 50 20 10 5 1", "1 .5 .1 .05 .02 .01"),
                    money("JPY", "10000 5000 2000 1000", "500 100 50 10 5 1"));

    /// What circulates in a currency, notes before coins, the largest first; for one that is not in the
    /// table a series of 1, 2 and 5 from its smallest unit on.
    public static List<Denomination> of(Currency currency) {
        var known = CIRCULATING.get(currency.getCurrencyCode());
        if (known == null) {
            return series();
        }
        var digits = currency.getDefaultFractionDigits();
        var all = new ArrayList<Denomination>();
        for (var form : Form.values()) {
            for (var value : known.get(form.ordinal()).split(" ")) {
                all.add(
                        new Denomination(
                                new BigDecimal(value).movePointRight(digits).longValueExact(),
                                form));
            }
        }
        return List.copyOf(all);
    }

    private static List<Denomination> series() {
        var all = new ArrayList<Denomination>();
        for (var unit = 10_000L; unit > 0; unit /= 10) {
            for (var step : List.of(5, 2, 1)) {
                all.add(new Denomination(unit * step, unit >= 1_000 ? Form.NOTE : Form.COIN));
            }
        }
        return List.copyOf(all);
    }

    private static Map.Entry<String, List<String>> money(
            String currency, String notes, String coins) {
        return Map.entry(currency, List.of(notes, coins));
    }
}
