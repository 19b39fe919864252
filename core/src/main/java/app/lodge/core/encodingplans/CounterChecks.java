package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Counter;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import java.util.HashSet;

/// Counters of page chips: those that the chip has, each once, and no more asked than it can.
record CounterChecks(Pages card, Findings found) {

    void run() {
        var numbers = new HashSet<Integer>();
        for (var counter : card.counters()) {
            var path = "counter " + counter.number();
            if (card.chip().firstCounter() > PageChip.LAST_COUNTER) {
                found.blocks(path, card.chip(), "plan.no-counter");
                continue;
            }
            found.range(
                    path + ".number",
                    counter.number(),
                    card.chip().firstCounter(),
                    PageChip.LAST_COUNTER);
            if (!numbers.add(counter.number())) {
                found.blocks(path + ".number", counter.number(), "plan.twice");
            }
            raised(path, counter);
            if (counter.guarded() && (!card.chip().countsReads() || card.password().isEmpty())) {
                found.blocks(path + ".guarded", card.chip(), "plan.counter-told");
            }
        }
    }

    private void raised(String path, Counter counter) {
        if (card.chip().countsReads() && counter.least() != 0) {
            found.blocks(path + ".least", counter.least(), "plan.counts-itself", card.chip());
            return;
        }
        found.range(path + ".least", counter.least(), 0, Counter.MOST);
        if (counter.least() > 0) {
            found.done.add(Irreversible.COUNTER_RAISED);
        }
    }
}
