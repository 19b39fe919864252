package app.lodge.core.rights;

/// May whoever carries this pass here now?
public sealed interface Pass {

    record MayPass(long person) implements Pass {}

    record MayNotPass(Why why) implements Pass {}

    enum Why {
        UNKNOWN_CREDENTIAL,
        BLOCKED_MEDIUM,
        BLOCKED_PERSON,
        /// A rule says no.
        REFUSED,
        /// There is a grant, but not for this hour.
        OUTSIDE_HOURS,
        /// Nothing says yes.
        NO_RIGHT
    }
}
