package app.lodge.bridge.link;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What an event says about cash or a card payment, beside what every event says.
///
/// @param pieces denomination in minor units → how many; empty where the device does not tell notes apart
/// @param seal number of the bag; empty unless emptied
/// @param authorisation the card terminal's reference; empty elsewhere
public record CashUp(Map<Long, Integer> pieces, String seal, String authorisation) {

    private static final int LONGEST_SEAL = 40;
    private static final long LARGEST_DENOMINATION = 10_000_000;
    private static final int MOST_PIECES = 100_000;

    public static CashUp of(Up.Event event) throws MalformedMessage {
        var message = Incoming.read(event.canonical().getBytes(StandardCharsets.UTF_8));
        var pieces = new TreeMap<Long, Integer>();
        for (var one : message.numbers("pieces").entrySet()) {
            pieces.put(denomination(one.getKey()), number(one.getValue()));
        }
        return new CashUp(
                pieces, message.text("seal", LONGEST_SEAL), message.text("authorisation", 64));
    }

    private static long denomination(String text) throws MalformedMessage {
        if (!text.matches("[1-9][0-9]{0,7}") || Long.parseLong(text) > LARGEST_DENOMINATION) {
            throw new MalformedMessage(
                    "pieces name denominations of 1 to %d minor units"
                            .formatted(LARGEST_DENOMINATION));
        }
        return Long.parseLong(text);
    }

    private static int number(long pieces) throws MalformedMessage {
        if (pieces < 0 || pieces > MOST_PIECES) {
            throw new MalformedMessage(
                    "pieces are %d instead of 0 to %d".formatted(pieces, MOST_PIECES));
        }
        return (int) pieces;
    }
}
