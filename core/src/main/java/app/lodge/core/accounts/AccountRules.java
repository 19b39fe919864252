package app.lodge.core.accounts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the site has decided about moving money. Amounts are minor units of the site's currency.
///
/// @param taxCodes code → basis points: `standard` → 1,900; payment points name one of them
/// @param dormantMonths without a movement, after which an account with money on it is listed, 1 to 600
public record AccountRules(
        TransferRules transfers,
        ApprovalLevels approvals,
        Tariff tariff,
        Map<String, Integer> taxCodes,
        int dormantMonths) {

    public static final AccountRules STANDARD =
            new AccountRules(
                    new TransferRules(10_000, 20_000, false),
                    new ApprovalLevels(0, 0, 0, 0),
                    new Tariff(0, 0, Map.of(), ""),
                    Map.of(),
                    24);

    public AccountRules {
        taxCodes = Map.copyOf(new TreeMap<>(taxCodes));
    }

    /// The tax within a fee, by the tariff's code; none without one.
    List<TaxLine> feeTaxes(long fee) {
        var code = tariff.taxCode();
        return code.isEmpty()
                ? List.of()
                : List.of(TaxLine.within(code, taxCodes.getOrDefault(code, 0), fee));
    }

    /// When a holder's account does not cover a medium (ID-63).
    public enum Uncovered {
        /// The desk may take what is missing in cash, as a top-up with its receipt.
        CASH,
        /// No medium until the account covers it.
        REFUSE
    }

    /// From holder to holder (ID-26).
    ///
    /// @param most in one transfer; 0 for whatever there is
    /// @param mostPerDay from one account; 0 for whatever there is
    public record TransferRules(long most, long mostPerDay, boolean fromOverdraft) {}

    /// Above these a second person approves (ID-27); 0: never asked.
    public record ApprovalLevels(long payOut, long transfer, long correction, long refund) {}

    /// Fees and deposits for media (ID-63); 0 or absent: free.
    ///
    /// @param deposit held from issue until the medium comes back
    /// @param replacement by why the one before has to be replaced
    /// @param taxCode of fees; empty for none
    /// @param uncovered what becomes of an order for a medium whose holder has too little
    public record Tariff(
            long deposit,
            long issue,
            Map<BlockReason, Long> replacement,
            String taxCode,
            Uncovered uncovered) {

        public Tariff(
                long deposit, long issue, Map<BlockReason, Long> replacement, String taxCode) {
            this(deposit, issue, replacement, taxCode, Uncovered.CASH);
        }

        @SuppressWarnings("ConstantValue") // rules that were kept before there was a choice
        public Tariff {
            uncovered = uncovered == null ? Uncovered.CASH : uncovered;
            replacement = replacement.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(replacement));
        }
    }
}
