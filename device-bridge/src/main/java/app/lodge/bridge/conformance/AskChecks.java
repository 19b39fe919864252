package app.lodge.bridge.conformance;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.IdentifyBy;
import app.lodge.core.devices.ReaderMedium;
import java.util.ArrayList;
import java.util.List;

/// Asking in real time, and what holds when nobody answers.
final class AskChecks {

    private AskChecks() {}

    static List<Check> of(DeviceKind kind) {
        var checks = new ArrayList<Check>();
        checks.add(Check.byHand("ask.form", AskChecks::form));
        checks.add(Check.byHand("ask.refused", AskChecks::refused));
        checks.add(Check.byHand("ask.once", AskChecks::once));
        checks.add(Check.byHand("offline.refuse", AskChecks::offlineRefuse));
        if (kind.sells() || kind.keepsCash()) {
            checks.add(Check.byHand("offline.limit", AskChecks::offlineLimit));
            checks.add(Check.byHand("blocked", AskChecks::blocked));
        } else {
            checks.add(Check.byHand("offline.list", AskChecks::offlineList));
            checks.add(Check.byHand("event.medium", AskChecks::medium));
        }
        return checks;
    }

    private static String deed(Bench bench) {
        return switch (bench.kind()) {
            case PAYMENT_POINT, PHONE -> "payment";
            case KIOSK -> "cash-in";
            case SAFE -> "deposit";
            case LOCKER_CABINET, DOOR, PORTAL -> "opened";
        };
    }

