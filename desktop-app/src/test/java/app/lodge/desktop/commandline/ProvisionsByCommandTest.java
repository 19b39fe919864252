package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Provision;
import app.lodge.core.watch.Watch.ProvisionOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge watch provision`: what is typed arrives at the door, and the look-ahead shows it.
@Tag("ID-49")
class ProvisionsByCommandTest {

    @TempDir Path folder;
    private CommandRun site;
    private final List<Object> heard = new ArrayList<>();

    @BeforeEach
    void site() {
        site = new CommandRun(folder, Locale.ENGLISH);
        site.answering(
                "Settings.site",
                _ -> SiteSettings.of("Test", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"));
    }

    @Test
    void theCreditOfASimCardIsEntered() {
        site.answering(
                "Watch.putProvision",
                given -> {
                    heard.add(given.get(1));
                    return new ProvisionOutcome.Kept((Provision) given.get(1));
                });
        assertThat(
                        put(
                                "Hall",
                                "--kind",
                                "sim",
                                "--left",
                                "7.50",
                                "--wanted",
                                "5",
                                "--until",
                                "2027-03-31"))
                .isZero();
        assertThat(heard)
                .containsExactly(
                        new Provision(
                                0,
                                Provision.Kind.SIM,
                                "Hall",
                                LocalDate.parse("2027-03-31"),
                                750,
                                500,
                                Instant.EPOCH));
        assertThat(put("Hall", "--kind", "sim", "--left", "much")).isNotZero();
        assertThat(site.err).contains("--left", "much");
        assertThat(put("Hall", "--kind", "sim", "--until", "soon")).isNotZero();
        assertThat(site.err).contains("--until", "soon");
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        site.answering(
                "Watch.putProvision",
                _ ->
                        new ProvisionOutcome.Rejected(
                                List.of(Problem.of("on", "", "watch.provision-day"))));
        site.answering("Watch.removeProvision", _ -> false);
        assertThat(put("Kit", "--kind", "licence")).isNotZero();
        assertThat(site.err).contains("A licence needs its last day");
        assertThat(site.run("watch", "provision", "remove", "7", "--as", "anna")).isNotZero();
        assertThat(site.err).contains("There is nothing in the look-ahead with the number 7");
    }

    @Test
    void theLookAheadShowsCreditAsMoneyAndARibbonByWhatIsLeft() {
        site.answering(
                "Watch.ahead",
                _ ->
                        List.of(
                                new Ahead(
                                        Ahead.Kind.SIM_CREDIT,
                                        "provision:1",
                                        "Hall",
                                        null,
                                        750,
                                        500),
                                new Ahead(
                                        Ahead.Kind.RIBBON,
                                        "provision:2",
                                        "YMCKO · E1",
                                        LocalDate.parse("2026-12-01"),
                                        50,
                                        200)));
        assertThat(site.run("watch", "ahead", "--as", "anna")).isZero();
        assertThat(site.out.lines().toList())
                .containsExactly(
                        "            Credit of a SIM card          7.50    Hall",
                        "2026-12-01  Ribbon of a card printer      25 %    YMCKO · E1");
    }

    private int put(String... words) {
        var all = new ArrayList<>(List.of("watch", "provision", "put"));
        all.addAll(List.of(words));
        all.addAll(List.of("--as", "anna"));
        return site.run(all.toArray(String[]::new));
    }
}
