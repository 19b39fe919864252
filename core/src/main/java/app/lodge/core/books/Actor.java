package app.lodge.core.books;

/// Who acts, where: first parameter of every door's verb.
///
/// @param operatorId the operator's number; 0 for the system, minus the device's number for a device
/// @param workstation the machine that the operator sits at, the bridge's name, or the device's
public record Actor(long operatorId, String name, Role role, String workstation) {

    public static Actor system(String workstation) {
        return new Actor(0, "system", Role.SYSTEM, workstation);
    }

    public static Actor device(long deviceNumber, String name) {
        return new Actor(-deviceNumber, name, Role.DEVICE, name);
    }

    /// @throws NotPermitted if the actor's role lacks the permission
    public void require(Permission permission) {
        if (!role.may(permission)) {
            throw new NotPermitted(name + " (" + role + ")", permission.name());
        }
    }

    public boolean may(Permission permission) {
        return role.may(permission);
    }
}
