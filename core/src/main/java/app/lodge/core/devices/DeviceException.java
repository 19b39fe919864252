package app.lodge.core.devices;

/// A machine or card did not do what it was asked, in an expected way; says how as data. The use
/// case turns it into an outcome.
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient DeviceFault fault;

    public DeviceException(DeviceFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public DeviceException(DeviceFault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public DeviceFault fault() {
        return fault;
    }
}
