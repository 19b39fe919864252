package app.lodge.core.kiosks;

import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a kiosk, phone or safe did with cash.
///
/// @param seq the device's own count, from 1
/// @param credential the holder's medium, or that of whoever emptied or filled it; null for none
/// @param askId of the pay-out's ask; empty elsewhere
/// @param amount zero or above
/// @param pieces denomination in minor units → how many; empty where the device does not tell notes apart
/// @param seal number of the bag; empty unless emptied
public record CashEvent(
        long seq,
        Kind kind,
        Instant at,
        @Nullable Uid credential,
        String askId,
        Money amount,
        Map<Long, Integer> pieces,
        String seal) {

    /// What happened.
    public enum Kind {
        /// A holder put money in.
        CASH_IN(1),
        /// Money really came out to a holder.
        CASH_OUT(-1),
        /// Money left in a sealed bag, or was handed in.
        EMPTIED(-1),
        /// A change float came from the safe.
        FILLED(1),
        /// Somebody counted money into a safe (SAFE-01).
        DEPOSIT(1);

        private final int direction;

        Kind(int direction) {
            this.direction = direction;
        }

        int direction() {
            return direction;
        }
    }

    public CashEvent {
        pieces = Map.copyOf(pieces);
    }

    /// Below zero for what left the device.
    Money intoDevice() {
        return kind.direction() > 0 ? amount : amount.negated();
    }

    /// What it says of itself, for the ledger's key and for the journal.
    Map<String, Object> content() {
        var content = new TreeMap<String, Object>();
        content.put("seq", seq);
        content.put("kind", kind.name());
        content.put("at", at.toString());
        content.put("amount", intoDevice().minor());
        content.put("currency", amount.currency().getCurrencyCode());
        content.put("pieces", signedPieces());
        if (!askId.isEmpty()) {
            content.put("ask", askId);
        }
        if (!seal.isEmpty()) {
            content.put("seal", seal);
        }
        return content;
    }

    /// Below zero for what left the device.
    private Map<String, Integer> signedPieces() {
        var signed = new TreeMap<String, Integer>();
        pieces.forEach((denomination, number) -> {
            if (number != 0) {
                signed.put(Long.toString(denomination), kind.direction() * number);
            }
        });
        return signed;
    }
}
