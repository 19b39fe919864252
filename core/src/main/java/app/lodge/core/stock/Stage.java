package app.lodge.core.stock;

/// How far an order has come (CHAIN-49), in its order.
public enum Stage {
    CONTRACT,
    FIRST_DESIGN,
    FINAL_PROOF,
    FILM,
    PLATES,
    PRINTING,
    CHIP_PACKAGING,
    LAMINATION,
    FOIL_OR_PANEL,
    PUNCHING,
    QUALITY_CONTROL,
    PACKING,
    DISPATCH,
    EVALUATION
}
