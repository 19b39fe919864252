package app.lodge.bridge.link;

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
    public record Entry(String credential, List<Integer> compartments) {}

    /// @param verb `resend` with args `from` and `to`, `locate`, `restart`, `renew`
    /// @param expires after this the device must not execute it
    public record Command(String id, String verb, Map<String, String> args, Instant expires) {}

    /// A device's next certificate, both in PEM.
    public record Certificate(String certificate, String authority) {}

    /// Events up to this number are safe in the books.
    public record Ack(long upTo) {}

    public record Amount(long minor, String currency) {}

    /// A cost centre that the payer may choose.
    ///
    /// @param code as an ask to pay names it
    /// @param preferred charged when nothing is chosen
    public record Centre(String code, String name, boolean preferred) {}

    /// The answer to an ask, or to a hello (id `hello`, `ok`, time only).
    ///
    /// @param why a word of the protocol if not ok; else empty
    /// @param hold number of the reservation; 0 for none
    /// @param available what the holder still has, after this payment; null unless asked to pay
    /// @param validUntil until when the reservation stands
    /// @param compartment to open; 0 for none
    /// @param time the bridge's clock
    /// @param costCentres to choose from, the default first; null unless asked for
    /// @param purseKeys a terminal's key set, sealed to its own key, base64; null unless asked for
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
            @Nullable String purseKeys) {

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
            this(id, ok, why, hold, amount, available, validUntil, compartment, time, null, null);
        }

        public static Answer greeting(Instant time) {
            return new Answer("hello", true, "", 0, null, null, null, 0, time);
        }

        public static Answer choices(String id, List<Centre> centres, Instant time) {
            return new Answer(id, true, "", 0, null, null, null, 0, time, centres, null);
        }

        public static Answer keys(String id, String sealed, Instant time) {
            return new Answer(id, true, "", 0, null, null, null, 0, time, null, sealed);
        }

        public static Answer no(String id, String why, @Nullable Amount available, Instant time) {
            return new Answer(id, false, why, 0, null, available, null, 0, time);
        }
    }
}
