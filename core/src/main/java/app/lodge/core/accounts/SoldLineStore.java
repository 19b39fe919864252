package app.lodge.core.accounts;

import app.lodge.core.books.Change;
import app.lodge.core.books.Tx;
import java.util.List;

/// The rows of what was sold with payments.
final class SoldLineStore {

    private static final Change INSERT =
            Change.insert(
                    "sold_line",
                    "posting_id bigint",
                    "line smallint",
                    "product_number int",
                    "quantity int",
                    "price bigint",
                    "list_version bigint",
                    "tax bigint",
                    "remark varchar");

    void insert(Tx tx, long posting, List<SoldLine> lines) {
        short number = 0;
        for (var sold : lines) {
            tx.statements()
                    .later(
                            INSERT,
                            posting,
                            ++number,
                            sold.line().product(),
                            sold.line().quantity(),
                            sold.line().price(),
                            sold.listVersion(),
                            sold.tax(),
                            sold.remark().name());
        }
    }
}
