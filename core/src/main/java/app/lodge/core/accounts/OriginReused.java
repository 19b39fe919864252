package app.lodge.core.accounts;

/// A posting's key came again with other content: a fault of the sender (a cloned or reset device),
/// never a repeat. Nothing was booked.
public final class OriginReused extends RuntimeException {

    OriginReused(Origin origin, long posting) {
        super(
                "%s is already posting %d, with other content. Was the device reset or copied?"
                        .formatted(origin, posting));
    }
}
