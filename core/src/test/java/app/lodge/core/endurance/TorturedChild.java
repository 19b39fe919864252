package app.lodge.core.endurance;

/// A process that tells stories in a site's books until it is killed, each answer on its standard output.
///
/// Arguments: where the books are, then for each worker the story to begin with.
final class TorturedChild {

    private TorturedChild() {}

    public static void main(String[] args) {
        var site = EnduringSite.open(args[0]);
        site.now = Story.time(Integer.parseInt(args[1]));
        for (var w = 1; w <= EnduringSite.WORKERS; w++) {
            var worker = w;
            var first = Integer.parseInt(args[w]);
            Thread.ofPlatform().start(() -> tell(site, worker, first));
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void tell(EnduringSite site, int worker, int first) {
        try {
            for (var story = first; ; story++) {
                new Story(() -> site, worker, story, TorturedChild::print).play();
            }
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            synchronized (System.out) {
                System.out.println("F\t" + worker + "\t" + e);
                System.out.flush();
            }
        }
    }

    private static void print(int worker, Story.Answer answer, long balance) {
        var line =
                "A\t%d\t%d\t%d\t%s\t%d\t%d\t%s\tE\n"
                        .formatted(
                                worker,
                                answer.story(),
                                answer.step(),
                                answer.key(),
                                answer.posting(),
                                balance,
                                answer.text());
        synchronized (System.out) {
            System.out.print(line);
            System.out.flush();
        }
    }
}
