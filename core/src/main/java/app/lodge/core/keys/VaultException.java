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

    public VaultFault fault() {
        return fault;
    }
}