    /// What a device of this kind asks when a medium is held to it.
    private static String asked(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT, PHONE -> "pay";
            case KIOSK -> "top-up";
            case LOCKER_CABINET, DOOR, PORTAL, SAFE -> "open";
        };
    }

    private static void form(Bench bench) throws Fault, InterruptedException {
        var mark = bench.mark();
        var message = ask(bench);
        try {
            var ask = Up.Ask.read(message.payload());
            GreetingChecks.same("up/ask kind", asked(bench.kind()), ask.kind());
            if (!ask.deadline().isAfter(ask.at())) {
                throw new Fault("conform.fault.deadline");
            }
            if (message.reply().correlation() == null) {
                throw new Fault("conform.fault.no-correlation");
            }
            if (!message.reply().topic().contains("/" + bench.device() + "/down/")) {
                throw new Fault("conform.fault.response-topic", message.reply().topic());
            }
        } catch (MalformedMessage e) {
            throw new Fault("conform.fault.malformed", "up/ask", String.valueOf(e.getMessage()));
        }
        var event = did(bench, mark);
        if (bench.kind().sells()) {
            GreetingChecks.same("up/event askId", message.text("id"), event.text("askId"));
        }
    }

    /// By what somebody identified, if the device can tell.
    private static void medium(Bench bench) throws Fault, InterruptedException {
        var mark = bench.mark();
        var asked = ask(bench).text("medium");
        if (!asked.isEmpty()
                && !asked.equals(IdentifyBy.TYPED)
                && ReaderMedium.of(asked).isEmpty()) {
            throw new Fault("conform.fault.medium-unknown", asked);
        }
        GreetingChecks.same("up/event medium", asked, did(bench, mark).text("medium"));
    }

    private static void refused(Bench bench) throws Fault, InterruptedException {
        bench.answering(Answering.NO);
        var mark = bench.mark();
        ask(bench);
        notDone(bench, mark, "conform.fault.done-though-refused");
    }

    private static void once(Bench bench) throws Fault, InterruptedException {
        bench.answering(Answering.YES_TWICE);
        var mark = bench.mark();
        ask(bench);
        did(bench, mark);
        bench.quiet();
        var times =
                bench.since(mark, Topics.EVENT).stream()
                        .filter(event -> event.text("kind").equals(deed(bench)))
                        .map(event -> event.number("seq"))
                        .distinct()
                        .count();
        if (times > 1) {
            throw new Fault("conform.fault.done-twice", times);
        }
    }

    private static void offlineRefuse(Bench bench) throws Fault, InterruptedException {
        ConfigurationChecks.configure(
                bench,
                Settings.with(
                        Settings.of(bench.kind()), "offline.rule", "refuse", "ask.timeout", "1"));
        bench.answering(Answering.SILENCE);
        var mark = bench.mark();
        ask(bench);
        notDone(bench, mark, "conform.fault.done-though-silent");
    }

    private static void offlineLimit(Bench bench) throws Fault, InterruptedException {
        known(bench);
        ListChecks.give(bench, "block", List.of());
        ListChecks.give(bench, "allow", List.of(bench.medium()));
        ConfigurationChecks.configure(
                bench,
                Settings.with(
                        Settings.of(bench.kind()),
                        "offline.rule",
                        "limit",
                        "offline.limit",
                        "100000",
                        "ask.timeout",
                        "1"));
        bench.answering(Answering.SILENCE);
        var mark = bench.mark();
        ask(bench);
        offline(bench, mark);
    }

    private static void offlineList(Bench bench) throws Fault, InterruptedException {
        known(bench);
        ListChecks.give(bench, "allow", List.of(bench.medium()));
        ConfigurationChecks.configure(
                bench,
                Settings.with(
                        Settings.of(bench.kind()), "offline.rule", "list", "ask.timeout", "1"));
        bench.answering(Answering.SILENCE);
        var mark = bench.mark();
        ask(bench);
        offline(bench, mark);
    }

    private static void offline(Bench bench, long mark) throws Fault, InterruptedException {
        var event = did(bench, mark);
        if (!event.json().path("offline").asBoolean()) {
            throw new Fault("conform.fault.not-marked-offline");
        }
        if (!event.text("askId").isEmpty()) {
            throw new Fault("conform.fault.offline-ask", event.text("askId"));
        }
    }

    private static void blocked(Bench bench) throws Fault, InterruptedException {
        known(bench);
        ListChecks.give(bench, "block", List.of(bench.medium()));
        var mark = bench.mark();
        bench.present();
        var event =
                bench.await(
                        mark,
                        Topics.EVENT,
                        one ->
                                one.text("kind").equals("refused")
                                        || one.text("kind").equals(deed(bench)),
                        bench.patience().hands());
        var asked = !bench.since(mark, Topics.ASK).isEmpty();
        ListChecks.give(bench, "block", List.of());
        if (event == null || asked || event.text("kind").equals(deed(bench))) {
            throw new Fault("conform.fault.block-ignored", bench.medium());
        }
    }

    /// The medium's number is known from an ask.
    private static void known(Bench bench) throws Fault, InterruptedException {
        if (bench.medium().isEmpty()) {
            var mark = bench.mark();
            ask(bench);
            did(bench, mark);
        }
    }

    static Heard ask(Bench bench) throws Fault, InterruptedException {
        var mark = bench.mark();
        bench.present();
        var ask = bench.await(mark, Topics.ASK, one -> acts(one), bench.patience().hands());
        if (ask == null) {
            throw new Fault("conform.fault.no-ask", bench.patience().hands().toSeconds());
        }
        return ask;
    }

    /// Not what a device asks besides: which cost centres there are, which keys to use.
    private static boolean acts(Heard ask) {
        return List.of("pay", "open", "top-up").contains(ask.text("kind"));
    }

    /// The event that says what was done.
    static Heard did(Bench bench, long mark) throws Fault, InterruptedException {
        var event =
                bench.await(
                        mark,
                        Topics.EVENT,
                        one -> one.text("kind").equals(deed(bench)),
                        bench.patience().answer());
        if (event == null) {
            throw new Fault(
                    "conform.fault.no-event", deed(bench), bench.patience().answer().toSeconds());
        }
        try {
            Up.Event.read(event.payload());
        } catch (MalformedMessage e) {
            throw new Fault("conform.fault.malformed", "up/event", String.valueOf(e.getMessage()));
        }
        return event;
    }

    /// The device says what it did instead, or nothing at all.
    private static void notDone(Bench bench, long mark, String key)
            throws Fault, InterruptedException {
        var event = bench.await(mark, Topics.EVENT, _ -> true, bench.patience().answer());
        if (event != null) {
            bench.quiet();
        }
        for (var one : bench.since(mark, Topics.EVENT)) {
            if (one.text("kind").equals(deed(bench))) {
                throw new Fault(key, deed(bench));
            }
        }
    }
}
