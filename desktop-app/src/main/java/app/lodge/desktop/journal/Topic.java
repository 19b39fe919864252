package app.lodge.desktop.journal;

/// What the journal can be narrowed to: the first word of a row's kind.
public enum Topic {
    ALL(""),
    PERSON("person."),
    MEDIUM("medium."),
    CARD_JOB("card-job."),
    ACCOUNT("account."),
    DEVICE("device."),
    OPERATOR("operator."),
    SETTINGS("settings."),
    POSTING("posting."),
    HOLD("hold."),
    CASH_SHIFT("cash-shift."),
    APPROVAL("approval."),
    COST_CENTRE("cost-centre."),
    ERASURE("erasure."),
    LOOKED_AT("journal.");

    private final String kind;

    Topic(String kind) {
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}
