package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.BindOutcome;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Uid;
import app.lodge.core.work.Progress;
import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.printers.CardPrinter;
import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import app.lodge.personalization.printers.CardPrinter.Station;
import app.lodge.personalization.printers.PrintResult;
import java.util.LinkedHashMap;
import java.util.Map;

/// One blank on its way to a card. Every irreversible step is written down before it is taken:
/// intend, do, record. Up to printing, whatever fails costs the blank and no more; from there on
/// only "printed and given out" makes a card, and whatever is in doubt is the clerk's.
final class Attempt {

    private final Actor actor;
    private final CardJobs jobs;
    private final CardPrinter printer;
    private final Encoding encoding;
    private final Progress<IssueStep> progress;
    private final Map<String, String> evidence;
    private CardJob job;
    private IssueStep step = IssueStep.PREPARING;

    Attempt(
            Actor actor,
            CardJob job,
            CardJobs jobs,
            CardPrinter printer,
            Encoding encoding,
            Progress<IssueStep> progress) {
        this.actor = actor;
        this.job = job;
        this.jobs = jobs;
        this.printer = printer;
        this.encoding = encoding;
        this.progress = progress;
        this.evidence = new LinkedHashMap<>(job.evidence());
    }

    IssueOutcome make(CardFaces faces, Map<String, String> printerStatus) {
        evidence.putAll(printerStatus);
        try {
            feed();
            if (progress.stopRequested()) {
                return stopped();
            }
            var encoded = encode();
            if (progress.stopRequested()) {
                return stopped();
            }
            return print(faces, encoded.uid());
        } catch (DeviceException e) {
            boolean nothingCame = e.fault() instanceof DeviceFault.NoCard;
            return nothingCame && progress.stopRequested() ? stopped() : spoiled(e.fault());
        }
    }

    private void feed() throws DeviceException {
        enter(JobState.FED);
        if (printer.capabilities().canHoldCard()) {
            at(IssueStep.FEEDING);
            printer.feed(Station.CONTACTLESS);
        } else {
            at(IssueStep.PLACING);
        }
    }

    private Encoding.Encoded encode() throws DeviceException {
        at(IssueStep.ENCODING);
        var encoded = encoding.encode(actor, job, this::bind, progress);
        if (job.state() != JobState.ENCODING || !encoded.uid().equals(job.uid())) {
            throw new IllegalStateException(
                    "The encoder wrote chip %s although job %d in state %s is bound to %s"
                            .formatted(
                                    encoded.uid().hex(),
                                    job.id().number(),
                                    job.state(),
                                    job.uid()));
        }
        evidence.putAll(encoded.evidence());
        enter(JobState.ENCODED);
        at(IssueStep.VERIFYING);
        encoding.verify(actor, job, encoded);
        enter(JobState.VERIFIED);
        return encoded;
    }

    private void bind(Uid uid, String chip, int keyVersion) throws DeviceException {
        switch (jobs.bind(actor, job.id(), uid, chip, keyVersion)) {
            case BindOutcome.Bound(CardJob bound) -> job = bound;
            case BindOutcome.NotInStock(var strange) ->
                    throw new DeviceException(new DeviceFault.NotInStock(strange.hex()));
            case BindOutcome.UidTaken(var by) ->
                    throw new DeviceException(new DeviceFault.UidTaken(uid.hex(), by.number()));
        }
    }

    private IssueOutcome print(CardFaces faces, Uid uid) {
        int number = 0;
        for (var face : faces.sides()) {
            evidence.put("face" + ++number, face.sha256());
        }
        at(IssueStep.PRINTING);
        evidence.put(Resolutions.REACHED_PRINTING, "yes");
        enter(JobState.PRINTING);
        PrintResult result;
        try {
            result = printer.print(new PrintOrder(job.cardNumber(), faces));
        } catch (DeviceException e) {
            return unresolved(e.fault());
        }
        evidence.putAll(result.evidence());
        return switch (result) {
            case PrintResult.Printed _ -> giveOut(uid);
            case PrintResult.Blocked(DeviceFault fault, var _) -> blocked(fault);
            case PrintResult.Uncertain(DeviceFault fault, var _) -> unresolved(fault);
        };
    }

    private IssueOutcome giveOut(Uid uid) {
        enter(JobState.PRINTED);
        if (!printer.capabilities().tellsResult()) {
            enter(JobState.UNKNOWN);
            return new IssueOutcome.ToBeConfirmed(job);
        }
        at(IssueStep.EJECTING);
        try {
            printer.eject();
        } catch (DeviceException e) {
            return unresolved(e.fault());
        }
        // Last: no active card is ever stuck in a machine.
        at(IssueStep.ISSUING);
        enter(JobState.ISSUED);
        return new IssueOutcome.Issued(job, uid);
    }

    /// The card inside is encoded and not printed well. It must not come out as if it were one.
    private IssueOutcome blocked(DeviceFault fault) {
        evidence.put("fault", fault.toString());
        if (!rejected()) {
            return unresolved(fault);
        }
        enter(JobState.REJECTED);
        return new IssueOutcome.Spoiled(job, step, fault);
    }

    private IssueOutcome spoiled(DeviceFault fault) {
        evidence.put("fault", fault.toString());
        rejected();
        enter(JobState.REJECTED);
        return new IssueOutcome.Spoiled(job, step, fault);
    }

    private IssueOutcome stopped() {
        evidence.put("stopped", step.name());
        rejected();
        enter(JobState.REJECTED);
        return new IssueOutcome.Stopped(job);
    }

    private IssueOutcome unresolved(DeviceFault fault) {
        evidence.put("fault", fault.toString());
        enter(JobState.UNKNOWN);
        return new IssueOutcome.Unresolved(job, step, fault);
    }

    /// Before printing a card that stays inside does no harm: its chip was never made valid, and the
    /// next job finds it and rejects it first.
    private boolean rejected() {
        try {
            printer.reject();
            return true;
        } catch (DeviceException e) {
            evidence.put("reject.fault", e.fault().toString());
            return false;
        }
    }

    private void at(IssueStep next) {
        step = next;
        progress.at(next);
    }

    private void enter(JobState next) {
        job = jobs.advance(actor, job.id(), next, evidence);
    }
}
