package app.lodge.core.rollout;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Staged roll-outs of packages: a few devices first, then a share, then all; within their time, stopped by
/// failures, taken back to the version before; the result of each device is seen (ID-60, SAFE-52 to
/// SAFE-56, CHAIN-24).
public interface Rollouts {

    static Rollouts in(Books books) {
        return new BookedRollouts(books);
    }

    /// Who would get it, in which stage, from which version.
    PreviewOutcome preview(Actor actor, Order order);

    StartOutcome start(Actor actor, RequestId request, Order order);

    /// Newest first, at most 200.
    List<Rollout> list(Actor actor);

    Optional<Progress> find(Actor actor, long rollout);

    /// No device begins any more; those under way end.
    ChangeOutcome stop(Actor actor, RequestId request, long rollout);

    /// A stopped roll-out goes on with the next stage, whatever failed before.
    ChangeOutcome goOn(Actor actor, RequestId request, long rollout);

    /// Every device that has it goes back to the version before.
    ChangeOutcome rollBack(Actor actor, RequestId request, long rollout);

    /// @param startsAt null for at once
    /// @param endsAt after this no device begins, and none installs; null for no end
    record Order(
            long packageNumber,
            Aim aim,
            Stages stages,
            Install install,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    /// @param canaries devices of the first stage; 0 for no such stage
    /// @param sharePercent of the rest in the second stage; 0 for no such stage
    /// @param stopAtFailedPercent of the devices begun: more failures than this stop the roll-out
    record Stages(int canaries, int sharePercent, int stopAtFailedPercent) {
        public static final Stages ALL_AT_ONCE = new Stages(0, 0, 100);
        public static final Stages CAREFUL = new Stages(1, 25, 10);
    }

    enum Install {
        AT_ONCE,
        /// Somebody at the device says when (SAFE-53).
        ON_REQUEST
    }

    enum State {
        PLANNED,
        RUNNING,
        /// Too many failed, or somebody stopped it.
        STOPPED,
        DONE,
        /// Its time ran out.
        ENDED,
        GOING_BACK,
        WENT_BACK
    }

    /// @param counts how many devices are in each state
    record Rollout(
            long number,
            FieldPackage what,
            String aim,
            State state,
            int stage,
            int stages,
            int stopAtFailedPercent,
            Install install,
            Instant startsAt,
            @Nullable Instant endsAt,
            Instant orderedAt,
            Map<DeviceProgress, Integer> counts) {

        public int devices() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int count(DeviceProgress progress) {
            return counts.getOrDefault(progress, 0);
        }
    }

    record Progress(Rollout rollout, List<OnDevice> devices) {}

    /// @param received bytes that the device has
    /// @param detail the device's own word
    /// @param versionBefore the program that it said it ran
    record OnDevice(
            DeviceId device,
            String name,
            String label,
            boolean online,
            int stage,
            DeviceProgress state,
            long received,
            String detail,
            String versionBefore,
            Instant changedAt) {}

    sealed interface PreviewOutcome {
        record Shown(List<OnDevice> devices, int stages) implements PreviewOutcome {}

        record Rejected(List<Problem> problems) implements PreviewOutcome {}
    }

    sealed interface StartOutcome {
        record Started(Rollout rollout) implements StartOutcome {}

        record Rejected(List<Problem> problems) implements StartOutcome {}
    }

    sealed interface ChangeOutcome {
        record Changed(Rollout rollout) implements ChangeOutcome {}

        /// Not in this state; or there is none.
        record Rejected(List<Problem> problems) implements ChangeOutcome {}
    }
}
