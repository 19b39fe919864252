package app.lodge.desktop.commandline;

import app.lodge.core.products.Prices;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge price lists`: where, for whom and when prices hold (ID-62).
@Command(name = "lists")
final class ListPriceLists extends DoorCommand {

    ListPriceLists(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var lists = doors.door(Prices.class).lists(doors.actor());
        var words = new PriceWords(session, doors);
        return new Answer.Done(Map.of("lists", lists), lists.stream().map(words::line).toList());
    }
}
