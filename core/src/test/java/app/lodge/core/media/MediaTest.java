package app.lodge.core.media;

import static app.lodge.core.media.MediaDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Media.BlockOutcome.Blocked;
import app.lodge.core.media.Media.BlockOutcome.NotPossible;
import app.lodge.core.media.Media.BlockOutcome.Unblocked;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-41")
class MediaTest {

    private final MediaDesk desk = new MediaDesk();
    private final PersonId ada = desk.person(PersonState.ACTIVE);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void blocksWithAReasonAndOnce() {
        var medium = desk.issued(ada);
        var request = RequestId.fresh();

        var outcome = desk.media.block(CLERK, request, medium.id(), BlockReason.LOST);

        assertThat(outcome).isInstanceOf(Blocked.class);
        assertThat(((Blocked) outcome).medium().blockReason()).isEqualTo(BlockReason.LOST);
        assertThat(desk.media.block(CLERK, request, medium.id(), BlockReason.LOST))
                .isEqualTo(outcome);
        assertThat(desk.media.block(CLERK, RequestId.fresh(), medium.id(), BlockReason.LOST))
                .isEqualTo(new NotPossible(MediumState.BLOCKED));
        assertThat(desk.journal()).endsWith("media.blocked medium:1");
    }

    @Test
    @Tag("ID-44")
    void letsAFoundCardLiveAgainUnlessItWasReplaced() {
        var found = desk.issued(ada);
        desk.media.block(CLERK, RequestId.fresh(), found.id(), BlockReason.LOST);

        var outcome = desk.media.unblock(CLERK, RequestId.fresh(), found.id());
        assertThat(outcome).isInstanceOf(Unblocked.class);
        assertThat(((Unblocked) outcome).medium().blockReason()).isNull();

        desk.media.block(CLERK, RequestId.fresh(), found.id(), BlockReason.LOST);
        desk.issued(ada);
        assertThat(desk.media.unblock(CLERK, RequestId.fresh(), found.id()))
                .isEqualTo(new NotPossible(MediumState.REPLACED));
    }

    @Test
    @Tag("ID-53")
    void listsIssuedCardsInPagesNewestFirst() {
        for (int i = 0; i < 7; i++) {
            desk.issued(desk.person(PersonState.ACTIVE));
        }
        desk.ordered(ada);
        var seen = new ArrayList<Long>();
        String after = null;
        do {
            var page = desk.media.list(CLERK, after, 3);
            page.rows().forEach(medium -> seen.add(medium.id().number()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void findsThePersonBehindAChip() {
        var medium = desk.issued(ada);

        assertThat(desk.media.withUid(CLERK, medium.uid())).contains(medium);
        assertThat(desk.media.ofPerson(CLERK, ada)).containsExactly(medium);
        var credential =
                desk.books.write(
                        MediaDesk.SYSTEM, tx -> Credentials.inBooks().find(tx, medium.uid()));
        assertThat(credential)
                .contains(new Credentials.Credential(medium.id(), MediumState.ACTIVE, ada));
    }

    @Test
    void namesAnUnknownMedium() {
        assertThatThrownBy(() ->
                        desk.media.block(
                                CLERK, RequestId.fresh(), new MediumId(77), BlockReason.LOST))
                .hasMessage("There is no medium 77");
    }
}
