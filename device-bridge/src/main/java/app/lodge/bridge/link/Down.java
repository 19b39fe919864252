package app.lodge.bridge.link;

import app.lodge.core.products.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Messages to devices, as `docs/field-protocol` describes them.
public final class Down {

    private Down() {}

    /// The desired configuration (retained): the whole of it, or what changed since `base`.
    ///
    /// @param base version that the delta leads from; null with the whole document
    /// @param config the whole document; null with a delta
    /// @param delta key → new value, or null where the key is to go; null with the whole document
    public record Desired(
            int version,
            @Nullable Integer base,
            @Nullable Map<String, String> config,
            @Nullable Map<String, @Nullable String> delta) {

        public static Desired whole(int version, Map<String, String> config) {
            return new Desired(version, null, config, null);
        }

        /// What leads from one document to the next.
        public static Desired change(
                int base, Map<String, String> before, int version, Map<String, String> after) {
            var delta = new TreeMap<String, @Nullable String>();
            before.keySet().stream()
                    .filter(key -> !after.containsKey(key))
                    .forEach(key -> delta.put(key, null));
            after.forEach((key, value) -> {
                if (!value.equals(before.get(key))) {
                    delta.put(key, value);
                }
            });
            return new Desired(version, base, null, delta);
        }
    }

    /// Applies to any held version from `base` to `version`; base 0 replaces the whole list.
    public record ListDelta(long version, long base, List<Entry> add, List<String> remove) {}

    /// @param compartments that the credential opens; empty at payment points
    /// @param groups of its holder that prices depend on; null for none
    /// @param user what its holder may do at a safe; null elsewhere
    public record Entry(
            String credential,
            List<Integer> compartments,
            @Nullable List<Long> groups,
            @Nullable User user) {

        public Entry(String credential, List<Integer> compartments) {
            this(credential, compartments, null, null);
        }
    }

    /// @param may words such as `deposit`, `open`, `service`
    /// @param from inclusive
    /// @param until exclusive; null for no end
    public record User(List<String> may, Instant from, @Nullable Instant until) {}

    /// The list `price` of a payment point: versions as those of any list, entries of its own.
    ///
    /// @param add empty, and so is `remove`: for whoever reads every list alike
    /// @param zone whose clocks count for hours
    /// @param prices new or changed
    /// @param withdrawn numbers of prices
    public record PriceDelta(
            long version,
            long base,
            List<Entry> add,
            List<String> remove,
            String zone,
            List<Offer> prices,
            List<Long> withdrawn) {

        public PriceDelta(
                long version, long base, String zone, List<Offer> prices, List<Long> withdrawn) {
            this(version, base, List.of(), List.of(), zone, prices, withdrawn);
        }
    }

    /// The list `pin` of a cabinet: versions as those of any list, entries of its own.
    ///
    /// @param add empty, and so is `remove`: for whoever reads every list alike
    /// @param pins new or changed
    /// @param withdrawn numbers of compartments
    public record PinDelta(
            long version,
            long base,
            List<Entry> add,
            List<String> remove,
            List<Pin> pins,
            List<Integer> withdrawn) {

        public PinDelta(long version, long base, List<Pin> pins, List<Integer> withdrawn) {
            this(version, base, List.of(), List.of(), pins, withdrawn);
        }
    }

    /// @param digest Argon2id in PHC string form: `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`
    public record Pin(int compartment, String digest) {

        /// Without the digest.
        @Override
        public String toString() {
            return "Pin[compartment=" + compartment + "]";
        }
    }

    /// @param verb `resend` with args `from` and `to`, `locate`, `restart`, `renew`
    /// @param expires after this the device must not execute it
    public record Command(String id, String verb, Map<String, String> args, Instant expires) {}

    /// A device's next certificate, both in PEM.
    public record Certificate(String certificate, String authority) {}

    /// A file that the device is to fetch, or the order to take the one before back.
    ///
    /// @param id of the roll-out; the device names it in all that it says of this file
    /// @param action `install` or `go-back`
    /// @param kind `program`, `image` or `message`
    /// @param language and `client`: empty where it is all the same
    /// @param showFrom and `showUntil`: of images and messages; null for no end
    /// @param sha256 upper-case hex
    /// @param signature Ed25519 over the lines of the protocol's *signed text*
    /// @param certificate of the key that signed, issued by the site's authority, in PEM
    /// @param chunk bytes of every chunk but the last
    /// @param install `at-once`, or `on-request` of somebody at the device
    /// @param until after this it must not be installed; null for no end
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    public record File(
            String id,
            String action,
            String kind,
            String name,
            String version,
            String language,
            String client,
            @Nullable Instant showFrom,
            @Nullable Instant showUntil,
            String mediaType,
            long size,
            String sha256,
            byte[] signature,
            String certificate,
            int chunk,
            String install,
            @Nullable Instant until) {}

