package app.lodge.core.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands beside a posting's entries.
///
/// @param reverses the posting that this one undoes
/// @param refunds the purchase that this one gives back in whole or part
/// @param medium the medium that a deposit or fee is for; 0 for none
/// @param grounds null where nobody on the staff had to give any
/// @param sold with a payment, where its point says so
record Particulars(
        @Nullable Long reverses,
        @Nullable Long refunds,
        long medium,
        @Nullable Grounds grounds,
        List<TaxLine> taxes,
        List<SoldLine> sold) {

    static final Particulars NONE = new Particulars(null, null, 0, null, List.of());

    Particulars {
        taxes = List.copyOf(taxes);
        sold = List.copyOf(sold);
    }

    Particulars(
            @Nullable Long reverses,
            @Nullable Long refunds,
            long medium,
            @Nullable Grounds grounds,
            List<TaxLine> taxes) {
        this(reverses, refunds, medium, grounds, taxes, List.of());
    }

    static Particulars taxed(List<TaxLine> taxes) {
        return sold(taxes, List.of());
    }

    static Particulars sold(List<TaxLine> taxes, List<SoldLine> sold) {
        return taxes.isEmpty() && sold.isEmpty()
                ? NONE
                : new Particulars(null, null, 0, null, taxes, sold);
    }

    static Particulars on(Grounds grounds) {
        return new Particulars(null, null, 0, grounds, List.of());
    }

    static Particulars reversing(long posting, Grounds grounds, List<TaxLine> taxes) {
        return new Particulars(posting, null, 0, grounds, taxes);
    }

    static Particulars refunding(long posting, Grounds grounds, List<TaxLine> taxes) {
        return new Particulars(null, posting, 0, grounds, taxes);
    }

    static Particulars forMedium(long medium, Grounds grounds, List<TaxLine> taxes) {
        return new Particulars(null, null, medium, grounds, taxes);
    }

    long tax() {
        return taxes.stream().mapToLong(TaxLine::tax).sum();
    }

    /// Only what there is, so that a plain posting's row stays as short as it was.
    Map<String, Object> forJournal() {
        var content = new LinkedHashMap<String, Object>();
        if (reverses != null) {
            content.put("reverses", reverses);
        }
        if (refunds != null) {
            content.put("refunds", refunds);
        }
        if (medium != 0) {
            content.put("medium", medium);
        }
        if (grounds != null) {
            content.put("reason", grounds.reason().name());
            content.put("reference", grounds.reference());
            content.put("approval", grounds.approval());
        }
        if (!taxes.isEmpty()) {
            content.put(
                    "taxes",
                    taxes.stream()
                            .map(line ->
                                    Map.of(
                                            "code", line.code(),
                                            "basisPoints", line.basisPoints(),
                                            "net", line.net(),
                                            "tax", line.tax()))
                            .toList());
        }
        if (!sold.isEmpty()) {
            content.put("sold", sold.stream().map(SoldLine::forJournal).toList());
        }
        return content;
    }
}
