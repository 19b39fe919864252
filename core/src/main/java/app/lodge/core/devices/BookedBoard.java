package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import java.util.List;

/// The board read from the books.
final class BookedBoard implements DeviceBoard {

    private final Books books;

    BookedBoard(Books books) {
        this.books = books;
    }

    @Override
    public List<Row> rows(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> BoardStore.rows(sql, books.clock().instant()));
    }
}
