package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobId;
import app.lodge.core.media.JobState;
import app.lodge.personalization.printers.Printers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Jobs whose run broke off: settled at the workstation's start as far as the printer's state
/// allows, and by the clerk's word where it does not (ID-40, ID-43).
public final class BrokenJobs {

    private final CardJobs jobs;
    private final Printers printers;

    public BrokenJobs(CardJobs jobs, Printers printers) {
        this.jobs = jobs;
        this.printers = printers;
    }

    /// Call when no card is being made at the actor's workstation. A card that still lies in the
    /// printer goes into its reject box.
    ///
    /// @return the jobs that it touched, as they stand now
    public List<CardJob> settle(Actor actor) {
        var settled = new ArrayList<CardJob>();
        for (var job : jobs.open(actor, actor.workstation())) {
            if (job.state() != JobState.UNKNOWN) {
                settled.add(settle(actor, job, job.printer()));
            }
        }
        return settled;
    }

    /// Settles the jobs of a run that died, at the printer that another workstation has taken over.
    ///
    /// @param workstation where the run was started
    /// @param there the printer's address at that workstation
    /// @param here its address at this one
    public void settleAfter(Actor actor, String workstation, String there, String here) {
        for (var job : jobs.open(actor, workstation)) {
            if (job.state() != JobState.UNKNOWN && job.printer().equals(there)) {
                settle(actor, job, here);
            }
        }
    }

    /// Jobs of this workstation that wait for the clerk's word.
    public List<CardJob> waiting(Actor actor) {
        return jobs.open(actor, actor.workstation()).stream()
                .filter(job -> job.state() == JobState.UNKNOWN)
                .toList();
    }

    /// What the clerk may say of a job: "good" only where the card came as far as printing.
    public Set<Resolution> possible(CardJob job) {
        return Resolutions.possible(job);
    }

    public CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution) {
        var job = jobs.find(actor, id).orElseThrow();
        if (job.state() == JobState.UNKNOWN && !possible(job).contains(resolution)) {
            throw new IllegalArgumentException(
                    "Job %d never came to printing and cannot be resolved as %s"
                            .formatted(id.number(), resolution));
        }
        return jobs.resolve(actor, request, id, resolution);
    }

    private CardJob settle(Actor actor, CardJob job, String printer) {
        var evidence = new LinkedHashMap<>(job.evidence());
        evidence.put("broken-off", job.state().name());
        return switch (job.state()) {
            case QUEUED -> jobs.advance(actor, job.id(), JobState.CANCELLED, evidence);
            case FED, ENCODING, ENCODED, VERIFIED -> {
                // No card found: it may be in somebody's hand.
                var next = rejected(printer, evidence) ? JobState.REJECTED : JobState.UNKNOWN;
                yield jobs.advance(actor, job.id(), next, evidence);
            }
            case PRINTING, PRINTED -> {
                rejected(printer, evidence);
                yield jobs.advance(actor, job.id(), JobState.UNKNOWN, evidence);
            }
            case ISSUED, REJECTED, CANCELLED, UNKNOWN ->
                    throw new IllegalStateException(
                            "Job %d in state %s has not broken off"
                                    .formatted(job.id().number(), job.state()));
        };
    }

    /// Whether a card was found in the printer and put into the reject box.
    private boolean rejected(String address, Map<String, String> evidence) {
        try (var printer = printers.open(address)) {
            var status = printer.status();
            evidence.putAll(status.evidence());
            if (!status.cardInside()) {
                evidence.put("recovered", "no card inside");
                return false;
            }
            printer.reject();
            evidence.put("recovered", "card rejected");
            return true;
        } catch (DeviceException e) {
            evidence.put("recovered", e.fault().toString());
            return false;
        }
    }
}
