package app.lodge.personalization.cards;

/// One change to a medium, told before it is made.
///
/// @param place `4C4447`, `4C4447/identity`, `sector 1`, `page 4`
/// @param detail a number or name that the sentence needs; may be empty
public record Step(Kind kind, String place, String detail) {

    public enum Kind {
        MAKE_APPLICATION,
        MAKE_FILE,
        CHANGE_KEY,
        WRITE,
        COMMIT,
        CHANGE_MASTER,
        CLOSE_CARD,
        CONFIGURE_CARD,
        WRITE_DIRECTORY,
        WRITE_TRAILER,
        SET_PASSWORD,
        GUARD_PAGES,
        COUNT_READS,
        RAISE_COUNTER,
        SWITCH_LEVEL,
        LOCK_PAGES,
        SET_ONE_TIME_BITS
    }

    /// Hears of each step before the medium does: whatever breaks then, it is known what may have been
    /// done. What it throws ends the work before the step.
    public interface Log {
        void intend(Step step);

        /// Where nobody needs to know.
        static Log none() {
            return _ -> {};
        }
    }

    /// `WRITE 4C4447/identity`, for evidence: no key, no content.
    @Override
    public String toString() {
        return detail.isEmpty() ? kind + " " + place : kind + " " + place + " " + detail;
    }
}
