package app.lodge.bridge.virtual;

import java.util.Map;

/// Lines of text for a virtual safe:
///
/// ```
/// deposit <uid> <pieces> [rejected]    pieces such as 20x1,0.50x3
/// swap <uid> <cassette> <next>
/// log <word>
/// inside
/// ```
final class SafeConsole {

    private SafeConsole() {}

    /// @throws IllegalArgumentException if the words are none of these
    static Map<String, Object> obey(VirtualSafe safe, String[] words) {
        return switch (words[0] + " " + (words.length - 1)) {
            case "deposit 2" ->
                    said(safe.deposit(words[1], KioskConsole.pieces(safe.currency(), words[2]), 0));
            case "deposit 3" ->
                    said(
                            safe.deposit(
                                    words[1],
                                    KioskConsole.pieces(safe.currency(), words[2]),
                                    Integer.parseInt(words[3])));
            case "swap 3" -> said(safe.swap(words[1], words[2], words[3]));
            case "log 1" -> Map.of("ok", true, "seq", safe.log(words[1]));
            case "inside 0" -> Map.of("ok", true, "minor", safe.inside());
            default ->
                    throw new IllegalArgumentException(
                            "deposit <uid> <pieces> [rejected], swap <uid> <cassette> <next>,"
                                    + " log <word> or inside");
        };
    }

    private static Map<String, Object> said(VirtualSafe.SafeOutcome outcome) {
        return switch (outcome) {
            case VirtualSafe.SafeOutcome.Done(long seq, var amount) ->
                    Map.of("ok", true, "seq", seq, "minor", amount.minor());
            case VirtualSafe.SafeOutcome.Refused(String why) ->
                    Map.of("ok", false, "result", "refused", "why", why);
        };
    }
}
