package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobId;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Card jobs that keep the door's promises, in a text file that survives the process: one line for
/// each state a job enters, `number TAB state TAB uid TAB printer TAB evidence keys`.
final class BookOfJobs implements CardJobs {

    static final PersonId HANNAH = new PersonId(1234);

    private final Path file;
    private final Map<Long, CardJob> jobs = new LinkedHashMap<>();
    private final Map<RequestId, Long> requests = new HashMap<>();

    BookOfJobs(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var part = line.split("\t", -1);
                var uid = part[2].isEmpty() ? null : new Uid(part[2]);
                var evidence = new HashMap<String, String>();
                for (var key : part[4].split(" ")) {
                    evidence.put(key, "kept");
                }
                var id = Long.parseLong(part[0]);
                jobs.put(id, job(id, JobState.valueOf(part[1]), uid, part[3], evidence));
            }
        }
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, CardOrder order) {
        var known = requests.get(request);
        if (known != null) {
            return new OrderOutcome.Ordered(jobs.get(known));
        }
        for (var job : jobs.values()) {
            if (job.state().open()) {
                return new OrderOutcome.AlreadyUnderWay(job);
            }
        }
        long id = jobs.size() + 1;
        requests.put(request, id);
        return new OrderOutcome.Ordered(
                write(job(id, JobState.QUEUED, null, order.printer(), Map.of())));
    }

    @Override
    public CardJob advance(Actor actor, JobId id, JobState to, Map<String, String> evidence) {
        var job = jobs.get(id.number());
        if (job.state() == to) {
            return job;
        }
        if (!job.state().canBecome(to)) {
            throw new IllegalStateException("%s cannot become %s".formatted(job.state(), to));
        }
        return write(job(id.number(), to, job.uid(), job.printer(), evidence));
    }

    @Override
    public BindOutcome bind(Actor actor, JobId id, Uid uid, String chip, int keyVersion) {
        for (var other : jobs.values()) {
            if (uid.equals(other.uid()) && other.state() == JobState.ISSUED) {
                return new BindOutcome.UidTaken(medium(other));
            }
        }
        var job = jobs.get(id.number());
        if (!job.state().canBecome(JobState.ENCODING)) {
            throw new IllegalStateException("%s cannot become ENCODING".formatted(job.state()));
        }
        return new BindOutcome.Bound(
                write(job(id.number(), JobState.ENCODING, uid, job.printer(), job.evidence())));
    }

    @Override
    public CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution) {
        return advance(
                actor,
                id,
                resolution == Resolution.GOOD ? JobState.ISSUED : JobState.REJECTED,
                jobs.get(id.number()).evidence());
    }

    @Override
    public List<CardJob> open(Actor actor, String workstation) {
        return jobs.values().stream().filter(job -> job.state().open()).toList();
    }

    @Override
    public Optional<CardJob> find(Actor actor, JobId id) {
        return Optional.ofNullable(jobs.get(id.number()));
    }

    List<CardJob> all() {
        return List.copyOf(jobs.values());
    }

    CardJob last() {
        return all().getLast();
    }

    /// Chips that the books call valid.
    List<Uid> active() {
        var active = new ArrayList<Uid>();
        for (var job : jobs.values()) {
            if (job.state() == JobState.ISSUED) {
                active.add(job.uid());
            }
        }
        return active;
    }

    private CardJob write(CardJob job) {
        var line =
                "%d\t%s\t%s\t%s\t%s\n"
                        .formatted(
                                job.id().number(),
                                job.state(),
                                job.uid() == null ? "" : job.uid().hex(),
                                job.printer(),
                                String.join(" ", job.evidence().keySet()));
        try {
            Files.writeString(
                    file,
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs.put(job.id().number(), job);
        return job;
    }

    private static CardJob job(
            long id, JobState state, Uid uid, String printer, Map<String, String> evidence) {
        return new CardJob(
                new JobId(id),
                HANNAH,
                new MediumId(id),
                "0001234-%02d".formatted(id),
                1,
                state,
                printer,
                "in-process",
                "staff@1",
                "desk",
                uid,
                evidence,
                Instant.EPOCH);
    }

    private static Medium medium(CardJob job) {
        return new Medium(
                job.medium(),
                MediumKind.CARD,
                job.person(),
                1,
                MediumState.ACTIVE,
                job.uid(),
                "DESFire EV2",
                1,
                null,
                Instant.EPOCH);
    }
}
