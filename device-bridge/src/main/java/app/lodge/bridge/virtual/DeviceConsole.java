package app.lodge.bridge.virtual;

import app.lodge.core.doors.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Drives a virtual device by lines of text, one JSON line back for each:
///
/// ```
/// tap | sell | products | purse | centres | log-on | log-off    at a payment point: see TillConsole
/// tap <uid> <amount>   at a phone, amount in major units such as 3.50
/// open <uid> [medium [pin]]   at a cabinet
/// pin <compartment> <pin>     at a cabinet: no card, a number and a PIN
/// say <kind> [<field>=<value>] …    at a portal: what a holder wants, such as see
/// put | card | payout | fill | empty | inside   at a kiosk or phone: see KioskConsole
/// deposit | swap | log | inside    at a safe: see SafeConsole
/// jam | clear          the way of the notes is blocked | free again
/// offline | online     network cable out | in; online waits until connected
/// settle               waits until every event is safe in the books
/// status
/// quit
/// ```
public final class DeviceConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VirtualDevice device;

    public DeviceConsole(VirtualDevice device) {
        this.device = device;
    }

    /// Runs until `quit` or the end of the input.
    public void run(BufferedReader commands, Appendable answers) {
        try {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var words = line.strip().split("\\s+");
                if (words[0].isEmpty()) {
                    continue;
                }
                var result = new TreeMap<String, Object>(obey(words));
                result.put("command", words[0]);
                answers.append(Json.canonical(result)).append('\n');
                if (answers instanceof java.io.Flushable flushable) {
                    flushable.flush();
                }
                if (words[0].equals("quit")) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> obey(String[] words) {
        try {
            return switch (words[0]) {
                case "deposit", "swap", "log" ->
                        device instanceof VirtualSafe safe
                                ? SafeConsole.obey(safe, words)
                                : wrong(words[0] + ", at a safe");
                case "inside" ->
                        device instanceof VirtualSafe safe
                                ? SafeConsole.obey(safe, words)
                                : cash(words);
                case "jam", "clear" -> {
                    device.tell(
                            "alarm",
                            Map.of("code", Cassette.JAM, "raised", words[0].equals("jam")));
                    yield Map.of("ok", true);
                }
                case "put", "card", "payout", "fill", "empty" -> cash(words);
                case "tap" ->
                        device instanceof VirtualPhone phone && words.length == 3
                                ? TillConsole.tap(phone, words[1], words[2])
                                : till(words);
                case "products", "sell", "purse", "centres", "log-on", "log-off" -> till(words);
                case "open" ->
                        words.length >= 2
                                        && words.length <= 4
                                        && device instanceof VirtualLockerCabinet cabinet
                                ? said(
                                        cabinet.open(
                                                words[1],
                                                words.length > 2 ? words[2] : "",
                                                words.length > 3
                                                        ? words[3].toCharArray()
                                                        : new char[0]))
                                : wrong("open <uid> [<medium> [<pin>]], at a cabinet");
                case "pin" ->
                        words.length == 3
                                        && words[1].matches("[0-9]{1,5}")
                                        && device instanceof VirtualLockerCabinet cabinet
                                ? said(
                                        cabinet.open(
                                                Integer.parseInt(words[1]), words[2].toCharArray()))
                                : wrong("pin <compartment> <pin>, at a cabinet");
                case "say" ->
                        words.length > 1 && device instanceof VirtualPortal portal
                                ? said(portal, words)
                                : wrong("say <kind> [<field>=<value>] …, at a portal");
                case "offline" -> {
                    device.goOffline();
                    yield Map.of("ok", true);
                }
                case "online" -> {
                    device.goOnline();
                    yield Map.of("ok", waitFor(device::connected));
                }
                case "settle" -> Map.of("ok", waitFor(() -> device.unacknowledged() == 0));
                case "status" ->
                        Map.of(
                                "ok", true,
                                "connected", device.connected(),
                                "unacknowledged", device.unacknowledged(),
                                "block", device.listVersion("block"),
                                "allow", device.listVersion("allow"),
                                "price", device.listVersion("price"),
                                "users", device.listVersion("users"),
                                "pin", device.listVersion("pin"));
                case "quit" -> Map.of("ok", true);
                default ->
                        wrong(
                                "tap, sell, products, purse, centres, log-on, log-off, open, pin, deposit, swap, jam, clear, offline, online, settle, status or quit");
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> cash(String[] words) {
        return device instanceof CashDevice cash
                ? KioskConsole.obey(cash, words)
                : wrong(words[0] + ", at a kiosk or phone");
    }

    private Map<String, Object> till(String[] words) {
        return device instanceof VirtualPaymentPoint point
                ? TillConsole.obey(point, words)
                : wrong(TillConsole.usage(words[0]));
    }

    private static Map<String, Object> said(VirtualLockerCabinet.OpenOutcome outcome) {
        return switch (outcome) {
            case VirtualLockerCabinet.OpenOutcome.Opened opened ->
                    Map.of(
                            "ok", true,
                            "result", "opened",
                            "seq", opened.seq(),
                            "compartment", opened.compartment(),
                            "offline", opened.offline());
            case VirtualLockerCabinet.OpenOutcome.Refused(String why) -> refused(why);
        };
    }

    static Map<String, Object> refused(String why) {
        return Map.of("ok", false, "result", "refused", "why", why);
    }

    static Map<String, Object> wrong(String usage) {
        return Map.of("ok", false, "result", "usage", "why", usage);
    }

    private static boolean waitFor(BooleanSupplier condition) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > until) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Without the token: what is said here may be written down.
    private static Map<String, Object> said(VirtualPortal portal, String[] words) {
        var content = new TreeMap<String, String>();
        for (var word : List.of(words).subList(2, words.length)) {
            var at = word.indexOf('=');
            if (at < 1) {
                return wrong("say <kind> [<field>=<value>] …, at a portal");
            }
            content.put(word.substring(0, at), word.substring(at + 1));
        }
        return portal.say(words[1], content)
                .map(answer ->
                        Map.<String, Object>of(
                                "ok",
                                answer.path("ok").asBoolean(),
                                "why",
                                answer.path("why").asText()))
                .orElseGet(() -> Map.of("ok", false, "why", "OFFLINE"));
    }
}
