package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Taxes what a payment point took: line by line by its product, and by the point's own code where no line
/// says what it was for (ID-52, ID-62).
final class Selling {

    /// What has no code beside something that has.
    private static final String UNTAXED = "untaxed";

    private final Bookkeeping keeping;

    Selling(Bookkeeping keeping) {
        this.keeping = keeping;
    }

    Particulars particulars(Tx tx, long device, PaymentEvent event) {
        var rates = keeping.rules().taxCodes();
        var own = keeping.taxes().code(tx, device);
        var split = new Split(rates);
        var lines = new ArrayList<SoldLine>();
        var rest = event.amount().minor();
        for (var line : event.sold().lines()) {
            var ware = keeping.wares().of(tx, device, line, event.at());
            var code = ware.taxCode().isEmpty() ? own : ware.taxCode();
            var tax = split.add(code, line.amount());
            lines.add(new SoldLine(line, event.sold().priceList(), tax, ware.remark()));
            rest -= line.amount();
        }
        split.add(own, rest);
        return Particulars.sold(split.whole(), lines);
    }

    /// The tax lines of one payment, which together are its amount, or none at all.
    private static final class Split {

        private final Map<String, Integer> rates;
        private final List<TaxLine> lines = new ArrayList<>();
        private long untaxed;

        Split(Map<String, Integer> rates) {
            this.rates = rates;
        }

        /// A code that the rules no longer know counts as 0 %, and keeps its name for whoever looks.
        ///
        /// @return the tax
        long add(String code, long gross) {
            if (code.isEmpty()) {
                untaxed += gross;
                return 0;
            }
            if (gross == 0) {
                return 0;
            }
            var line = TaxLine.within(code, rates.getOrDefault(code, 0), gross);
            lines.add(line);
            return line.tax();
        }

        List<TaxLine> whole() {
            if (!lines.isEmpty() && untaxed != 0) {
                lines.add(new TaxLine(UNTAXED, 0, untaxed, 0));
            }
            return lines;
        }
    }
}
