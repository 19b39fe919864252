package app.lodge.core.sepa;

/// Where a collection stands in the life of its mandate (EPC016-06, AT-21), by ISO 20022's codes.
public enum Sequence {
    FRST,
    RCUR,
    OOFF,
    FNAL
}
