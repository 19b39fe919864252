package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Card jobs for those people only whom the operator reaches (ID-55).
final class CardJobsWithinReach implements CardJobs {

    private final Reach reach;
    private final CardJobs all;

    CardJobsWithinReach(Reach reach, CardJobs all) {
        this.reach = reach;
        this.all = all;
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, CardOrder order) {
        reach.require(actor, order.person());
        return all.order(actor, request, order);
    }

    @Override
    public CardJob advance(Actor actor, JobId id, JobState to, Map<String, String> evidence) {
        require(actor, id);
        return all.advance(actor, id, to, evidence);
    }

    @Override
    public BindOutcome bind(Actor actor, JobId id, Uid uid, String chip, int keyVersion) {
        require(actor, id);
        return all.bind(actor, id, uid, chip, keyVersion);
    }

    @Override
    public CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution) {
        require(actor, id);
        return all.resolve(actor, request, id, resolution);
    }

    @Override
    public List<CardJob> open(Actor actor, String workstation) {
        return all.open(actor, workstation).stream()
                .filter(job -> reach.reaches(actor, job.person()))
                .toList();
    }

    @Override
    public Optional<CardJob> find(Actor actor, JobId id) {
        return all.find(actor, id).filter(job -> reach.reaches(actor, job.person()));
    }

    private void require(Actor actor, JobId id) {
        all.find(Actor.system("reach"), id).ifPresent(job -> reach.require(actor, job.person()));
    }
}
