package app.lodge.bridge.conformance;

/// One rule of the protocol and how a device is held against it.
///
/// @param name `lists.gap`; the sentence that says the rule stands in the texts under `conform.check.`
/// @param hands whether somebody must hold a medium to the device
record Check(String name, boolean hands, Body body) {

    static Check of(String name, Body body) {
        return new Check(name, false, body);
    }

    static Check byHand(String name, Body body) {
        return new Check(name, true, body);
    }

    @FunctionalInterface
    interface Body {
        /// @throws Fault if the device does otherwise
        void hold(Bench bench) throws Fault, InterruptedException;
    }
}
