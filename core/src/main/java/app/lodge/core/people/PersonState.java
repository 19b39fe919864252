package app.lodge.core.people;

/// ACTIVE people use their media; BLOCKED people's media and account answer nowhere.
public enum PersonState {
    ACTIVE,
    BLOCKED
}
