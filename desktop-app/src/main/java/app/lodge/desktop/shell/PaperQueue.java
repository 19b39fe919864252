package app.lodge.desktop.shell;

/// Where papers are printed: a queue of this workstation's operating system.
@FunctionalInterface
public interface PaperQueue {

    /// The machine's own queues, the default one first.
    static PaperQueue ofThisMachine() {
        return new OsPaperQueue();
    }

    /// Hands a document over; what comes back is that it left the computer, not that paper came out.
    /// Blocking: not on the screen's thread.
    ///
    /// @param name of the job, without anybody's name in it
    Outcome print(String name, byte[] pdf);

    sealed interface Outcome {

        record Sent(String queue) implements Outcome {}

        /// This machine has no queue at all.
        record NoPrinter() implements Outcome {}

        /// The queue takes no PDF, or refused the job.
        record NotTaken(String queue) implements Outcome {}
    }
}
