package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.recognition.Recogniser;
import app.lodge.personalization.virtual.VirtualReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several readers at once on the real pcscd, and none while it is down.
@Tag("ID-47")
@ExtendWith(PcscDaemon.class)
class ReadersComeAndGoTest {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Uid FOUR = new Uid("DEADBEEF");

    private static String acr122() {
        var name =
                PcscReaders.list().stream()
                        .filter(each -> each.startsWith(PcscDaemon.ACR122))
                        .findFirst();
        Assumptions.assumeTrue(name.isPresent(), "SKIPPED: needs a pcscd of its own");
        return name.orElseThrow();
    }

    @Test
    void eachCardIsSeenOnItsOwnReader() throws Exception {
        var second = acr122();
        var classic = VirtualStorageCard.classic(ClassicSize.ONE_K, FOUR);
        try (var one = VirtualReader.lay(CardDesk.blank());
                var two = VirtualReader.layAt(classic, second, PcscDaemon.ACR122_PORT)) {
            assertThat(one.name()).isEqualTo(VirtualReader.PCSC_NAME);
            assertThat(two.name()).isEqualTo(second);
            assertThat(new Recogniser().look(one, WAIT).uid()).contains(UID);
            assertThat(new Recogniser().look(two, WAIT).uid()).contains(FOUR);
        }
    }

    @Test
    void theListIsEmptyWhileTheServiceIsDownAndWholeAfterwards() throws Exception {
        acr122();
        var before = PcscReaders.list();
        boolean restarted =
                PcscDaemon.restart(() -> assertThat(PcscReaders.list()).isEqualTo(List.of()));
        Assumptions.assumeTrue(restarted, "SKIPPED: needs a pcscd of its own");
        assertThat(PcscReaders.list()).isEqualTo(before);
    }
}
