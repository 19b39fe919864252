package app.lodge.personalization.onewire;

/// What the chip's serial side can run at (DS2480B parameter 7).
public enum LineRate {
    BD_9600(9600),
    BD_19200(19_200),
    BD_57600(57_600),
    BD_115200(115_200);

    private final int bitsPerSecond;

    LineRate(int bitsPerSecond) {
        this.bitsPerSecond = bitsPerSecond;
    }

    public int bitsPerSecond() {
        return bitsPerSecond;
    }
}
