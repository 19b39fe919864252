package app.lodge.core.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What else leads from a person to the site's affairs (ID-58). Amounts are minor units of the currency
/// beside them, those of limits and budgets of the site's.
///
/// @param events what devices reported of the person's cards and keys, newest first
/// @param approvals requests to move money on the person's accounts
/// @param imports loads of a personnel file that touched the person
/// @param selfService logins that see, or saw, the person's accounts
/// @param wishes what the person asked to be changed about them
public record Ties(
        List<InGroup> groups,
        List<Centre> costCentres,
        List<Budget> budgets,
        List<Ceiling> limits,
        List<Bank> mandates,
        List<TopUp> topUps,
        List<Asked> approvals,
        List<Making> cardJobs,
        List<Event> events,
        List<Import> imports,
        List<SeenBy> selfService,
        List<Wish> wishes) {

    public Ties {
        groups = List.copyOf(groups);
        costCentres = List.copyOf(costCentres);
        budgets = List.copyOf(budgets);
        limits = List.copyOf(limits);
        mandates = List.copyOf(mandates);
        topUps = List.copyOf(topUps);
        approvals = List.copyOf(approvals);
        cardJobs = List.copyOf(cardJobs);
        events = List.copyOf(events);
        imports = List.copyOf(imports);
        selfService = List.copyOf(selfService);
        wishes = List.copyOf(wishes);
    }

    public record InGroup(String name, Instant since) {}

    /// @param through `PERSON`, `MEDIUM` or `GROUP`
    /// @param preferred charged when nothing is chosen
    public record Centre(String code, String name, String through, boolean preferred) {}

    /// @param period `DAY`, `MONTH` …
    public record Budget(String centre, String period, long amount) {}

    /// @param kind a `Limit.Kind`
    public record Ceiling(long account, String kind, long most, @Nullable LocalDate until) {}

    /// A mandate.
    ///
    /// @param account null for a role that hides bank details
    public record Bank(
            String reference, LocalDate signedOn, boolean revoked, @Nullable BankAccount account) {}

    /// @param holder as at the bank; `bic` and the address may be empty
    public record BankAccount(String holder, String iban, String bic, String address) {

        /// Never the details: they must not get into logs by accident.
        @Override
        public String toString() {
            return "BankAccount[…]";
        }
    }

    public record TopUp(
            long number,
            String source,
            String reference,
            long account,
            long amount,
            String currency,
            String state,
            Instant orderedAt) {}

    public record Asked(
            long number,
            String verb,
            long account,
            long amount,
            String currency,
            String reason,
            String state,
            Instant askedAt) {}

    public record Making(long number, String state, String layout, Instant at) {}

    public record Event(String device, String kind, Instant at) {}

    public record Import(long run, String did, Instant at) {}

    /// @param login the self-service account's number
    /// @param rights `VIEW,TRANSFER`
    /// @param own whether it is the person's own
    /// @param proof how it was shown that the link is wanted
    public record SeenBy(
            long login,
            long account,
            String state,
            String rights,
            boolean own,
            @Nullable LocalDate until,
            boolean atMajority,
            String proof,
            Instant askedAt,
            @Nullable Instant linkedAt,
            @Nullable Instant endedAt) {}

    /// @param wanted null for a role that hides the field
    public record Wish(String field, @Nullable String wanted, String state, Instant askedAt) {}
}
