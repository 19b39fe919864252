package app.lodge.personalization.ipp;

import java.io.IOException;
import java.util.List;

/// How a job fares.
///
/// @param reasons keywords of RFC 8011 §5.3.8 without `none`
/// @param impressions sides printed so far, as far as it tells
public record IppJobState(State state, List<String> reasons, int impressions) {

    static final List<String> ASKED =
            List.of("job-state", "job-state-reasons", "job-impressions-completed");

    /// RFC 8011 §5.3.7, in its order from 3.
    public enum State {
        PENDING,
        HELD,
        PROCESSING,
        STOPPED,
        CANCELLED,
        ABORTED,
        COMPLETED;

        /// Nothing comes after it.
        public boolean last() {
            return compareTo(CANCELLED) >= 0;
        }
    }

    private static final int FIRST = 3;

    static IppJobState of(IppAnswer.Group told) throws IOException {
        int number = told.number("job-state", 0) - FIRST;
        if (number < 0 || number >= State.values().length) {
            throw new IOException("IPP: a job is in no state that there is: " + (number + FIRST));
        }
        return new IppJobState(
                State.values()[number],
                IppPrinterState.reasons(told.texts("job-state-reasons")),
                told.number("job-impressions-completed", 0));
    }
}
