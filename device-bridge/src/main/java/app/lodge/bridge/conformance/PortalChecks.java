package app.lodge.bridge.conformance;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.portal.HolderMessages;
import java.util.List;

/// What a portal sends for its holders: a form of its own, each message once, and nothing that stays behind.
final class PortalChecks {

    static final List<Check> ALL =
            List.of(
                    Check.byHand("holder.form", PortalChecks::form),
                    Check.byHand("holder.not-kept", PortalChecks::notKept),
                    Check.byHand("holder.ids", PortalChecks::ids));

    private PortalChecks() {}

    private static void form(Bench bench) throws Fault, InterruptedException {
        var message = wanted(bench);
        try {
            var deadline = HolderMessages.deadline(message.payload());
            if (!deadline.isAfter(message.at())) {
                throw new Fault("conform.fault.malformed", "up/holder", "deadline");
            }
        } catch (MalformedMessage e) {
            throw new Fault("conform.fault.malformed", "up/holder", String.valueOf(e.getMessage()));
        }
    }

    /// Secrets go over it: no broker may keep it for whoever comes next.
    private static void notKept(Bench bench) throws Fault, InterruptedException {
        if (wanted(bench).reply().retained()) {
            throw new Fault("conform.fault.retained", "up/holder");
        }
    }

    private static void ids(Bench bench) throws Fault, InterruptedException {
        var first = wanted(bench).text("id");
        var second = wanted(bench).text("id");
        if (first.equals(second)) {
            throw new Fault("conform.fault.id-again", first);
        }
    }

    private static Heard wanted(Bench bench) throws Fault, InterruptedException {
        var mark = bench.mark();
        bench.present();
        var message = bench.await(mark, Topics.HOLDER, _ -> true, bench.patience().hands());
        if (message == null) {
            throw new Fault(
                    "conform.fault.silent", "up/holder", bench.patience().hands().toSeconds());
        }
        return message;
    }
}
