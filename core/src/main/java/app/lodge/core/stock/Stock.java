package app.lodge.core.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Delivery.Numbering;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stock of blanks by place and count (CHAIN-05, 06, 51, 52). Every verb moves pieces from one place
/// and state to another, so that received = blank + prepared + issued + returned + spoiled + lost +
/// destroyed + difference, always.
public interface Stock {

    static Stock in(Books books) {
        return new BookedStock(books);
    }

    List<Place> places(Actor actor);

    /// A new place, or another name, workstation, threshold or delegation for one that there is.
    PutOutcome putPlace(Actor actor, RequestId request, Place place);

    List<Blank> blanks(Actor actor);

    PutOutcome addBlank(Actor actor, RequestId request, Blank blank);

    /// Takes a box of blanks in. A serial list is taken whole or not at all: each doubled, malformed or
    /// already known number is named with its row.
    ReceiveOutcome receive(Actor actor, RequestId request, NewDelivery delivery);

    /// The numbers of a serial list: the first column of a CSV or XLSX file that looks like numbers.
    SerialList readSerials(Actor actor, String fileName, byte[] content);

    /// Pieces go to another place in the same state; the numbers say which, where pieces are numbered.
    MoveOutcome handOver(Actor actor, RequestId request, HandOver order);

    /// Whether a blank that lies on the reader may be prepared; asked before anything is written to it.
    Turn turn(Actor actor, long delivery, long place, Uid chip);

    /// One blank got the enterprise control key and was read back (CHAIN-06).
    ///
    /// @param chip its number; checked against the delivery if that names chips
    MoveOutcome prepared(Actor actor, RequestId request, long delivery, long place, Uid chip);

    /// Pieces are no good, or gone: all of them or none.
    MoveOutcome writeOff(Actor actor, RequestId request, WriteOff order);

    /// Spoiled pieces that lie at a place go into the shredder.
    MoveOutcome destroy(Actor actor, RequestId request, long delivery, long place, int pieces);

    /// What was counted at a place takes the place of what the books say; each difference is a movement
    /// with the reason given.
    CountOutcome count(
            Actor actor, RequestId request, long place, List<Counted> counted, MoveReason reason);

    /// Every count of every delivery, with its share of bad cards.
    Standing standing(Actor actor);

    /// The place of the actor's workstation and what is left there; empty where no stock is kept.
    Optional<AtDesk> atDesk(Actor actor);

    /// The places with fewer blanks and prepared cards than they ask to be told of.
    List<AtDesk> low(Actor actor);

    /// The newest first.
    List<Movement> movements(Actor actor, @Nullable Long below, int limit);

    /// @param supplier empty to take the order's
    /// @param pieces how many came; with a serial list, as many as it names
    record NewDelivery(
            long blank,
            @Nullable Long order,
            String supplier,
            String batch,
            long place,
            int pieces,
            Numbering numbering,
            List<String> serials) {
        public NewDelivery {
            serials = List.copyOf(serials);
        }
    }

    record SerialList(List<String> serials, List<Problem> problems) {}

    record HandOver(
            long delivery, StockState state, long from, long to, int pieces, List<String> serials) {
        public HandOver {
            serials = List.copyOf(serials);
        }
    }

    /// @param pieces how many, where no numbers say which
    /// @param serials none if they are not numbered, or nobody can read them
    /// @param reason one that spoils, or MISSING
    record WriteOff(
            long delivery,
            long place,
            StockState from,
            int pieces,
            List<String> serials,
            MoveReason reason) {
        public WriteOff {
            serials = List.copyOf(serials);
        }

        /// @param serial empty if nobody can read it
        public static WriteOff one(
                long delivery, long place, StockState from, String serial, MoveReason reason) {
            var serials = serial.isBlank() ? List.<String>of() : List.of(serial);
            return new WriteOff(delivery, place, from, 1, serials, reason);
        }
    }

    record Counted(long delivery, StockState state, int pieces) {}

    record Line(long delivery, long place, StockState state, int pieces) {}

    /// @param bad pieces that proved bad, by reason
    record DeliveryStanding(Delivery delivery, Map<String, Integer> bad) {

        /// Per thousand of what came.
        public int badPerMille() {
            return (int)
                    (1000L
                            * bad.values().stream().mapToInt(Integer::intValue).sum()
                            / delivery.pieces());
        }
    }

    /// @param differences sentences that ought never to be there: counts that do not add up
    record Standing(
            List<Place> places,
            List<DeliveryStanding> deliveries,
            List<Line> lines,
            List<String> differences) {}

    /// @param usable blanks and prepared ones
    record AtDesk(Place place, int blank, int prepared) {
        public int usable() {
            return blank + prepared;
        }

        public boolean low() {
            return usable() < place.lowAt();
        }
    }

    record Movement(
            long id,
            Instant at,
            long delivery,
            @Nullable Long fromPlace,
            @Nullable StockState from,
            long toPlace,
            StockState to,
            int pieces,
            MoveReason reason,
            String cause,
            long operator) {}

    /// What the books know of a blank that is to be prepared.
    enum Turn {
        /// It is of this delivery, or may be: prepare it.
        GOES_AHEAD,
        /// It was prepared already; to prepare it again changes no count.
        READY_ALREADY,
        /// The delivery does not know it, or it lies elsewhere, or it is in somebody's hand.
        STRANGER,
        /// All blanks of this delivery that lie there are used up, as the books have it.
        NONE_LEFT
    }

    sealed interface PutOutcome {
        record Put(long id) implements PutOutcome {}

        record Rejected(List<Problem> problems) implements PutOutcome {}
    }

    sealed interface ReceiveOutcome {
        record Received(Delivery delivery) implements ReceiveOutcome {}

        record Rejected(List<Problem> problems) implements ReceiveOutcome {}
    }

    sealed interface MoveOutcome {
        record Moved(int pieces) implements MoveOutcome {}

        /// So many are not there.
        record TooFew(int there) implements MoveOutcome {}

        /// No such piece of this delivery lies there.
        record Stranger(String serial) implements MoveOutcome {}

        record Rejected(List<Problem> problems) implements MoveOutcome {}
    }

    /// @param differences what was found too many (above zero) or too few
    record CountOutcome(List<Counted> differences, List<Problem> problems) {}
}
