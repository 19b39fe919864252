package app.lodge.core.overview;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices;
import app.lodge.core.exports.Exports;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.money.Money;
import app.lodge.core.people.People;
import app.lodge.core.people.Portraits;
import app.lodge.core.purse.Purses;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.stock.Stock;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks the other doors and counts.
final class GatheredOverview implements Overview {

    private static final int FILES_LOOKED_AT = 20;
    private static final int ALERTS_LOOKED_AT = 100;
    private static final int BLOCKS_LOOKED_AT = 50;
    private static final Duration EXPIRES_SOON = Duration.ofDays(30);
    private static final Duration JOB_TAKES = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final People people;
    private final Media media;
    private final CardJobs jobs;
    private final Devices devices;
    private final Exports exports;
    private final BankFiles bankFiles;
    private final Purses purses;
    private final Watch watch;
    private final Stock stock;
    private final SelfService selfService;
    private final Portraits portraits;
    private final InstantSource clock;

    GatheredOverview(
            Accounts accounts,
            People people,
            Media media,
            CardJobs jobs,
            Devices devices,
            Exports exports,
            BankFiles bankFiles,
            Purses purses,
            Watch watch,
            Stock stock,
            SelfService selfService,
            Portraits portraits,
            InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.media = media;
        this.jobs = jobs;
        this.devices = devices;
        this.exports = exports;
        this.bankFiles = bankFiles;
        this.purses = purses;
        this.watch = watch;
        this.stock = stock;
        this.selfService = selfService;
        this.portraits = portraits;
        this.clock = clock;
    }

    @Override
    public Today today(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        var views = devices.list(actor);
        var money = accounts.check(actor);
        var down = views.stream().filter(view -> !view.online()).toList();
        var blocks = openBlocks(actor, views, money.turnoverToday().currency());
        return new Today(
                views.size() - down.size(),
                down.size(),
                labels(down),
                money.turnoverToday(),
                money.otherTurnover(),
                money.paymentsToday(),
                actor.may(Permission.SEE_PEOPLE) ? people.count(actor, "") : 0,
                media.countActive(actor),
                tasks(actor, views),
                blocks.devices(),
                blocks.spendable());
    }

    private List<Task> tasks(Actor actor, List<DeviceView> views) {
        var tasks = new ArrayList<Task>();
        if (actor.may(Permission.ISSUE_CARDS)) {
            var stuckBefore = clock.instant().minus(JOB_TAKES);
            jobs.open(actor, "").stream()
                    .filter(job ->
                            job.changedAt().isBefore(stuckBefore)
                                    || job.state() == JobState.UNKNOWN)
                    .map(job ->
                            new Task(
                                    Kind.CARD_JOB_UNRESOLVED,
                                    "job:" + job.id().number(),
                                    job.cardNumber()))
                    .forEach(tasks::add);
        }
        if (actor.may(Permission.CHANGE_SETTINGS)) {
            exports.schedules(actor).stream()
                    .filter(schedule -> schedule.failedAt() != null)
                    .map(schedule ->
                            new Task(
                                    Kind.EXPORT_FAILED,
                                    "export:" + schedule.number(),
                                    schedule.daily().folder()))
                    .forEach(tasks::add);
        }
        if (actor.may(Permission.MOVE_MONEY)) {
            bankFiles.files(actor, FILES_LOOKED_AT).stream()
                    .filter(file -> file.writtenAt() == null)
                    .map(file ->
                            new Task(
                                    Kind.COLLECTION_NOT_WRITTEN,
                                    "bank-file:" + file.number(),
                                    file.name()))
                    .forEach(tasks::add);
        }
        if (actor.may(Permission.SEE_MEDIA)) {
            purses.alarms(actor).stream()
                    .filter(alarm -> alarm.settledAt() == null)
                    .map(Purses.Alarm::medium)
                    .distinct()
                    .map(medium ->
                            new Task(
                                    Kind.PURSE_ALARM,
                                    "medium:" + medium.number(),
                                    media.find(actor, medium)
                                            .map(Medium::number)
                                            .orElseGet(() -> String.valueOf(medium.number()))))
                    .forEach(tasks::add);
        }
        var asTask =
                watch.rules(actor).stream()
                        .filter(rule -> rule.channels().contains(Channel.TASK))
                        .map(Rule::id)
                        .collect(Collectors.toSet());
        watch.alerts(actor, ALERTS_LOOKED_AT).stream()
                .filter(alert -> alert.waits() && asTask.contains(alert.rule()))
                .map(alert ->
                        new Task(
                                Kind.ALERT,
                                "alert:" + alert.id(),
                                alert.what().isEmpty() ? alert.subject() : alert.what()))
                .forEach(tasks::add);
        if (actor.may(Permission.SEE_MEDIA)) {
            stock.low(actor).stream()
                    .map(low ->
                            new Task(
                                    Kind.STOCK_LOW,
                                    "stock-place:" + low.place().id(),
                                    low.place().name()))
                    .forEach(tasks::add);
        }
        if (actor.may(Permission.CHANGE_PEOPLE)) {
            selfService.requests(actor).stream()
                    .map(wish ->
                            new Task(
                                    Kind.HOLDER_REQUEST,
                                    "wishes:" + wish.person().number(),
                                    wish.name()))
                    .distinct()
                    .forEach(tasks::add);
        }
        if (actor.may(Permission.APPROVE_PHOTOGRAPHS) && actor.may(Permission.SEE_PEOPLE)) {
            int waiting = portraits.proposed(actor, 0, 1).waiting();
            if (waiting > 0) {
                tasks.add(new Task(Kind.PHOTOS_WAITING, "photos:", String.valueOf(waiting)));
            }
        }
        for (var view : views) {
            kind(view)
                    .map(kind ->
                            new Task(
                                    kind,
                                    "device:" + view.device().id().number(),
                                    view.device().label()))
                    .ifPresent(tasks::add);
        }
        return tasks;
    }

