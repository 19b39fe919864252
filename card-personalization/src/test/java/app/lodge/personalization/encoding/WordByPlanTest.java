package app.lodge.personalization.encoding;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.CardKey;
import app.lodge.personalization.cards.CommMode;
import app.lodge.personalization.cards.DesfireTalk;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A card that was encoded by a plan with a Transaction MAC vouches for what is done on it later.
@Tag("ID-47")
@Tag("CHAIN-14")
class WordByPlanTest {

    private static final String AID = "F51BC0";
    private static final int FILE = 1;

    @TempDir private Path folder;

    @Test
    void aCardMadeByPlanVouchesForItsTransactions() throws Exception {
        var desk = new PlanDesk(folder);
        desk.layBlank(SamplePlans.hidden());
        desk.encode(SamplePlans.hidden());

        try (var link = desk.reader.connect(SOON)) {
            var talk = DesfireTalk.on(link, desk.desk.keys, CLERK);
            assertThat(talk.uid()).isEqualTo(PlanDesk.SEVEN);
            talk.select(AID);
            var files = talk.open(new CardKey.Site(AID, 0, 1));
            files.writeData(FILE, CommMode.FULL, 0, new byte[] {1, 2, 3});
            var proof = files.commitWithProof();

            assertThat(proof.counter()).as("encoding made the first").isEqualTo(2);
            assertThat(talk.vouchedFor(AID, 1, proof)).isTrue();
        }
    }
}
