package app.lodge.core.books;

/// The actor lacks a permission. A promise broken by the caller: screens do not offer what the
/// operator may not do.
public final class NotPermitted extends RuntimeException {

    private final String actor;
    private final String permission;

    public NotPermitted(String actor, String permission) {
        super("%s may not %s".formatted(actor, permission));
        this.actor = actor;
        this.permission = permission;
    }

    public String actor() {
        return actor;
    }

    public String permission() {
        return permission;
    }
}
