package app.lodge.bridge.portal;

import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.selfservice.ChangeRequest;
import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a portal hears, as `docs/field-protocol` describes it: no clerk's name, nobody's whole name but the
/// holder's own.
final class PortalAnswer {

    private PortalAnswer() {}

    /// @param why a word of the protocol; empty if all is well
    static Map<String, Object> of(String id, String why, Map<String, ?> content) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("ok", why.isEmpty());
        answer.put("why", why);
        answer.putAll(content);
        return answer;
    }

    static Map<String, Object> problems(List<Problem> problems) {
        return Map.of(
                "problems",
                problems.stream()
                        .map(one -> Map.of("field", one.field(), "key", one.key()))
                        .toList());
    }

    static Map<String, Object> of(String id, HolderAnswer answer) {
        return switch (answer) {
            case HolderAnswer.Accounts(var linked) ->
                    of(
                            id,
                            "",
                            Map.of("accounts", linked.stream().map(PortalAnswer::linked).toList()));
            case HolderAnswer.Linking(var outcome) -> linking(id, outcome);
            case HolderAnswer.Movements(var page) -> {
                var content = new LinkedHashMap<String, Object>();
                content.put("movements", page.rows().stream().map(PortalAnswer::movement).toList());
                if (page.next() != null) {
                    content.put("next", page.next());
                }
                yield of(id, "", content);
            }
            case HolderAnswer.Recipient(_, var name) -> of(id, "", Map.of("recipient", name));
            case HolderAnswer.Moved(var outcome) -> moved(id, outcome);
            case HolderAnswer.Ordered(var outcome) -> ordered(id, outcome);
            case HolderAnswer.Limited(var limits) ->
                    of(id, "", Map.of("limits", limits.stream().map(PortalAnswer::limit).toList()));
            case HolderAnswer.Data(var fields, var requests) -> data(id, fields, requests);
            case HolderAnswer.NoRight _ -> of(id, "NO_RIGHT", Map.of());
            case HolderAnswer.OtherRecipient() -> of(id, "OTHER_RECIPIENT", Map.of());
            case HolderAnswer.WrongCode(int left) -> of(id, "WRONG_CODE", Map.of("left", left));
            case HolderAnswer.NoCode() -> of(id, "NO_CODE", Map.of());
            case HolderAnswer.Rejected(var problems) -> of(id, "REJECTED", problems(problems));
        };
    }

    private static Map<String, Object> linking(String id, LinkOutcome outcome) {
        return switch (outcome) {
            case LinkOutcome.Asked(var link, var until) ->
                    of(id, "", Map.of("link", link(link), "until", until.toString()));
            case LinkOutcome.Done(var link) -> of(id, "", Map.of("link", link(link)));
            case LinkOutcome.OnlyAtTheDesk() -> of(id, "ONLY_AT_THE_DESK", Map.of());
            case LinkOutcome.Barred(var until) ->
                    of(id, "BARRED", Map.of("until", until.toString()));
            case LinkOutcome.WrongCode(int left) -> of(id, "WRONG_CODE", Map.of("left", left));
            case LinkOutcome.NoCode() -> of(id, "NO_CODE", Map.of());
            case LinkOutcome.TooMany(var again) ->
                    of(id, "TOO_MANY", Map.of("until", again.toString()));
            case LinkOutcome.Rejected(var problems) -> of(id, "REJECTED", problems(problems));
        };
    }

    private static Map<String, Object> moved(String id, MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(long posting, var account, _) ->
                    of(id, "", Map.of("posting", posting, "balance", amount(account.balance())));
            case MoveOutcome.Refused(var refusal) -> of(id, word(refusal), Map.of());
            case MoveOutcome.NeedsApproval _, MoveOutcome.NotApproved _ ->
                    of(id, "ONLY_AT_THE_DESK", Map.of());
            case MoveOutcome.Rejected(var problems) -> of(id, "REJECTED", problems(problems));
        };
    }

    private static String word(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BelowFloor _, Refusal.NotFromOverdraft _ -> "INSUFFICIENT";
            case Refusal.LimitReached _ -> "LIMIT_REACHED";
            case Refusal.Blocked _, Refusal.Closed _ -> "BLOCKED_ACCOUNT";
            case Refusal _ -> "ONLY_AT_THE_DESK";
        };
    }

    private static Map<String, Object> ordered(String id, OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Done(var order, _) ->
                    of(id, "", Map.of("order", order.number(), "state", order.state().name()));
            case OrderOutcome.Refused(var refusal) -> of(id, word(refusal), Map.of());
            case OrderOutcome.NoMandate() -> of(id, "NO_MANDATE", Map.of());
            case OrderOutcome.NotNow _ -> of(id, "ONLY_AT_THE_DESK", Map.of());
            case OrderOutcome.Rejected(var problems) -> of(id, "REJECTED", problems(problems));
        };
    }

    private static Map<String, Object> data(
            String id, List<HolderAnswer.Shown> fields, List<ChangeRequest> requests) {
        return of(
                id,
                "",
                Map.of(
                        "fields",
                        fields.stream()
                                .map(one ->
                                        Map.of(
                                                "field", one.field().key(),
                                                "value", one.value(),
                                                "editable", one.editable()))
                                .toList(),
                        "requests",
                        requests.stream()
                                .map(one ->
                                        Map.of(
                                                "request", one.id(),
                                                "field", one.field().key(),
                                                "wanted", one.wanted(),
                                                "state", one.state().name()))
                                .toList()));
    }

    private static Map<String, Object> linked(HolderAnswer.Linked one) {
        var account = one.account();
        var linked = new LinkedHashMap<String, Object>(link(one.link()));
        linked.put("owner", one.owner());
        if (account != null) {
            linked.put("balance", amount(account.balance()));
            linked.put("reserved", amount(account.reserved()));
            linked.put("available", amount(account.available()));
        }
        return linked;
    }

    private static Map<String, Object> link(Link link) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("link", link.id());
        shown.put("account", link.account().number());
        shown.put("state", link.state().name());
        shown.put("rights", link.rights().stream().sorted().map(Enum::name).toList());
        shown.put("own", link.own());
        put(shown, "lastDay", link.lastDay());
        return shown;
    }

    private static Map<String, Object> movement(Movement one) {
        return Map.of(
                "posting", one.posting(),
                "kind", one.kind().name(),
                "at", one.occurredAt().toString(),
                "amount", amount(one.amount()),
                "balance", amount(one.balanceAfter()),
                "place", one.place());
    }

    private static Map<String, Object> limit(Limit limit) {
        return Map.of("limit", limit.kind().name(), "most", limit.most());
    }

    private static Map<String, Object> amount(Money money) {
        return Map.of("minor", money.minor(), "currency", money.currency().getCurrencyCode());
    }

    private static void put(Map<String, Object> shown, String key, @Nullable Object value) {
        if (value != null) {
            shown.put(key, value.toString());
        }
    }
}
