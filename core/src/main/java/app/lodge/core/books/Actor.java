package app.lodge.core.books;

/// Who acts, where: first parameter of every door's verb.
///
/// @param operatorId the operator's number; 0 for the system, minus the device's number for a device
/// @param workstation the machine that the operator sits at, the bridge's name, or the device's
/// @param role the shipped role, or the one that the operator's own role was made from
public record Actor(long operatorId, String name, Role role, String workstation, Mandate mandate) {

    /// An operator with a shipped role, for the whole site.
    public Actor(long operatorId, String name, Role role, String workstation) {
        this(operatorId, name, role, workstation, Mandate.of(role));
    }

    public static Actor system(String workstation) {
        return new Actor(0, "system", Role.SYSTEM, workstation);
    }

    public static Actor device(long deviceNumber, String name) {
        return new Actor(-deviceNumber, name, Role.DEVICE, name);
    }

    /// @throws NotPermitted if the actor's mandate lacks the permission
    public void require(Permission permission) {
        if (!mandate.may(permission)) {
            throw new NotPermitted(name + " (" + role + ")", permission.name());
        }
    }

    public boolean may(Permission permission) {
        return mandate.may(permission);
    }
}
