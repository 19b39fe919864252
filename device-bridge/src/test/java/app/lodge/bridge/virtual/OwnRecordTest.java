package app.lodge.bridge.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.OwnRecord.Difference;
import app.lodge.bridge.virtual.OwnRecord.Difference.What;
import app.lodge.core.devices.FieldBooks.BookedEvent;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The comparison by which runs with faults are judged can itself say no.
@Tag("ID-15")
class OwnRecordTest {

    private static final String PAYMENT =
            "{\"amount\":{\"currency\":\"EUR\",\"minor\":350},\"kind\":\"payment\",\"seq\":1}";
    private static final String LOG = "{\"kind\":\"log\",\"seq\":2}";
    private static final OwnRecord RECORD = new OwnRecord("till-1", List.of(PAYMENT, LOG));

    @Test
    void agreesWhereEveryEventIsBookedWithItsAmount() {
        assertThat(
                        RECORD.differences(
                                List.of(
                                        new BookedEvent(1, PAYMENT, 350),
                                        new BookedEvent(2, LOG, 0))))
                .isEmpty();
        assertThat(RECORD.paid()).isEqualTo(350);
    }

    @Test
    void seesALostEventAnInventedOneAChangedOneAndACentTooMany() {
        assertThat(RECORD.differences(List.of(new BookedEvent(1, PAYMENT, 350))))
                .containsExactly(new Difference("till-1", 2, What.NOT_IN_THE_BOOKS));
        assertThat(
                        RECORD.differences(
                                List.of(
                                        new BookedEvent(1, PAYMENT, 351),
                                        new BookedEvent(2, "{}", 0),
                                        new BookedEvent(3, LOG, 0))))
                .containsExactly(
                        new Difference("till-1", 1, What.OTHER_AMOUNT),
                        new Difference("till-1", 2, What.OTHER_CONTENT),
                        new Difference("till-1", 3, What.NOT_IN_THE_RECORD));
    }
}
