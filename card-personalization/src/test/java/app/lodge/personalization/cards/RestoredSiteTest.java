package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keyversions.CardRehearsal;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.UnlockSeal;
import app.lodge.personalization.virtual.InProcessReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two custodians make a site's card keys while the site is sealed, it burns down, and a fresh site
/// elsewhere reads its cards after any two shares were typed in (CHAIN-07, CHAIN-12).
@Tag("CHAIN-07")
@Tag("CHAIN-12")
class RestoredSiteTest {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor IDA = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");
    private static final char[] IDAS = "Ida has a long password".toCharArray();
    private static final char[] OTTOS = "Otto has a long password".toCharArray();

    @TempDir private Path folder;
    private final InProcessReader reader = new InProcessReader("desk");

    private Home made(String name) throws Exception {
        var home = new Home(folder.resolve(name));
        Site.create(
                home,
                SiteSettings.of(name, Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "Ida",
                IDAS.clone(),
                Clock.systemUTC(),
                CHEAP);
        return home;
    }

    private static Site opened(Home home) throws Exception {
        var site = Site.open(home, Clock.systemUTC(), CHEAP);
        site.rehearseWith((_, _) -> new CardRehearsal.Result.Passed(List.of("read")));
        if (site.operators().list(IDA).size() == 1) {
            site.operators().add(IDA, RequestId.fresh(), "Otto", Role.ADMINISTRATOR, OTTOS.clone());
        }
        return site;
    }

    private static String begun(Ceremonies ceremonies, Kind kind) {
        var begun =
                ceremonies.begin(
                        IDA,
                        RequestId.fresh(),
                        kind,
                        new Custodian("Ida", IDAS.clone()),
                        new Custodian("Otto", OTTOS.clone()),
                        Sharing.TWO_OF_THREE);
        return ((BeginOutcome.Begun) begun).standing().id();
    }

    private static List<String> shares(Ceremonies ceremonies, Kind kind) {
        var id = begun(ceremonies, kind);
        var shares =
                List.of(
                        share(ceremonies, id, 1),
                        share(ceremonies, id, 2),
                        share(ceremonies, id, 3));
        finish(ceremonies, id, shares.get(0), shares.get(1));
        return shares;
    }

    private static String share(Ceremonies ceremonies, String id, int number) {
        return new String(((ShareOutcome.Handed) ceremonies.share(IDA, id, number)).text());
    }

    private static void finish(Ceremonies ceremonies, String id, String... shares) {
        for (var share : shares) {
            assertThat(ceremonies.type(IDA, id, share.toCharArray()))
                    .isInstanceOf(TypedOutcome.Accepted.class);
        }
        ceremonies.rehearse(IDA, id);
        assertThat(ceremonies.finish(IDA, RequestId.fresh(), id))
                .isInstanceOf(FinishOutcome.Finished.class);
    }

    @Test
    void cardsOfTheSiteThatBurntDownAreReadOnTheOneRestoredFromShares() throws Exception {
        var home = made("before");
        UnlockSeal.add(home, "Ida", IDAS, CHEAP);
        var sealed = UnlockSeal.open(home, "Ida", IDAS).orElseThrow();
        assertThat(UnlockSeal.closeTheFile(sealed)).isTrue();
        List<String> shares;
        reader.insert(CardDesk.blank());
        try (var before = opened(sealed)) {
            shares = shares(before.ceremonies(), Kind.CREATE);
            new DesfireEncoder(before.cardKeys()).encode(IDA, reader, SOON, UID, NUMBER);
        }
        try (var again = opened(UnlockSeal.open(home, "Ida", IDAS).orElseThrow())) {
            assertThat(new DesfireEncoder(again.cardKeys()).read(IDA, reader, SOON).number())
                    .as("the ceremony on the sealed site changed the vault's file")
                    .isEqualTo(NUMBER);
        }
        try (var after = opened(made("after"))) {
            var encoder = new DesfireEncoder(after.cardKeys());
            assertThatThrownBy(() -> encoder.read(IDA, reader, SOON))
                    .isInstanceOf(DeviceException.class);
            finish(
                    after.ceremonies(),
                    begun(after.ceremonies(), Kind.RESTORE),
                    shares.get(2),
                    shares.get(0));
            var read = encoder.read(IDA, reader, SOON);
            assertThat(read.number()).isEqualTo(NUMBER);
            assertThat(read.keyVersion()).isEqualTo(2);

            shares(after.ceremonies(), Kind.ROLL_OVER);
            assertThat(encoder.read(IDA, reader, SOON).number())
                    .as("version 2 works while version 3 is under way")
                    .isEqualTo(NUMBER);
            encoder.encode(IDA, reader, SOON, UID, NUMBER);
            assertThat(encoder.read(IDA, reader, SOON).keyVersion()).isEqualTo(3);
        }
    }
}
