package app.lodge.personalization.issuing;

import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobState;
import java.util.EnumSet;
import java.util.Set;

/// What a clerk may say of a job.
final class Resolutions {

    /// Evidence that the job came as far as printing.
    static final String REACHED_PRINTING = "printing";

    private Resolutions() {}

    /// A card that never came as far as printing cannot be good, whatever lies there.
    static Set<Resolution> possible(CardJob job) {
        if (job.state() != JobState.UNKNOWN) {
            return Set.of();
        }
        return job.evidence().containsKey(REACHED_PRINTING)
                ? EnumSet.allOf(Resolution.class)
                : EnumSet.of(Resolution.SPOILED, Resolution.NOT_THERE);
    }
}
