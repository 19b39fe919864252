package app.lodge.bridge.link;

import app.lodge.core.accounts.Sold;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One message as it came; every field is asked for by name, type and range. Unknown fields are
/// ignored, missing ones are empty or 0 unless they are required.
final class Incoming {

    static final int LARGEST = 64 << 10;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final JsonNode root;

    private Incoming(JsonNode root) {
        this.root = root;
    }

    static Incoming read(byte[] payload) throws MalformedMessage {
        if (payload.length > LARGEST) {
            throw new MalformedMessage(
                    "%d bytes, at most %d are read".formatted(payload.length, LARGEST));
        }
        try {
            var root = Json.tree(payload);
            if (root instanceof ObjectNode object) {
                return new Incoming(object);
            }
            throw new MalformedMessage("not a JSON object");
        } catch (UncheckedIOException e) {
            throw new MalformedMessage("not JSON");
        }
    }

    String text(String name, int longest) throws MalformedMessage {
        var node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual() || node.asText().length() > longest) {
            throw new MalformedMessage(
                    "%s must be a text of at most %d characters".formatted(name, longest));
        }
        return node.asText();
    }

    String required(String name, int longest) throws MalformedMessage {
        var text = text(name, longest);
        if (text.isBlank()) {
            throw new MalformedMessage(name + " is missing");
        }
        return text;
    }

    /// Lower-case words joined by `-`.
    String word(String name) throws MalformedMessage {
        var text = required(name, 32);
        if (!text.matches("[a-z][a-z0-9-]*")) {
            throw new MalformedMessage(name + " must be of a-z, 0-9 and -");
        }
        return text;
    }

    String credential(String name) throws MalformedMessage {
        var text = text(name, 20);
        if (!text.isEmpty() && !text.matches("([0-9A-F]{2}){4,10}")) {
            throw new MalformedMessage(name + " must be 4 to 10 bytes in upper-case hex");
        }
        return text;
    }

    boolean truth(String name) throws MalformedMessage {
        var node = root.path(name);
        if (!node.isBoolean()) {
            throw new MalformedMessage(name + " must be true or false");
        }
        return node.asBoolean();
    }

    long number(String name, long lowest, long highest) throws MalformedMessage {
        var node = root.path(name);
        var value = node.isMissingNode() || node.isNull() ? 0 : integral(name, node);
        if (value < lowest || value > highest) {
            throw new MalformedMessage(
                    "%s is %d instead of %d to %d".formatted(name, value, lowest, highest));
        }
        return value;
    }

    int integer(String name, int lowest, int highest) throws MalformedMessage {
        return Math.toIntExact(number(name, lowest, highest));
    }

    Instant time(String name) throws MalformedMessage {
        var text = required(name, 40);
        try {
            var time = Instant.parse(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new MalformedMessage(name + " is out of range: " + text);
            }
            return time;
        } catch (DateTimeParseException e) {
            throw new MalformedMessage(name + " must be a time of RFC 3339 in UTC");
        }
    }

    Down.@Nullable Amount amount(String name) throws MalformedMessage {
        var node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var minor = integral(name + ".minor", node.path("minor"));
        var currency = node.path("currency").asText();
        try {
            return new Down.Amount(minor, Currency.getInstance(currency).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage(name + ".currency must be an ISO 4217 code");
        }
    }

    Map<String, String> texts(String name) throws MalformedMessage {
        var texts = new TreeMap<String, String>();
        for (var member : members(name).properties()) {
            if (!member.getValue().isValueNode()) {
                throw new MalformedMessage(name + "." + member.getKey() + " must be a value");
            }
            texts.put(member.getKey(), member.getValue().asText());
        }
        return texts;
    }

    Map<String, Long> numbers(String name) throws MalformedMessage {
        var numbers = new TreeMap<String, Long>();
        for (var member : members(name).properties()) {
            numbers.put(member.getKey(), integral(name + "." + member.getKey(), member.getValue()));
        }
        return numbers;
    }

    List<String> textList(String name) throws MalformedMessage {
        var list = new ArrayList<String>();
        var node = root.path(name);
        if (node.size() > 50) {
            throw new MalformedMessage(name + " has more than 50 elements");
        }
        for (var element : node) {
            var text = element.asText();
            list.add(text.length() > 200 ? text.substring(0, 200) : text);
        }
        return list;
    }

    /// The whole message with its keys in order: the same text for the same content.
    String canonical() throws MalformedMessage {
        @SuppressWarnings("unchecked")
        var content = (Map<String, ?>) Json.read(Json.bytes(root, JsonNode.class), Map.class);
        var text = Json.canonical(content);
        if (text.length() > 8_000) {
            throw new MalformedMessage("an event of more than 8000 characters");
        }
        return text;
    }

    /// What a payment was for; empty if the lines make no sense, for that must not lose the payment.
    Optional<Sold> sold() {
        try {
            var lines = new ArrayList<Sold.Line>();
            for (var line : root.path("lines")) {
                lines.add(
                        new Sold.Line(
                                Math.toIntExact(integral("product", line.path("product"))),
                                Math.toIntExact(integral("quantity", line.path("quantity"))),
                                integral("price", line.path("price"))));
            }
            return Optional.of(new Sold(number("priceList", 0, Long.MAX_VALUE), lines));
        } catch (MalformedMessage | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private JsonNode members(String name) throws MalformedMessage {
        var node = root.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new MalformedMessage(name + " must be an object");
        }
        if (node.size() > 200) {
            throw new MalformedMessage(name + " has more than 200 members");
        }
        return node;
    }

    private static long integral(String name, JsonNode node) throws MalformedMessage {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new MalformedMessage(name + " must be a whole number");
        }
        return node.asLong();
    }
}
