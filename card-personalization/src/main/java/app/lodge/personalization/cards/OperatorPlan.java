package app.lodge.personalization.cards;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedField;
import app.lodge.core.encodingplans.PlannedField.Content;
import app.lodge.core.encodingplans.PlannedField.Form;
import app.lodge.core.encodingplans.PlannedField.Padding;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.operators.OperatorCards;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The plan of operators' cards: laid out as the ID, in an application of their own, with what only
/// such a card has in the eight bytes that are zeros there.
final class OperatorPlan {

    private OperatorPlan() {}

    /// @param addition eight bytes
    static EncodingPlan with(byte[] addition) {
        var id = ShippedPlans.lodgeId();
        var card = (Desfire) id.medium();
        var application = card.applications().getFirst();
        var file = (PlannedFile.Standard) application.files().getFirst();
        var fields = new ArrayList<>(file.fields());
        fields.add(
                new PlannedField(
                        "addition",
                        CardContent.SPARE_AT,
                        addition.length,
                        new Content.Constant(HexFormat.of().withUpperCase().formatHex(addition)),
                        Form.BYTES,
                        Padding.ZEROS_BEHIND));
        var own =
                new PlannedFile.Standard(
                        file.number(),
                        file.name(),
                        file.mode(),
                        file.rights(),
                        file.size(),
                        fields);
        return new EncodingPlan(
                "lodge-operator",
                1,
                "",
                new Desfire(
                        card.chips(),
                        card.capacity(),
                        card.card(),
                        card.formatDisabled(),
                        card.randomUid(),
                        List.of(
                                new Application(
                                        OperatorCards.APPLICATION,
                                        application.rules(),
                                        application.keys(),
                                        List.of(own)))),
                id.readBack(),
                id.irreversible());
    }
}
