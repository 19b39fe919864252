package app.lodge.bridge.link;

import java.util.Optional;

/// Topics of the field protocol, version 1: `lodge/v1/{site}/{device}/up|down/…`.
///
/// @param site 1 to 20 of lower-case letters, digits and `-`
public record Topics(String site) {

    public static final String HELLO = "hello";
    public static final String PRESENCE = "presence";
    public static final String REPORTED = "reported";
    public static final String EVENT = "event";
    public static final String ASK = "ask";
    public static final String RESULT = "result";
    public static final String RENEW = "renew";
    public static final String HOLDER = "holder";
    public static final String FETCH = "fetch";
    public static final String PROGRESS = "progress";

    public static final String DESIRED = "desired";
    public static final String LIST = "list/";

    /// The list of what is refused at once; goes out before all others.
    public static final String BLOCK = "block";

    /// The list of prices, which has entries of its own.
    public static final String PRICES = "price";

    /// The list of PINs, as digests, which has entries of its own.
    public static final String PINS = "pin";

    public static final String COMMAND = "command";
    public static final String ACK = "ack";
    public static final String ANSWER = "answer";
    public static final String CERTIFICATE = "certificate";
    public static final String HOLDER_ANSWER = "holder-answer";
    public static final String FILE = "file";
    public static final String CHUNK = "chunk";

    /// Name under which a device asks for its whole desired configuration in `whole`.
    public static final String WHOLE_DESIRED = "desired";

    /// Whether secrets, codes, tokens of holders or digests of PINs go over it, which no log may have.
    static boolean secret(String topic) {
        return topic.endsWith("/up/" + HOLDER)
                || topic.endsWith("/down/" + HOLDER_ANSWER)
                || topic.endsWith("/down/" + LIST + PINS);
    }

    /// @param tail such as {@link #EVENT}
    public String up(String device, String tail) {
        return of(device) + "/up/" + tail;
    }

    public String down(String device, String tail) {
        return of(device) + "/down/" + tail;
    }

    /// What every device publishes.
    public String allUp() {
        return "lodge/v1/" + site + "/+/up/#";
    }

    /// Reads `lodge/v1/{site}/{device}/up/{tail}`; empty for any other topic.
    public Optional<Up> read(String topic) {
        var start = "lodge/v1/" + site + "/";
        if (!topic.startsWith(start)) {
            return Optional.empty();
        }
        var rest = topic.substring(start.length());
        var slash = rest.indexOf("/up/");
        return slash <= 0 || rest.indexOf('/') != slash
                ? Optional.empty()
                : Optional.of(
                        new Up(rest.substring(0, slash), rest.substring(slash + "/up/".length())));
    }

    public String of(String device) {
        return "lodge/v1/" + site + "/" + device;
    }

    public record Up(String device, String tail) {}
}
