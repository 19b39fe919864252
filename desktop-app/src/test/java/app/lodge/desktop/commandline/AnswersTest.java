package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.BooksAudit;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.doors.BridgeAway;
import app.lodge.core.doors.DoorFault;
import app.lodge.core.doors.Json;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import app.lodge.core.media.Media.BlockOutcome;
import app.lodge.core.media.Media.Confirmed;
import app.lodge.core.media.Media.Spread;
import app.lodge.core.media.Media.Unconfirmed;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.settings.SiteSettings;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands make of the doors' outcomes: the sentence, the JSON and the exit status.
class AnswersTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Money TWENTY = Money.of(2000, "EUR");

    @TempDir Path folder;
    private CommandRun site;

    @BeforeEach
    void site() {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering(
                                "Settings.site",
                                _ ->
                                        SiteSettings.of(
                                                "Riverside",
                                                Currency.getInstance("EUR"),
                                                ZoneId.of("Europe/Berlin"),
                                                "en"))
                        .answering("Accounts.ofPerson", _ -> Optional.of(account()));
    }

    @Test
    @Tag("ID-34")
    void tellsTheReceiptOfATopUp() {
        site.answering(
                "Accounts.topUp",
                given -> {
                    assertThat(given.get(2)).isEqualTo(TWENTY);
                    assertThat(given.get(3)).isEqualTo(PaymentMeans.CARD_TERMINAL);
                    return new TopUpOutcome.ToppedUp(account(), receipt());
                });
        assertThat(
                        site.run(
                                "account",
                                "topup",
                                "4",
                                "20.00",
                                "--means",
                                "card-terminal",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(site.out).contains("20.00 EUR", "2026-17", "row 99");
    }

    @Test
    @Tag("ID-34")
    void givesTheSameRequestIdToTheDoorThatTheScriptGave() {
        site.answering(
                "Accounts.topUp",
                given -> {
                    assertThat(given.get(0)).hasToString("RequestId[value=till3-000817]");
                    return new TopUpOutcome.ToppedUp(account(), receipt());
                });
        assertThat(
                        site.run(
                                "account",
                                "topup",
                                "4",
                                "20",
                                "--request",
                                "till3-000817",
                                "--as",
                                "a"))
                .isZero();
    }

    @Test
    void refusesWithStatusOneWhatTheSiteRefuses() {
        site.answering(
                "Accounts.topUp",
                _ ->
                        new TopUpOutcome.AboveMaximumBalance(
                                Money.of(52_000, "EUR"), Money.of(50_000, "EUR")));
        assertThat(site.run("account", "topup", "4", "20.00", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("AMOUNT", "20.00 EUR", "500.00 EUR");

        site.answering("Accounts.topUp", _ -> new TopUpOutcome.AccountBlocked(BlockReason.STOLEN));
        assertThat(site.run("account", "topup", "4", "20.00", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("stolen");

        site.answering("Accounts.ofPerson", _ -> Optional.empty());
        assertThat(site.run("account", "topup", "4", "20.00", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("nobody has the number 4");
    }

    @Test
    void saysWhatAnOperatorMayNotDo() {
        site.answering(
                "Accounts.topUp",
                _ -> {
                    throw new NotPermitted("otto (AUDITOR)", "TOP_UP");
                });
        assertThat(site.run("account", "topup", "4", "20.00", "--as", "otto")).isEqualTo(1);
        assertThat(site.err).contains("otto (AUDITOR)", "TOP_UP");
    }

    @Test
    void saysThatNothingIsLostWhenTheBridgeGoesAway() {
        site.answering(
                "Accounts.topUp",
                _ -> {
                    throw new BridgeAway("127.0.0.1:1", new IOException("reset"));
                });
        assertThat(site.run("account", "topup", "4", "20.00", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("Nothing was lost").doesNotContain("Exception:");
    }

    @Test
    void leadsToTheBridgesLogByACode() {
        site.answering(
                "Seals.verify",
                _ -> {
                    throw new DoorFault("NullPointerException", "1A2B3C4D");
                });
        assertThat(site.run("journal", "verify", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("1A2B3C4D").doesNotContain("NullPointer");
    }

    /// A fault of ours shows no innards at the terminal; the log that it names has them.
    @Test
    void leadsToItsOwnLogForAFaultOfOurs() throws IOException {
        site.answering(
                "Devices.list",
                _ -> {
                    throw new IllegalStateException("Row 7 is neither here nor there");
                });
        assertThat(site.run("device", "list", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).doesNotContain("Row 7", "IllegalState", "\tat ").hasLineCount(1);
        var named = Pattern.compile("(\\S+\\.log) .*code ([0-9A-F-]{9})").matcher(site.err);
        assertThat(named.find()).as(site.err).isTrue();
        var log = Path.of(named.group(1));
        assertThat(log).content().contains("Row 7", named.group(2), "lodge device list", "\tat ");
        Files.delete(log);

        Files.writeString(folder.resolve("vault.lodge"), "");
        assertThat(site.run("device", "list", "--as", "anna")).isEqualTo(1);
        assertThat(folder.resolve("logs/command-line.log")).content().contains("Row 7");
    }

    @Test
    @Tag("ID-40")
    void saysWhoseTheCardOnTheReaderIs() {
        site.answering("Media.ofPerson", _ -> List.of(card(MediumState.BLOCKED)))
                .answering("People.find", _ -> Optional.of(person()));
        assertThat(site.show(session -> new ReadCard(session).said(site.doors(), identity())))
                .isZero();
        assertThat(site.out).contains("0000004-01", "04A1B2C3D4E5F6", "Eva Moser", "Blocked");

        site.answering("Media.ofPerson", _ -> List.of());
        assertThat(site.show(session -> new ReadCard(session).said(site.doors(), identity())))
                .isEqualTo(1);
        assertThat(site.err).contains("0000004-01", "the books do not know it");
    }

    @Test
    @Tag("ID-50")
    void failsTheCheckOfABrokenJournal() {
        site.answering("Seals.verify", _ -> new Verification.Intact(12, "ABCD", 2, 3, "1234"))
                .answering("Accounts.audit", _ -> List.of());
        assertThat(site.run("journal", "verify", "--as", "anna")).isZero();
        assertThat(site.out).contains("12", "ABCD");

        site.answering("Seals.verify", _ -> new Verification.Broken(What.ROW_HASH, 7, "AA", "BB"));
        assertThat(site.run("journal", "verify", "--as", "anna")).isEqualTo(1);
        assertThat(site.err).contains("row 7", "AA", "BB");
        assertThat(site.run("journal", "verify", "--as", "anna", "--json")).isEqualTo(1);
        assertThat(Json.tree(site.out.getBytes(StandardCharsets.UTF_8)).at("/result/row").asLong())
                .isEqualTo(7);
    }

    @Test
    @Tag("ID-50")
    void failsTheCheckOfBooksThatDisagree() {
        var finding =
                new BooksAudit.Finding(BooksAudit.Rule.BALANCE_DIFFERS, "account:3", 500, 400);
        site.answering("Seals.verify", _ -> new Verification.Intact(12, "ABCD", 2, 3, "1234"))
                .answering("Accounts.audit", _ -> List.of(finding));
        assertThat(site.run("journal", "verify", "--as", "anna")).isEqualTo(1);
        assertThat(site.out).contains("balance-differs", "account:3", "500", "400");
    }

    @Test
    @Tag("ID-42")
    void namesEachDeviceThatHasAndHasNotConfirmedABlock() {
        site.answering("Media.ofPerson", _ -> List.of(card(MediumState.ACTIVE)))
                .answering("Media.block", _ -> new BlockOutcome.Blocked(card(MediumState.BLOCKED)))
                .answering(
                        "Media.spread",
                        _ ->
                                new Spread(
                                        List.of(new Confirmed("canteen-1", NOON)),
                                        List.of(
                                                new Unconfirmed("door-2", true),
                                                new Unconfirmed("lockers-1", false),
                                                new Unconfirmed(
                                                        "till-1", true, NOON, 500, 900, false),
                                                new Unconfirmed(
                                                        "till-2", false, NOON, 0, 900, false))));
        assertThat(
                        site.run(
                                "card",
                                "block",
                                "0000004-01",
                                "--reason",
                                "lost",
                                "--wait",
                                "0",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(site.out)
                .contains(
                        "blocked at canteen-1",
                        "not yet blocked at door-2",
                        "lockers-1, which is away",
                        "€14.00 could still be spent at devices that are away, at most €14.00 at one");
    }

    @Test
    @Tag("ID-41")
    void refusesToBlockWhatIsNotThereOrDead() {
        site.answering("Media.ofPerson", _ -> List.of());
        assertThat(site.run("card", "block", "0000004-01", "--reason", "lost", "--as", "a"))
                .isEqualTo(1);
        assertThat(site.err).contains("CARD", "0000004-01");

        site.answering("Media.ofPerson", _ -> List.of(card(MediumState.REPLACED)))
                .answering("Media.block", _ -> new BlockOutcome.NotPossible(MediumState.REPLACED));
        assertThat(site.run("card", "block", "0000004-01", "--reason", "lost", "--as", "a"))
                .isEqualTo(1);
        assertThat(site.err).contains("replaced");
    }

    @Test
    void saysARefusalAsJson() {
        site.answering("Accounts.ofPerson", _ -> Optional.empty());
        assertThat(site.run("--json", "account", "show", "4", "--as", "anna")).isEqualTo(1);
        var json = Json.tree(site.out.getBytes(StandardCharsets.UTF_8));
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("refused").asText()).isEqualTo("no-such-person");
        assertThat(json.get("message").asText()).contains("4");
    }

    private static Account account() {
        return new Account(
                new AccountId(9),
                new PersonId(4),
                TWENTY,
                Money.of(0, "EUR"),
                Money.of(0, "EUR"),
                false,
                null);
    }

    private static Person person() {
        return new Person(
                new PersonId(4), PersonState.ACTIVE, 1, PersonDetails.named("Eva", "Moser"), NOON);
    }

    private static CardIdentity identity() {
        return new CardIdentity(
                new Uid("04A1B2C3D4E5F6"), "DESFire EV3", new CardNumber(4, 1), "riverside", 1);
    }

    private static Receipt receipt() {
        return new Receipt(
                "2026",
                17,
                33,
                "Riverside",
                NOON,
                new AccountId(9),
                4,
                TWENTY,
                TWENTY,
                PaymentMeans.CARD_TERMINAL,
                "anna",
                "desk-1",
                99,
                "FEED",
                0);
    }

    private static Medium card(MediumState state) {
        return new Medium(
                new MediumId(1),
                MediumKind.CARD,
                new PersonId(4),
                1,
                state,
                null,
                "",
                0,
                null,
                NOON);
    }
}