    /// A part of a file, counted from 0.
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    public record Chunk(String id, int number, byte[] data) {}

    /// Events up to this number are safe in the books.
    public record Ack(long upTo) {}

    public record Amount(long minor, String currency) {}

    /// A cost centre that the payer may choose.
    ///
    /// @param code as an ask to pay names it
    /// @param preferred charged when nothing is chosen
    public record Centre(String code, String name, boolean preferred) {}

    /// The limit or budget that was in the way: which, whose, and what remains of it. Never says who.
    ///
    /// @param rule such as `SPENT_PER_DAY`, or `BUDGET`
    /// @param whose `ACCOUNT`, `GROUP`, `SITE` or `COST_CENTRE`
    /// @param remains null where the limit counts payments
    /// @param times payments that remain; null where the limit is an amount
    /// @param text for the display
    /// @param language of the text, such as `de`
    public record Limit(
            String rule,
            String whose,
            @Nullable Amount remains,
            @Nullable Long times,
            String text,
            String language) {}

    /// To a terminal at which an operator logs on: what the card wants to hear, or who it is.
    ///
    /// @param session and `token` (hex) and `publicKey` (base64, to seal the PIN to): in the first answer
    /// @param card its number, and its level: in the second
    public record Operator(
            @Nullable String session,
            @Nullable String token,
            @Nullable String publicKey,
            @Nullable Long card,
            @Nullable String level) {

        public static Operator asked(String session, String token, String publicKey) {
            return new Operator(session, token, publicKey, null, null);
        }

        public static Operator on(long card, String level) {
            return new Operator(null, null, null, card, level);
        }
    }

    /// The answer to an ask, or to a hello (id `hello`, `ok`, time only).
    ///
    /// @param why a word of the protocol if not ok; else empty
    /// @param hold number of the reservation; 0 for none
    /// @param available what the holder still has, after this payment; null unless asked to pay
    /// @param validUntil until when the reservation stands
    /// @param compartment to open; 0 for none
    /// @param time the bridge's clock
    /// @param costCentres to choose from, the default first; null unless asked for
    /// @param operator while one logs on; else null
    /// @param purseKeys a terminal's key set, sealed to its own key, base64; null unless asked for
    /// @param limit that was in the way; null if none was
    public record Answer(
            String id,
            boolean ok,
            String why,
            long hold,
            @Nullable Amount amount,
            @Nullable Amount available,
            @Nullable Instant validUntil,
            int compartment,
            Instant time,
            @Nullable List<Centre> costCentres,
            @Nullable String purseKeys,
            @Nullable Operator operator,
            @Nullable Limit limit) {

        public Answer(
                String id,
                boolean ok,
                String why,
                long hold,
                @Nullable Amount amount,
                @Nullable Amount available,
                @Nullable Instant validUntil,
                int compartment,
                Instant time) {
            this(
                    id,
                    ok,
                    why,
                    hold,
                    amount,
                    available,
                    validUntil,
                    compartment,
                    time,
                    null,
                    null,
                    null,
                    null);
        }

        public static Answer greeting(Instant time) {
            return new Answer("hello", true, "", 0, null, null, null, 0, time);
        }

        public static Answer choices(String id, List<Centre> centres, Instant time) {
            return new Answer(
                    id, true, "", 0, null, null, null, 0, time, centres, null, null, null);
        }

        public static Answer keys(String id, String sealed, Instant time) {
            return new Answer(id, true, "", 0, null, null, null, 0, time, null, sealed, null, null);
        }

        public static Answer limited(
                String id,
                String why,
                @Nullable Amount available,
                Instant time,
                @Nullable Limit limit) {
            return new Answer(
                    id, false, why, 0, null, available, null, 0, time, null, null, null, limit);
        }

        public static Answer operator(String id, Operator operator, Instant time) {
            return new Answer(
                    id, true, "", 0, null, null, null, 0, time, null, null, operator, null);
        }

        public static Answer no(String id, String why, @Nullable Amount available, Instant time) {
            return new Answer(id, false, why, 0, null, available, null, 0, time);
        }
    }
}
