package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.devices.FieldBooks.JoinOutcome;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A device joins the field network with the code that it was given in the office.
final class Joining {

    private final Books books;
    private final Actor system;

    Joining(Books books, Actor system) {
        this.books = books;
        this.system = system;
    }

    /// @param until how long the certificate holds that the device is given
    JoinOutcome redeem(String name, String code, String serial, Instant until) {
        return books.write(
                system,
                tx -> {
                    var row = DeviceStore.named(tx.sql(), name).orElse(null);
                    var refusal = refusal(row, name, code, tx.now());
                    if (row == null || refusal != null) {
                        return new JoinOutcome.Refused(
                                refusal == null ? JoinOutcome.Why.UNKNOWN_DEVICE : refusal);
                    }
                    var id = row.device().id();
                    DeviceStore.joined(tx, id, serial, until);
                    tx.journal(
                            "device.joined",
                            BookedDevices.subject(id),
                            Map.of("serial", serial, "until", until.toString()));
                    return new JoinOutcome.Joined(
                            DeviceStore.find(tx.sql(), id).orElseThrow().asFieldDevice());
                });
    }

    private static JoinOutcome.@Nullable Why refusal(
            DeviceStore.@Nullable Row row, String name, String code, Instant now) {
        if (row == null) {
            return JoinOutcome.Why.UNKNOWN_DEVICE;
        }
        var hash = row.joinCodeHash();
        var until = row.joinCodeUntil();
        if (hash == null || until == null) {
            return JoinOutcome.Why.NO_CODE;
        }
        if (!MessageDigest.isEqual(hash, JoinCodes.hash(name, code))) {
            return JoinOutcome.Why.WRONG_CODE;
        }
        return now.isAfter(until) ? JoinOutcome.Why.CODE_EXPIRED : null;
    }
}
