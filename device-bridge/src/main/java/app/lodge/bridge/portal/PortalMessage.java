package app.lodge.bridge.portal;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkRight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A portal's message, read with suspicion.
///
/// @param secret the login's; empty where none is asked for; whoever read it wipes it
record PortalMessage(
        String id, String kind, String token, char[] secret, Instant deadline, JsonNode root) {

    private static final int LARGEST = 16 << 10;

    static PortalMessage read(byte[] payload) throws MalformedMessage {
        if (payload.length > LARGEST) {
            throw new MalformedMessage(
                    "%d bytes, at most %d are read".formatted(payload.length, LARGEST));
        }
        try {
            var root = Json.tree(payload);
            return new PortalMessage(
                    text(root, "id", 40, true),
                    text(root, "kind", 32, true),
                    text(root, "token", 64, false),
                    text(root, "secret", 256, false).toCharArray(),
                    Instant.parse(text(root, "deadline", 40, true)),
                    root);
        } catch (UncheckedIOException e) {
            throw new MalformedMessage("not JSON");
        } catch (DateTimeException e) {
            throw new MalformedMessage("deadline must be a time of RFC 3339 in UTC");
        }
    }

    String required(String name, int longest) throws MalformedMessage {
        return text(root, name, longest, true);
    }

    /// What is wanted of somebody who has signed in; empty for a kind that nobody knows.
    Optional<HolderRequest> wanted() throws MalformedMessage {
        try {
            return Optional.ofNullable(request());
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("a code that nobody knows in " + kind);
        } catch (DateTimeException e) {
            throw new MalformedMessage("a day must be of ISO 8601");
        }
    }

    private @Nullable HolderRequest request() throws MalformedMessage {
        return switch (kind) {
            case "see" -> new HolderRequest.See();
            case "ask-release" -> new HolderRequest.AskRelease(link());
            case "release" -> new HolderRequest.Release(number("link"), required("code", 20));
            case "unlink" -> new HolderRequest.Unlink(number("link"));
            case "movements" -> new HolderRequest.Movements(account("account"), after());
            case "recipient" -> new HolderRequest.Recipient(account("account"));
            case "transfer" ->
                    new HolderRequest.Transfer(
                            account("from"), account("to"), amount(), required("recipient", 200));
            case "top-up" -> new HolderRequest.TopUp(account("account"), amount());
            case "set-limit" ->
                    new HolderRequest.SetLimit(
                            account("account"),
                            Limit.Kind.valueOf(required("limit", 32)),
                            root.path("most").isIntegralNumber()
                                    ? root.path("most").longValue()
                                    : null);
            case "own-data" -> new HolderRequest.OwnData();
            case "change-data" -> new HolderRequest.ChangeData(fields());
            case "confirm-address" ->
                    new HolderRequest.ConfirmAddress(number("request"), required("code", 20));
            default -> null;
        };
    }

    private Link.Wanted link() throws MalformedMessage {
        var rights = EnumSet.noneOf(LinkRight.class);
        for (var right : root.path("rights")) {
            rights.add(LinkRight.valueOf(right.asText()));
        }
        var until = text(root, "until", 10, false);
        return new Link.Wanted(
                account("account"),
                rights,
                root.path("own").asBoolean(),
                until.isEmpty() ? null : LocalDate.parse(until),
                root.path("atMajority").asBoolean());
    }

    private Map<PersonField, String> fields() throws MalformedMessage {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        for (var one : root.path("fields").properties()) {
            var field =
                    PersonField.named(one.getKey())
                            .orElseThrow(() -> new MalformedMessage("a field that nobody knows"));
            fields.put(field, text(root.path("fields"), one.getKey(), 300, false));
        }
        return fields;
    }

    private Money amount() throws MalformedMessage {
        var amount = root.path("amount");
        if (!amount.path("minor").isIntegralNumber()) {
            throw new MalformedMessage("amount.minor must be a whole number");
        }
        return Money.of(amount.path("minor").longValue(), amount.path("currency").asText());
    }

    private @Nullable String after() throws MalformedMessage {
        var after = text(root, "after", 20, false);
        if (!after.matches("[0-9]*")) {
            throw new MalformedMessage("after must be a page's next");
        }
        return after.isEmpty() ? null : after;
    }

    private AccountId account(String name) throws MalformedMessage {
        return new AccountId(number(name));
    }

    private long number(String name) throws MalformedMessage {
        var node = root.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
            throw new MalformedMessage(name + " must be a whole number above zero");
        }
        return node.longValue();
    }

    private static String text(JsonNode root, String name, int longest, boolean required)
            throws MalformedMessage {
        var node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                throw new MalformedMessage(name + " is missing");
            }
            return "";
        }
        if (!node.isTextual()
                || node.asText().length() > longest
                || required && node.asText().isBlank()) {
            throw new MalformedMessage(
                    "%s must be a text of at most %d characters".formatted(name, longest));
        }
        return node.asText();
    }

    /// Never the secret, a token or a code.
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
