package app.lodge.core.site;

import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardPrices;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.books.Books;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.Pushes;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.journal.SiteSignatures;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.keys.PlainKeys;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keyversions.CardRehearsal;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.keyversions.UnlockSecret;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.Apps;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.Operators;
import app.lodge.core.passages.DoorBooks;
import app.lodge.core.passages.Passages;
import app.lodge.core.points.PointTypes;
import app.lodge.core.purse.Purses;
import app.lodge.core.rollout.Packages;
import app.lodge.core.rollout.Rollouts;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.stock.BlanksOfMedia;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockOrders;
import java.util.function.Supplier;

/// Media that people carry, and the devices that read them.
final class FieldDoors {

    final FieldBooks field;
    final Media media;
    final CardJobs cardJobs;
    final CardBatches cardBatches;
    final PrinterTurns printerTurns;
    final CardPrices cardPrices;
    final ContactKeys contactKeys;
    final Apps apps;
    final MediaLife mediaLife;
    final Stock stock;
    final StockOrders stockOrders;
    final CardKeys cardKeys;
    final NumberedMedia numberedMedia;
    final PlainKeys plainKeys;
    final KeyVersions keyVersions;
    final Ceremonies ceremonies;
    final OperatorCards.Both operatorCards;
    final Devices devices;
    final Passages passages;
    final DoorBooks doorBooks;
    final DeviceBoard board;
    final DeviceCare care;
    final DeviceTemplates templates;
    final DeviceUsers deviceUsers;
    final PointTypes pointTypes;
    final Pushes pushes;
    final Packages packages;
    final Rollouts rollouts;
    final Purses purses;

    final EncodingPlans encodingPlans;
    final CardLayouts cardLayouts;
    private volatile CardRehearsal rehearsal = CardRehearsal.none();

    FieldDoors(
            Books books,
            KeyVault vault,
            Supplier<SiteSettings> settings,
            PeopleDoors people,
            MoneyDoors money,
            Operators operators,
            UnlockSecret secret,
            PasswordHash hashes) {
        var reach = people.register.reach();
        field = FieldBooks.in(books, settings);
        var blanks = new BlanksOfMedia();
        var charges = MediaCharges.atIssue(money.keeping);
        media = Media.within(reach, Media.in(books, medium -> field.spread(medium.id()), blanks));
        cardJobs = CardJobs.within(reach, CardJobs.in(books, charges, blanks));
        cardBatches = CardBatches.in(books, reach::require);
        printerTurns = PrinterTurns.in(books);
        cardPrices = CardPrices.in(books);
        mediaLife = MediaLife.within(reach, books, blanks, () -> settings.get().zone());
        stock = Stock.in(books);
        stockOrders = StockOrders.in(books, settings);
        contactKeys = ContactKeys.within(reach, books, charges, blanks);
        numberedMedia = NumberedMedia.within(reach, NumberedMedia.in(books, charges, blanks));
        plainKeys = PlainKeys.over(vault);
        keyVersions = KeyVersions.in(books, vault);
        cardKeys = VaultCardKeys.over(vault, books.clock(), KeyVersions.current(books, vault));
        apps = Apps.within(reach, books, new VaultAppSecrets(cardKeys), charges);
        purses =
                Purses.in(
                        books,
                        money.keeping,
                        Approvals.fourEyes(),
                        cardKeys,
                        (tx, person) ->
                                people.register
                                        .known(tx, person)
                                        .filter(known -> known.details().nameless())
                                        .isPresent());

        operatorCards = OperatorCards.in(books, vault, cardKeys, operators, hashes);
        ceremonies = Ceremonies.in(books, vault, operators, () -> rehearsal, secret);
        var signatures = SiteSignatures.with(new VaultSigningKeys(vault));
        cardLayouts = CardLayouts.in(books);
        encodingPlans = EncodingPlans.in(books, signatures, vault.siteId());
        devices = Devices.in(books, people::nameOf);
        passages = Passages.in(books, reach::require);
        doorBooks = DoorBooks.in(books, settings, new ReaderKeySealing(vault));
        board = DeviceBoard.in(books);
        care = DeviceCare.in(books);
        templates = DeviceTemplates.in(books);
        deviceUsers = DeviceUsers.in(books, people::nameOf);
        pointTypes = PointTypes.in(books);
        pushes = Pushes.in(books);
        packages = Packages.in(books, signatures);
        rollouts = Rollouts.in(books);
    }

    /// Where keys are tried before they come into use.
    void rehearseWith(CardRehearsal place) {
        rehearsal = place;
    }
}
