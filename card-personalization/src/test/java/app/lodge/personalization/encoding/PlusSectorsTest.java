package app.lodge.personalization.encoding;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium.Plus;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.plus.PlusCard;
import app.lodge.personalization.plus.PlusCard.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No sector of a Plus keeps the key that it came with, named in the plan or not. Once a card of 2K was
/// taken for one of 1K, and its sectors 16 to 31 stayed open to whoever knows the factory's key.
@Tag("ID-47")
@Tag("CHAIN-08")
class PlusSectorsTest {

    private static final int FIRST_LEFT_OPEN = 16;

    @TempDir private Path folder;
    private PlanDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new PlanDesk(folder);
    }

    private static EncodingPlan sized(int bytes) {
        var plan = SamplePlans.plus();
        var plus = (Plus) plan.medium();
        return new EncodingPlan(
                plan.name(),
                plan.version(),
                plan.note(),
                new Plus(bytes, true, plus.sectors()),
                plan.readBack(),
                plan.irreversible());
    }

    private boolean opensWithTheFactorysKey(ClassicSize size, int sector, Side side)
            throws DeviceException {
        try (var link = desk.reader.connect(SOON)) {
            return new PlusCard(link, size)
                    .authenticateFirst(PlusCard.sectorKey(sector, side), PlusCard.factoryKey());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 4096})
    void everySectorIsClosed(int bytes) throws Exception {
        var size = ClassicSize.plus(bytes);
        assertThat(size.sectors()).isEqualTo(bytes == 4096 ? 40 : 32);
        desk.layBlank(sized(bytes));
        desk.encode(sized(bytes), Optional.empty(), Step.Log.none());
        for (int sector = 0; sector < size.sectors(); sector++) {
            for (var side : Side.values()) {
                assertThat(opensWithTheFactorysKey(size, sector, side))
                        .as("sector %d, key %s", sector, side)
                        .isFalse();
            }
        }
    }

    /// A card as it was personalised when 2K counted as 1K.
    private void layHalfOpen() throws DeviceException {
        desk.layBlank(sized(2048));
        var site = desk.desk.keys.keySet(CLERK);
        var grown = new StorageKeys(desk.desk.keys, CLERK, PlanDesk.SEVEN, site);
        try (var link = desk.reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.TWO_K);
            for (int sector = 0; sector < FIRST_LEFT_OPEN; sector++) {
                for (var side : Side.values()) {
                    int number = PlusCard.sectorKey(sector, side);
                    card.personalise(number, grown.plus(site.version(), number));
                }
            }
            for (int number : PlusRollOver.CARD) {
                card.personalise(number, grown.plus(site.version(), number));
            }
            card.commit(PlanDesk.SEVEN, PlanDesk.SEVEN);
        }
    }

    /// @param rolledOver whether the site's keys are renewed at the same time
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasLeftOpenIsFoundAndClosedTornOrNot(boolean rolledOver) throws Exception {
        var plan = sized(2048);
        var size = ClassicSize.TWO_K;
        for (int tornAt : new int[] {-1, 30, 90}) {
            desk.desk.keyVersion = 1;
            layHalfOpen();
            desk.desk.keyVersion = rolledOver ? 2 : 1;
            assertThat(opensWithTheFactorysKey(size, FIRST_LEFT_OPEN, Side.A)).isTrue();
            var fault = catchThrowableOfType(DeviceException.class, () -> desk.verify(plan));
            assertThat(fault.fault()).isInstanceOf(DeviceFault.KeyRefused.class);
            var steps = new ArrayList<Step>();
            if (tornAt >= 0) {
                desk.reader.tear(tornAt, true);
                assertThat(catchThrowableOfType(DeviceException.class, () -> desk.encode(plan)))
                        .isNotNull();
            }
            desk.encode(plan, PlanDesk.HANNAH, steps::add);
            for (int sector = FIRST_LEFT_OPEN; sector < size.sectors(); sector++) {
                assertThat(opensWithTheFactorysKey(size, sector, Side.A)).isFalse();
                assertThat(opensWithTheFactorysKey(size, sector, Side.B)).isFalse();
            }
            assertThat(steps).extracting(Step::kind).contains(Step.Kind.CHANGE_KEY);
            var again = new ArrayList<Step>();
            desk.encode(plan, PlanDesk.HANNAH, again::add);
            assertThat(again).extracting(Step::kind).doesNotContain(Step.Kind.CHANGE_KEY);
        }
    }
}
