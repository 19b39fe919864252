package app.lodge.bridge.link;

import app.lodge.core.accounts.Sold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages from devices, read with suspicion: sizes, ranges and forms are checked here.
public final class Up {

    private Up() {}

    /// @param clock the device's clock when it sent this
    public record Hello(int protocol, String kind, String program, Instant clock, long lastSeq) {

        public static Hello read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            return new Hello(
                    message.integer("protocol", 1, 1_000),
                    message.text("kind", 32),
                    message.text("program", 64),
                    message.time("at"),
                    message.number("lastSeq", 0, Long.MAX_VALUE));
        }

        public Duration offset(Instant ours) {
            return Duration.between(ours, clock);
        }
    }

    public record Presence(boolean online) {

        public static Presence read(byte[] payload) throws MalformedMessage {
            return new Presence(Incoming.read(payload).truth("online"));
        }
    }

    /// @param lists name → version held
    /// @param whole lists that the device asks for from the beginning
    public record Reported(
            int version,
            Map<String, String> config,
            List<String> errors,
            Map<String, Long> lists,
            List<String> whole) {

        public static Reported read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            return new Reported(
                    message.integer("version", 0, Integer.MAX_VALUE),
                    message.texts("config"),
                    message.textList("errors"),
                    message.numbers("lists"),
                    message.textList("whole"));
        }
    }

    /// @param credential upper-case hex or empty
    /// @param amount null where no money moved
    /// @param askId of the ask that went before; empty for none
    /// @param costCentre chosen at the point; empty for the holder's default
    /// @param record of a purse, 96 upper-case hex digits; empty elsewhere
    /// @param sold what a payment was for
    /// @param soldReadable false if there were lines that cannot be: the payment counts all the same
    /// @param canonical the whole message, one text for one content
    public record Event(
            long seq,
            String kind,
            Instant at,
            String credential,
            Down.@Nullable Amount amount,
            String askId,
            String costCentre,
            String record,
            Sold sold,
            boolean soldReadable,
            String canonical) {

        /// The same by another credential: that by which the books know what was shown.
        public Event by(String other) {
            return new Event(
                    seq,
                    kind,
                    at,
                    other,
                    amount,
                    askId,
                    costCentre,
                    record,
                    sold,
                    soldReadable,
                    canonical);
        }

        public static Event read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            var sold = message.sold();
            return new Event(
                    message.number("seq", 1, Long.MAX_VALUE),
                    message.word("kind"),
                    message.time("at"),
                    message.credential("credential"),
                    message.amount("amount"),
                    message.text("askId", 64),
                    message.text("costCentre", 24),
                    message.text("record", 96),
                    sold.orElse(Sold.NOTHING_SAID),
                    sold.isPresent(),
                    message.canonical());
        }
    }

    /// What an operator's card says at a terminal: its challenge first, then its answer to ours.
    ///
    /// @param keyVersion of the card's key, 0 in the second ask
    /// @param challenge the card's, 32 hex digits; empty in the second ask
    /// @param session of the first answer; empty in the first ask
    /// @param proof the card's answer, 64 hex digits; empty in the first ask
    /// @param sealedPin base64; empty where the terminal asks for the card only
    public record Proof(
            int keyVersion, String challenge, String session, String proof, String sealedPin) {

        static Proof read(Incoming message) throws MalformedMessage {
            return new Proof(
                    message.integer("keyVersion", 0, 255),
                    message.text("challenge", 32),
                    message.text("session", 64),
                    message.text("proof", 64),
                    message.text("sealedPin", 600));
        }
    }

    /// @param kind `pay`, `open`, `centres`, `purse-keys`, `operator-card` or `operator`
    /// @param compartment 0 for whichever is the holder's
    /// @param costCentre chosen at the point; empty for the holder's default
    /// @param medium what the reader of a locker terminal read, such as `desfire`; empty if it does not tell
    /// @param publicKey the device's own, base64 of X.509; empty unless keys are asked for
    public record Ask(
            String id,
            String kind,
            String credential,
            Down.@Nullable Amount amount,
            int compartment,
            String medium,
            String costCentre,
            String publicKey,
            Instant at,
            Instant deadline,
            Proof proof) {

        /// The same for another credential: that by which the books know what was shown.
        public Ask by(String other) {
            return new Ask(
                    id,
                    kind,
                    other,
                    amount,
                    compartment,
                    medium,
                    costCentre,
                    publicKey,
                    at,
                    deadline,
                    proof);
        }

        public static Ask read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            return new Ask(
                    message.required("id", 64),
                    message.word("kind"),
                    message.credential("credential"),
                    message.amount("amount"),
                    message.integer("compartment", 0, 10_000),
                    message.text("medium", 16),
                    message.text("costCentre", 24),
                    message.text("publicKey", 600),
                    message.time("at"),
                    message.time("deadline"),
                    Proof.read(message));
        }
    }

    /// What became of a command.
    ///
    /// @param detail a word such as `UNKNOWN_VERB` or `EXPIRED`, or a sentence; at most 400 characters
    public record Result(String id, boolean ok, String detail) {

        public static Result read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            return new Result(
                    message.required("id", 64), message.truth("ok"), message.text("detail", 400));
        }
    }

    /// A device asks for its next certificate.
    ///
    /// @param request PKCS #10 in PEM
    public record Renew(String request) {

        public static Renew read(byte[] payload) throws MalformedMessage {
            return new Renew(Incoming.read(payload).required("request", 8_000));
        }
    }

    /// A device asks for parts of a file that was offered to it.
    ///
    /// @param from number of the first part, from 0
    public record Fetch(String id, int from, int count) {

        public static final int MOST = 16;

        public static Fetch read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            return new Fetch(
                    message.required("id", 64),
                    message.integer("from", 0, 1_000_000),
                    message.integer("count", 1, MOST));
        }
    }

    /// How far a file is.
    ///
    /// @param state a word of the protocol: `downloading` … `installed`
    /// @param received bytes
    /// @param detail a word such as `DISK_FULL`, or a sentence; at most 200 characters
    public record Progress(String id, String state, long received, String detail) {

        public static Progress read(byte[] payload) throws MalformedMessage {
            var message = Incoming.read(payload);
            return new Progress(
                    message.required("id", 64),
                    message.word("state"),
                    message.number("received", 0, Long.MAX_VALUE),
                    message.text("detail", 200));
        }
    }
}
