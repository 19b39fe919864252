package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.OpenOutcome;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.purse.PurseEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Media by the plan of their layout, or the one that new cards get, through whatever reader the job names (ID-47). The books know
/// the plan before the first byte is written, and each write before it is made.
public final class PlanEncoding implements Encoding {

    /// How soon a stop is heard while a card is awaited.
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /// Between two sessions the card lies still on the reader.
    private static final Duration STILL_THERE = Duration.ofSeconds(5);

    private final EncodingPlans plans;
    private final LayoutShelf layouts;
    private final CardKeys keys;
    private final CardJobs jobs;
    private final ReaderByName readers;
    private final Duration patience;
    private final Optional<Purses> purses;

    /// @param patience how long a person or printer may take to bring a card
    public PlanEncoding(
            EncodingPlans plans,
            LayoutShelf layouts,
            CardKeys keys,
            CardJobs jobs,
            ReaderByName readers,
            Duration patience) {
        this(plans, layouts, keys, jobs, readers, patience, Optional.empty());
    }

    /// @param purses opens the purses of plans that have one; empty leaves them without a state
    public PlanEncoding(
            EncodingPlans plans,
            LayoutShelf layouts,
            CardKeys keys,
            CardJobs jobs,
            ReaderByName readers,
            Duration patience,
            Optional<Purses> purses) {
        this.purses = purses;
        this.plans = plans;
        this.layouts = layouts;
        this.keys = keys;
        this.jobs = jobs;
        this.readers = readers;
        this.patience = patience;
    }

    @Override
    public void expectPrinters(CardJob job) throws DeviceException {
        var reader = readers.reader(job.reader());
        if (!reader.awaitRemoval(GLANCE)) {
            throw new DeviceException(new DeviceFault.ReaderTaken(reader.name()));
        }
    }

    @Override
    public Encoded encode(Actor actor, CardJob job, BindUid bind, Progress<IssueStep> progress)
            throws DeviceException {
        var plan = plan(actor, job);
        var encoder = MediumEncoder.of(keys, plan);
        var reader = readers.reader(job.reader());
        var chip = awaited(encoder, actor, reader, progress);
        plans.intend(actor, job.medium(), plan.name(), plan.version());
        bind.bind(chip.uid(), chip.family(), keyVersion(actor, plan));
        Step.Log log =
                step ->
                        jobs.advance(
                                actor,
                                job.id(),
                                JobState.ENCODING,
                                Map.of("plan", plan.reference(), "intent", step.toString()));
        var card = encoder.encode(actor, reader, STILL_THERE, chip.uid(), facts(job), log);
        if (purses.isPresent() && PurseEncoder.planned(plan)) {
            fill(actor, job, purses.get(), new Lying(reader, chip.uid()), log);
        }
        return new Encoded(
                card.uid(),
                card.chip(),
                card.keyVersion(),
                Map.of("plan", card.plan(), "reader.path", reader.path()));
    }

    /// @throws IllegalStateException if its layout names one that no new card gets, which was asked before
    private EncodingPlan plan(Actor actor, CardJob job) {
        var layout = layouts.find(actor, job.layout());
        if (layout.isEmpty()) {
            return plans.inUse(actor, MediumKind.CARD);
        }
        return layouts.plan(actor, layout.get())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Layout %s names plan %s, which no new card gets"
                                        .formatted(job.layout(), layout.get().plan())));
    }

    private record Lying(CardReader reader, Uid uid) {}

    /// What the purse begins with: type, currency and last day, by the books (CHAIN-18).
    private void fill(Actor actor, CardJob job, Purses door, Lying card, Step.Log log)
            throws DeviceException {
        switch (door.open(actor, RequestId.fresh(), job.medium())) {
            case OpenOutcome.NotPossible _ ->
                    throw new IllegalStateException(
                            "Medium %d of a plan with a purse cannot carry one"
                                    .formatted(job.medium().number()));
            case OpenOutcome.Opened(var first, int most) -> {
                log.intend(new Step(Step.Kind.WRITE, PurseSlots.APPLICATION + "/state", ""));
                new PurseEncoder(keys)
                        .encode(actor, card.reader(), STILL_THERE, card.uid(), first, most);
            }
        }
    }

    /// Cards without keys of the site's have none to renew.
    private int keyVersion(Actor actor, EncodingPlan plan) {
        return switch (plan.medium()) {
            case PlannedMedium.Desfire _, PlannedMedium.Classic _, PlannedMedium.Plus _ ->
                    keys.keySet(actor).version();
            case PlannedMedium.Pages it ->
                    it.password().isPresent() ? keys.keySet(actor).version() : 0;
            case PlannedMedium.ContactKey _ -> 0;
        };
    }

    @Override
    public void verify(Actor actor, CardJob job, Encoded encoded) throws DeviceException {
        var plan = plans.of(actor, job.medium()).orElseGet(() -> plan(actor, job));
        MediumEncoder.of(keys, plan)
                .verify(
                        actor,
                        readers.reader(job.reader()),
                        STILL_THERE,
                        encoded.uid(),
                        facts(job));
    }

    private Chip awaited(
            MediumEncoder encoder, Actor actor, CardReader reader, Progress<IssueStep> progress)
            throws DeviceException {
        long glances = Math.max(1, patience.dividedBy(GLANCE));
        for (long glance = 1; ; glance++) {
            try {
                return encoder.identify(actor, reader, GLANCE);
            } catch (DeviceException e) {
                boolean empty = e.fault() instanceof DeviceFault.NoCard;
                if (!empty || glance >= glances || progress.stopRequested()) {
                    throw empty
                            ? new DeviceException(
                                    new DeviceFault.NoCard(
                                            reader.name(), GLANCE.multipliedBy(glance)),
                                    e)
                            : e;
                }
            }
        }
    }

    private static Optional<CardFacts> facts(CardJob job) {
        var printed = job.cardNumber();
        int hyphen = printed.lastIndexOf('-');
        return Optional.of(
                CardFacts.of(
                        new CardNumber(
                                job.person().number(),
                                Integer.parseInt(printed, hyphen + 1, printed.length(), 10))));
    }
}