    private Optional<Kind> kind(DeviceView view) {
        if (!view.device().joined()) {
            return Optional.of(Kind.DEVICE_NOT_JOINED);
        }
        var until = view.device().certificateUntil();
        if (until != null && until.isBefore(clock.instant().plus(EXPIRES_SOON))) {
            return Optional.of(Kind.CERTIFICATE_EXPIRES);
        }
        return switch (view.sync()) {
            case DRIFTED -> Optional.of(Kind.DEVICE_DRIFTED);
            case FAILED -> Optional.of(Kind.DEVICE_REFUSED_CONFIGURATION);
            case UNKNOWN, IN_SYNC, PENDING -> Optional.empty();
        };
    }

    /// @param spendable at all of them
    private record OpenBlocks(List<OpenBlock> devices, Money spendable) {}

    private OpenBlocks openBlocks(Actor actor, List<DeviceView> views, Currency currency) {
        var open = new LinkedHashMap<String, OpenBlock>();
        for (var view : views) {
            if (owesConfirmation(view)) {
                var label = view.device().label();
                open.put(label, new OpenBlock(label, view.online(), 0, new Money(0, currency)));
            }
        }
        if (open.isEmpty() || !actor.may(Permission.SEE_MEDIA)) {
            return new OpenBlocks(List.copyOf(open.values()), new Money(0, currency));
        }
        long spendable = 0;
        for (var medium : media.blocked(actor, BLOCKS_LOOKED_AT)) {
            var spread = media.spread(actor, medium.id());
            spendable += spread.spendable();
            for (var device : spread.unconfirmed()) {
                open.computeIfPresent(
                        device.device(),
                        (label, so) ->
                                new OpenBlock(
                                        label,
                                        so.online(),
                                        so.cards() + 1,
                                        so.most().plus(new Money(device.spendable(), currency))));
            }
        }
        return new OpenBlocks(List.copyOf(open.values()), new Money(spendable, currency));
    }

    private static boolean owesConfirmation(DeviceView view) {
        return view.lists().stream().anyMatch(list -> list.confirmedVersion() < list.version());
    }

    private static List<String> labels(List<DeviceView> views) {
        return views.stream().map(view -> view.device().label()).toList();
    }
}
