package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_ASK;

import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What devices asked and what they were told.
final class AskStore {

    /// @param contentHash and `answer`: null if the device has not asked this before
    record Asked(byte @Nullable [] contentHash, @Nullable Authorisation answer) {}

    /// @return empty if there is no such device
    Optional<Asked> find(Tx tx, long device, String ask) {
        return tx.sql()
                .select(DEVICE_ASK.REQUEST_HASH, DEVICE_ASK.ANSWER)
                .from(DEVICE)
                .leftJoin(DEVICE_ASK)
                .on(DEVICE_ASK.DEVICE_ID.eq(DEVICE.ID))
                .and(DEVICE_ASK.ASK_ID.eq(ask))
                .where(DEVICE.ID.eq(device))
                .fetchOptional(row ->
                        new Asked(
                                row.value1(),
                                row.value2() == null
                                        ? null
                                        : Json.read(row.value2(), Authorisation.class)));
    }

    void insert(Tx tx, long device, String ask, byte[] contentHash, Authorisation answer) {
        tx.sql()
                .insertInto(DEVICE_ASK)
                .set(DEVICE_ASK.DEVICE_ID, device)
                .set(DEVICE_ASK.ASK_ID, ask)
                .set(DEVICE_ASK.REQUEST_HASH, contentHash)
                .set(DEVICE_ASK.ANSWER, Json.text(answer, Authorisation.class))
                .set(DEVICE_ASK.AT, tx.nowUtc())
                .execute();
    }
}
