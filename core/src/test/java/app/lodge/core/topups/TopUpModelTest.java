package app.lodge.core.topups;

import static app.lodge.core.topups.TopUpSite.CHIEF;
import static app.lodge.core.topups.TopUpSite.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.RequestId;
import app.lodge.core.topups.SourceRule.Crediting;
import app.lodge.core.topups.TopUps.OrderOutcome.Done;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is ordered, reported twice, late and in any order: the accounts stand as a model of a few
/// lines says.
@Tag("ID-28")
@Tag("ID-29")
final class TopUpModelTest {

    private static final long UP_TO = 1_500;
    private static final long FEE = 300;

    @TempDir Path folder;

    /// What one order has been through.
    private static final class Model {
        final TopUpSource source;
        final AccountId account;
        final long cents;
        boolean authorised;
        boolean credited;
        boolean settled;
        boolean returned;
        boolean refused;

        Model(TopUpSource source, AccountId account, long cents) {
            this.source = source;
            this.account = account;
            this.cents = cents;
        }

        long effect() {
            return returned ? -FEE : credited ? cents : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theAccountsStandAsTheModelSays(long seed) throws Exception {
        var random = new Random(seed);
        try (var site = new TopUpSite(Files.createTempDirectory(folder, "site"))) {
            var accounts = new ArrayList<AccountId>();
            for (var i = 0; i < 3; i++) {
                var person = site.person("P" + i);
                site.mandate(person, false);
                accounts.add(site.account(person));
            }
            site.rule(TopUpSource.KIOSK, Crediting.AT_ONCE, 0, FEE);
            site.rule(TopUpSource.ONLINE_CARD, Crediting.AFTER_SETTLEMENT, 0, FEE);
            site.rule(TopUpSource.CARD_TERMINAL, Crediting.AT_ONCE_UP_TO, UP_TO, FEE);
            site.rule(TopUpSource.DIRECT_DEBIT, Crediting.AT_ONCE_UP_TO, UP_TO, FEE);
            Map<Long, Model> model = new HashMap<>();
            List<Long> numbers = new ArrayList<>();
            var requests = new ArrayList<Runnable>();
            for (var step = 0; step < 120; step++) {
                if (numbers.isEmpty() || random.nextInt(3) == 0) {
                    var source = TopUpSource.values()[random.nextInt(4)];
                    var account = accounts.get(random.nextInt(3));
                    var cents = 1 + random.nextInt(1_200);
                    if (site.order(source, "R-" + step, account, cents)
                            instanceof Done(TopUpOrder order, _)) {
                        var one = new Model(source, account, cents);
                        model.put(order.number(), one);
                        numbers.add(order.number());
                        if (source == TopUpSource.DIRECT_DEBIT) {
                            authorise(model, one);
                        }
                    }
                    continue;
                }
                if (!requests.isEmpty() && random.nextInt(5) == 0) {
                    requests.get(random.nextInt(requests.size())).run(); // the same request again
                    continue;
                }
                var number = numbers.get(random.nextInt(numbers.size()));
                var one = model.get(number);
                var request = RequestId.fresh();
                Runnable verb =
                        switch (random.nextInt(7)) {
                            case 0, 1 -> () -> site.topUps.authorise(CLERK, request, number, "A");
                            case 2, 3 -> () -> site.topUps.settle(CHIEF, request, number);
                            case 4, 5 -> () -> site.topUps.giveBack(CHIEF, request, number, "MD06");
                            default -> () -> site.topUps.refuse(CLERK, request, number);
                        };
                verb.run();
                requests.add(verb);
                follow(site, model, one, number);
                if (random.nextInt(4) == 0) {
                    for (var id : accounts) {
                        site.accounts.unblock(CHIEF, RequestId.fresh(), id);
                    }
                }
            }
            for (var id : accounts) {
                assertThat(site.balance(id))
                        .isEqualTo(
                                model.values().stream()
                                        .filter(one -> one.account.equals(id))
                                        .mapToLong(Model::effect)
                                        .sum());
            }
            assertThat(site.accounts.audit(CHIEF)).isEmpty();
        }
    }

    /// The model is told which verb came by the state that the order says it is in, and computes
    /// credit, settlement and fee on its own.
    private static void follow(TopUpSite site, Map<Long, Model> model, Model one, long number) {
        var state = site.topUps.find(CHIEF, number).orElseThrow().state();
        switch (state) {
            case ORDERED -> {
                // nothing has moved
            }
            case AUTHORISED -> authorise(model, one);
            case SETTLED -> {
                one.authorised = true;
                one.settled = true;
                one.credited = true;
            }
            case RETURNED -> one.returned = true;
            case REFUSED -> one.refused = true;
        }
        assertThat(one.refused && one.returned).isFalse();
    }

    private static void authorise(Map<Long, Model> model, Model one) {
        if (one.authorised) {
            return;
        }
        one.authorised = true;
        one.credited =
                switch (one.source) {
                    case KIOSK -> true;
                    case ONLINE_CARD -> false;
                    case CARD_TERMINAL, DIRECT_DEBIT ->
                            one.cents
                                            + model.values().stream()
                                                    .filter(other ->
                                                            other.account.equals(one.account)
                                                                    && other.source == one.source
                                                                    && other.credited
                                                                    && !other.settled
                                                                    && !other.returned)
                                                    .mapToLong(other -> other.cents)
                                                    .sum()
                                    <= UP_TO;
                };
    }
}
