package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.books.Answers;
import app.lodge.core.books.Change;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What devices asked and what they were told.
final class AskStore {

    /// @param contentHash and `answer`: null if the device has not asked this before
    record Asked(byte @Nullable [] contentHash, @Nullable Authorisation answer) {}

    private static final Question<Asked> ASKED =
            new Question<>(
                    "select a.request_hash, a.answer from device d"
                            + " left join device_ask a on a.device_id = d.id and a.ask_id = ? where d.id = ?",
                    row -> {
                        var answer = row.getString(2);
                        return new Asked(
                                row.getBytes(1),
                                answer == null ? null : Json.read(answer, Authorisation.class));
                    });

    private static final Change INSERT =
            Change.insert(
                    "device_ask",
                    "device_id bigint",
                    "ask_id varchar",
                    "request_hash bytea",
                    "answer varchar",
                    "at timestamp");

    /// @return empty if there is no such device
    Optional<Asked> find(Answers answers, long device, String ask) {
        return answers.find(ASKED, ask, device);
    }

    void insert(Tx tx, long device, String ask, byte[] contentHash, Authorisation answer) {
        tx.statements()
                .later(
                        INSERT,
                        device,
                        ask,
                        contentHash,
                        Json.text(answer, Authorisation.class),
                        tx.nowUtc());
        tx.statements().told(new Asked(contentHash, answer), ASKED, ask, device);
    }
}
