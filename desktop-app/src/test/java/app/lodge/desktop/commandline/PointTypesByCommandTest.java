package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.SyncState;
import app.lodge.core.points.PointType;
import app.lodge.core.points.PointTypes.GiveOutcome;
import app.lodge.core.points.PointTypes.PutOutcome;
import app.lodge.core.points.PointTypes.Typed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge point-type`: the list, another one, another name, and what a point is.
@Tag("ID-14")
class PointTypesByCommandTest {

    private static final DeviceId TILL = new DeviceId(3);

    @TempDir Path folder;
    private CommandRun site;

    @BeforeEach
    void site() {
        site = new CommandRun(folder, Locale.GERMAN);
        site.answering(
                "Devices.named",
                given ->
                        given.getFirst().equals("till-1") ? Optional.of(till()) : Optional.empty());
    }

    private static DeviceView till() {
        return new DeviceView(
                new Device(TILL, "till-1", DeviceKind.PAYMENT_POINT, "Till", "", true, null),
                true,
                "",
                Instant.EPOCH,
                SyncState.IN_SYNC,
                1,
                Map.of(),
                1,
                Map.of(),
                List.of(),
                List.of(),
                0,
                "");
    }

    @Test
    void theListIsInTheLanguageOfWhoeverAsks() {
        site.answering(
                "PointTypes.list",
                _ ->
                        List.of(
                                new PointType("canteen", "", false),
                                new PointType("salad-bar", "Salatbuffet", true)));
        assertThat(site.run("point-type", "list", "--as", "anna")).isZero();
        assertThat(site.out.lines())
                .containsExactly("canteen  Kantine", "salad-bar  Salatbuffet (stillgelegt)");
    }

    @Test
    void aTypeIsPutWithAndWithoutAName() {
        site.answering("PointTypes.put", given -> new PutOutcome.Done((PointType) given.get(1)));
        assertThat(site.run("point-type", "put", "salad-bar", "Salatbuffet", "--as", "anna"))
                .isZero();
        assertThat(site.out).isEqualTo("salad-bar  Salatbuffet\n");
        assertThat(site.run("point-type", "put", "copier", "--retired", "--as", "anna")).isZero();
        assertThat(site.out).isEqualTo("copier  Kopierer (stillgelegt)\n");
    }

    @Test
    void whatWillNotDoIsNamed() {
        site.answering(
                "PointTypes.put",
                _ ->
                        new PutOutcome.Rejected(
                                List.of(Problem.of("code", "Bar!", "point-types.code-form"))));
        assertThat(site.run("point-type", "put", "Bar!", "Bar", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(site.err).contains("Bar!", "Kleinbuchstaben");
        assertThat(site.out).isEmpty();
    }

    @Test
    void aPointIsGivenItsType() {
        site.answering(
                "PointTypes.give",
                given -> {
                    assertThat(given.subList(1, 3)).containsExactly(TILL, "canteen");
                    return new GiveOutcome.Done(
                            new Typed(TILL, new PointType("canteen", "", false)));
                });
        assertThat(site.run("point-type", "give", "till-1", "canteen", "--as", "anna")).isZero();
        assertThat(site.out).contains("till-1", "Kantine");
        assertThat(site.run("point-type", "give", "till-9", "canteen", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(site.err).contains("till-9");
    }
}
