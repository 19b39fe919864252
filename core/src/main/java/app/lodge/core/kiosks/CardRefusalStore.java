package app.lodge.core.kiosks;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.kiosks.CardRefusals.CardRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Card payments that came to nothing, as rows of the journal.
final class CardRefusalStore {

    private static final String KIND = "kiosk.card-refused";
    private static final String SUBJECT = "device:";

    private CardRefusalStore() {}

    static void note(
            Tx tx, long device, KioskTraffic.CardPayment payment, String reference, String remark) {
        tx.journal(
                KIND,
                SUBJECT + device,
                Map.of(
                        "seq",
                        payment.seq(),
                        "reference",
                        reference,
                        "amount",
                        payment.amount().toString(),
                        "remark",
                        remark));
    }

    static List<CardRefusal> since(DSLContext sql, Instant from) {
        var rows =
                sql.select(JOURNAL.SUBJECT, JOURNAL.CONTENT)
                        .from(JOURNAL)
                        .where(JOURNAL.KIND.eq(KIND), JOURNAL.AT.ge(Tx.utc(from)))
                        .orderBy(JOURNAL.AT, JOURNAL.ID)
                        .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var labels =
                sql.select(DEVICE.ID, DEVICE.LABEL).from(DEVICE).fetchMap(DEVICE.ID, DEVICE.LABEL);
        return rows.map(row -> {
            var device = Long.parseLong(row.value1().substring(SUBJECT.length()));
            var content = Json.read(row.value2(), Map.class);
            return new CardRefusal(
                    device,
                    labels.getOrDefault(device, ""),
                    String.valueOf(content.get("reference")),
                    String.valueOf(content.get("amount")));
        });
    }
}
