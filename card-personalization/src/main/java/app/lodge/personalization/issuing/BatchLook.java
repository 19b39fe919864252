package app.lodge.personalization.issuing;

import app.lodge.core.batches.PrinterTurns.Turn;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.money.Money;
import app.lodge.personalization.printers.Supplies;
import org.jspecify.annotations.Nullable;

/// What the clerk wants to know before a batch is printed (ID-48). What nobody tells is null.
///
/// @param cards how many wait
/// @param sides how many sides of them are printed in colour, each from one set of the ribbon's panels
/// @param fault why the printer cannot begin, or did not answer
/// @param lastOnRibbon number of the last card that the ribbon is enough for, 0 if for none; null if
///     it is enough for all, or not told
/// @param blanks that lie at this workstation's place; null if no stock is kept
/// @param cost null if the site has said no prices
/// @param printing who prints on this printer now
public record BatchLook(
        int cards,
        int sides,
        @Nullable DeviceFault fault,
        Supplies supplies,
        @Nullable Integer lastOnRibbon,
        @Nullable Integer blanks,
        @Nullable Cost cost,
        @Nullable Turn printing) {

    /// Ribbon and blank, as far as their prices are known.
    ///
    /// @param card one card on average, rounded to the minor unit
    /// @param ribbonTold whether the ribbon's share is in it
    /// @param blankTold whether the blanks' price is in it
    public record Cost(Money card, Money total, boolean ribbonTold, boolean blankTold) {}

    /// Whether fewer blanks lie here than cards wait.
    public boolean tooFewBlanks() {
        return blanks != null && blanks < cards;
    }

    /// Whether a cleaning is due or falls due within the batch.
    public boolean cleaningDue() {
        var cleaning = supplies.cleaning();
        return cleaning != null && cleaning.dueWithin(cards);
    }
}
