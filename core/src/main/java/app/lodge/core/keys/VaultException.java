package app.lodge.core.keys;

/// The vault's file cannot be made or opened; says why as data.
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient VaultFault fault;

    VaultException(VaultFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    VaultException(VaultFault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    /// For a fault that shows outside this package.
    public static VaultException of(VaultFault fault, Throwable cause) {
        return new VaultException(fault, cause);
    }

    public VaultFault fault() {
        return fault;
    }
}
