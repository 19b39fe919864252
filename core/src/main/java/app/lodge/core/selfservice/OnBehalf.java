package app.lodge.core.selfservice;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a clerk needs for each thing that holders do: what it takes to do it without a holder.
final class OnBehalf {

    private OnBehalf() {}

    static List<Permission> needs(HolderRequest wanted) {
        return switch (wanted) {
            case HolderRequest.See _ -> List.of(Permission.SEE_PEOPLE, Permission.SEE_ACCOUNTS);
            case HolderRequest.Movements _ -> List.of(Permission.SEE_ACCOUNTS);
            case HolderRequest.OwnData _ -> List.of(Permission.SEE_PEOPLE);
            case HolderRequest.AskRelease _,
                    HolderRequest.Release _,
                    HolderRequest.Unlink _,
                    HolderRequest.ChangeData _,
                    HolderRequest.ConfirmAddress _ ->
                    List.of(Permission.CHANGE_PEOPLE);
            case HolderRequest.Recipient _, HolderRequest.Transfer _ ->
                    List.of(Permission.MOVE_MONEY);
            case HolderRequest.TopUp _ -> List.of(Permission.TOP_UP);
            case HolderRequest.SetLimit _ -> List.of(Permission.CHANGE_LIMITS);
        };
    }

    /// Whose owner the clerk has to reach.
    static Optional<AccountId> account(HolderRequest wanted) {
        return switch (wanted) {
            case HolderRequest.AskRelease(var link) -> Optional.of(link.account());
            case HolderRequest.Movements(var account, _) -> Optional.of(account);
            case HolderRequest.Transfer transfer -> Optional.of(transfer.from());
            case HolderRequest.TopUp(var account, _) -> Optional.of(account);
            case HolderRequest.SetLimit limit -> Optional.of(limit.account());
            case HolderRequest.See _,
                    HolderRequest.OwnData _,
                    HolderRequest.Release _,
                    HolderRequest.Unlink _,
                    HolderRequest.ChangeData _,
                    HolderRequest.ConfirmAddress _,
                    HolderRequest.Recipient _ ->
                    Optional.empty();
        };
    }

    /// Whether it is about the data of whoever the login belongs to.
    static boolean ownData(HolderRequest wanted) {
        return wanted instanceof HolderRequest.OwnData
                || wanted instanceof HolderRequest.ChangeData
                || wanted instanceof HolderRequest.ConfirmAddress;
    }

    static List<Problem> problems(Behalf behalf) {
        return Grounds.readable(behalf.reference())
                ? List.of()
                : List.of(Problem.of("reference", behalf.reference(), "postings.reference-form"));
    }

    static Map<String, String> why(Behalf behalf) {
        return Map.of("why", behalf.why().name(), "reference", behalf.reference());
    }

    static Map<String, Object> with(Behalf behalf, String what, long link) {
        return Map.of(
                "what",
                what,
                "link",
                link,
                "why",
                behalf.why().name(),
                "reference",
                behalf.reference());
    }
}
