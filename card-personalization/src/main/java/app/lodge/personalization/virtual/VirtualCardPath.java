package app.lodge.personalization.virtual;

/// What a virtual printer moves its cards past: lay a blank on a virtual reader when one is fed, take
/// it away when it leaves.
public interface VirtualCardPath {

    /// @param card counts the cards of this printer from 1
    void fed(int card);

    void left(int card);

    /// Cards without chips.
    static VirtualCardPath plain() {
        return new VirtualCardPath() {
            @Override
            public void fed(int card) {}

            @Override
            public void left(int card) {}
        };
    }
}
