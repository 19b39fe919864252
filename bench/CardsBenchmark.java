import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// What each shipped plan takes to write a blank, in commands and bytes, against the fewest that can write it
/// (`FewestApdus`); and how many cards a minute are encoded and read back, in memory and through pcscd's virtual reader.
final class CardsBenchmark {

    private static final Actor CLERK = new Actor(3, "bench", Role.CLERK, "bench");
    private static final Optional<CardFacts> FACTS = Optional.of(CardFacts.of(new CardNumber(1234, 2)));
    private static final Duration WAIT = Duration.ofSeconds(10);

    private CardsBenchmark() {}

    public static void main(String[] words) throws Exception {
        var seconds = words.length > 0 ? Integer.parseInt(words[0]) : 5;
        var folder = Files.createTempDirectory("lodge-bench");
        var vault =
                KeyVault.create(folder.resolve("bench.lodge"), new byte[] {1}, "rathaus", new KdfCost(64, 1, 1));
        var keys = VaultCardKeys.over(vault, InstantSource.system(), () -> 1);
        System.out.println("issuing by plan: commands and bytes with replies, looking first included | the fewest");
        for (var plan : ShippedPlans.all()) {
            if (!(plan.medium() instanceof PlannedMedium.ContactKey)) {
                var shown = new DryRun(keys).run(CLERK, plan, FACTS.orElseThrow());
                System.out.printf(
                        Locale.ROOT,
                        "  %-18s %3d commands %5d bytes | %3d commands %5d bytes | %.2f times%n",
                        plan.reference(),
                        shown.used().apdus(),
                        shown.used().bytes(),
                        shown.fewest().apdus(),
                        shown.fewest().bytes(),
                        shown.used().apdus() / (double) shown.fewest().apdus());
            }
        }
        for (var plan : ShippedPlans.all()) {
            if (plan.medium() instanceof PlannedMedium.Desfire) {
                inMemory(keys, plan, seconds);
                throughPcscd(keys, plan, seconds);
            }
        }
    }

    private static void inMemory(CardKeys keys, EncodingPlan plan, int seconds) throws Exception {
        var reader = new InProcessReader("bench");
        rate(plan, "in memory", 500, seconds, seed -> {
            reader.insert(DryRun.blank(plan, new Random(seed)));
            issue(keys, plan, reader);
        });
    }

    private static void throughPcscd(CardKeys keys, EncodingPlan plan, int seconds) throws Exception {
        try (var first = VirtualReader.lay(DryRun.blank(plan, new Random(1)))) {
            if (!first.path().equals("pcscd")) {
                System.out.println("  SKIPPED through pcscd: it does not run here with its virtual reader");
                return;
            }
        }
        rate(plan, "through pcscd, card laid on anew each time", 2, seconds, seed -> {
            try (var reader = VirtualReader.lay(DryRun.blank(plan, new Random(seed)))) {
                issue(keys, plan, reader);
            }
        });
    }

    private interface Work {
        void once(int seed) throws Exception;
    }

    private static void rate(EncodingPlan plan, String how, int warmUp, int seconds, Work work) throws Exception {
        for (var warm = 0; warm < warmUp; warm++) {
            work.once(warm);
        }
        var cards = 0;
        var from = System.nanoTime();
        while (System.nanoTime() - from < seconds * 1_000_000_000L) {
            work.once(1000 + cards++);
        }
        System.out.printf(
                Locale.ROOT,
                "  %-18s %6.0f cards a minute, encoded and read back, %s%n",
                plan.reference(),
                cards * 60e9 / (System.nanoTime() - from),
                how);
    }

    private static void issue(CardKeys keys, EncodingPlan plan, CardReader reader) throws Exception {
        var encoder = MediumEncoder.of(keys, plan);
        var chip = encoder.identify(CLERK, reader, WAIT);
        encoder.encode(CLERK, reader, WAIT, chip.uid(), FACTS, Step.Log.none());
        encoder.verify(CLERK, reader, WAIT, chip.uid(), FACTS);
    }
}
