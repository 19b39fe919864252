package app.lodge.core.stock;

/// What a maker does to blanks beside printing them (CHAIN-48).
public enum Finish {
    PRINTED_NUMBER,
    GOLD_FOIL,
    SILVER_FOIL,
    LASER_NUMBER,
    SIGNATURE_PANEL,
    BARCODE,
    GOLD_SILKSCREEN,
    SILVER_SILKSCREEN,
    PUNCHING,
    INKJET_NUMBER,
    FROSTED,
    MATT,
    EMBOSSING
}
