package app.lodge.core.site;

import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardPrices;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.Pushes;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.PlainKeys;
import app.lodge.core.keyversions.CardRehearsal;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.Apps;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.TerminalEntrance;
import app.lodge.core.passages.DoorBooks;
import app.lodge.core.passages.Passages;
import app.lodge.core.points.PointTypes;
import app.lodge.core.purse.Purses;
import app.lodge.core.rollout.Packages;
import app.lodge.core.rollout.Rollouts;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockOrders;

/// The media that people carry and the devices that read them in an open site, door by door; wired in
/// [FieldDoors].
sealed interface SiteField permits Site {

    /// Where they stand, wired.
    FieldDoors fieldDoors();

    default Purses purses() {
        return fieldDoors().purses;
    }

    default FieldBooks field() {
        return fieldDoors().field;
    }

    default ContactKeys contactKeys() {
        return fieldDoors().contactKeys;
    }

    default Apps apps() {
        return fieldDoors().apps;
    }

    default Media media() {
        return fieldDoors().media;
    }

    default CardJobs cardJobs() {
        return fieldDoors().cardJobs;
    }

    default NumberedMedia numberedMedia() {
        return fieldDoors().numberedMedia;
    }

    default PlainKeys plainKeys() {
        return fieldDoors().plainKeys;
    }

    default MediaLife mediaLife() {
        return fieldDoors().mediaLife;
    }

    default Stock stock() {
        return fieldDoors().stock;
    }

    default StockOrders stockOrders() {
        return fieldDoors().stockOrders;
    }

    default KeyVersions keyVersions() {
        return fieldDoors().keyVersions;
    }

    /// Operators' log-on at terminals.
    default TerminalEntrance terminalEntrance() {
        return fieldDoors().operatorCards.terminals();
    }

    default OperatorCards operatorCards() {
        return fieldDoors().operatorCards;
    }

    /// Sign-in by card, before anybody is signed in.
    default CardEntrance cardEntrance() {
        return fieldDoors().operatorCards;
    }

    /// Custodians' work with the master key; see {@link #rehearseWith}.
    default Ceremonies ceremonies() {
        return fieldDoors().ceremonies;
    }

    /// Where keys are tried before they come into use: core knows no cards.
    default void rehearseWith(CardRehearsal place) {
        fieldDoors().rehearseWith(place);
    }

    default CardBatches cardBatches() {
        return fieldDoors().cardBatches;
    }

    default PrinterTurns printerTurns() {
        return fieldDoors().printerTurns;
    }

    default CardPrices cardPrices() {
        return fieldDoors().cardPrices;
    }

    default CardLayouts cardLayouts() {
        return fieldDoors().cardLayouts;
    }

    default EncodingPlans encodingPlans() {
        return fieldDoors().encodingPlans;
    }

    default CardKeys cardKeys() {
        return fieldDoors().cardKeys;
    }

    default Devices devices() {
        return fieldDoors().devices;
    }

    default DeviceCare care() {
        return fieldDoors().care;
    }

    default DeviceTemplates templates() {
        return fieldDoors().templates;
    }

    default DeviceUsers deviceUsers() {
        return fieldDoors().deviceUsers;
    }

    default PointTypes pointTypes() {
        return fieldDoors().pointTypes;
    }

    default Pushes pushes() {
        return fieldDoors().pushes;
    }

    default Packages packages() {
        return fieldDoors().packages;
    }

    default Rollouts rollouts() {
        return fieldDoors().rollouts;
    }

    default DeviceBoard board() {
        return fieldDoors().board;
    }

    default Passages passages() {
        return fieldDoors().passages;
    }

    default DoorBooks doorBooks() {
        return fieldDoors().doorBooks;
    }
}
