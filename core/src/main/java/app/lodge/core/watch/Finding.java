package app.lodge.core.watch;

/// Something that a rule finds just now.
///
/// @param code which fault or level; else empty
/// @param what the subject's label
/// @param amount in the matter's unit; how often for a fault
/// @param times how often a device raised it in all; 1 where nobody counts
record Finding(Rule rule, String subject, String code, String what, long amount, int times) {

    String key() {
        return rule.id() + "/" + subject + "/" + code;
    }
}
