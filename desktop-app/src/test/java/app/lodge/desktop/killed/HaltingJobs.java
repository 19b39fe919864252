package app.lodge.desktop.killed;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobId;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The books' card jobs, from behind the door. At one place this desk stands still, says so, and waits
/// for its death.
final class HaltingJobs implements CardJobs {

    private final CardJobs jobs;
    private final String place;
    private final Path told;

    /// @param place `before PRINTING` or `after PRINTING` has been stored
    /// @param told written when the place is reached
    HaltingJobs(CardJobs jobs, String place, Path told) {
        this.jobs = jobs;
        this.place = place;
        this.told = told;
    }

    private void reached(String now) {
        if (!now.equals(place)) {
            return;
        }
        try {
            Files.writeString(told, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (true) {
            LockSupport.park(this);
        }
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, CardOrder order) {
        var outcome = jobs.order(actor, request, order);
        reached("after " + JobState.QUEUED);
        return outcome;
    }

    @Override
    public CardJob advance(Actor actor, JobId id, JobState to, Map<String, String> evidence) {
        reached("before " + to);
        var job = jobs.advance(actor, id, to, evidence);
        reached("after " + to);
        return job;
    }

    @Override
    public BindOutcome bind(Actor actor, JobId id, Uid uid, String chip, int keyVersion) {
        reached("before " + JobState.ENCODING);
        var outcome = jobs.bind(actor, id, uid, chip, keyVersion);
        reached("after " + JobState.ENCODING);
        return outcome;
    }

    @Override
    public CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution) {
        return jobs.resolve(actor, request, id, resolution);
    }

    @Override
    public List<CardJob> open(Actor actor, String workstation) {
        return jobs.open(actor, workstation);
    }

    @Override
    public Optional<CardJob> find(Actor actor, JobId id) {
        return jobs.find(actor, id);
    }
}
