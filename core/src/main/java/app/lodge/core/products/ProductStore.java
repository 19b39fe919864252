package app.lodge.core.products;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.PRICE_LIST;
import static app.lodge.core.books.tables.Tables.PRICE_LIST_POINT;
import static app.lodge.core.books.tables.Tables.PRODUCT;
import static app.lodge.core.books.tables.Tables.PRODUCT_PRICE;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.groups.GroupId;
import app.lodge.core.people.PersonId;
import app.lodge.core.products.Prices.Point;
import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.WeekPlan;
import app.lodge.core.rights.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of products, price lists and prices.
final class ProductStore {

    private static final String PAYMENT_POINT = "PAYMENT_POINT";

    private ProductStore() {}

    static PriceBook book(DSLContext sql) {
        return new PriceBook(
                products(sql).stream().collect(Collectors.toMap(Product::number, one -> one)),
                lists(sql),
                sql.selectFrom(PRODUCT_PRICE)
                        .fetch(row ->
                                new PriceBook.Price(
                                        row.get(PRODUCT_PRICE.ID),
                                        new PriceListId(row.get(PRODUCT_PRICE.LIST_ID)),
                                        row.get(PRODUCT_PRICE.PRODUCT_NUMBER),
                                        row.get(PRODUCT_PRICE.AMOUNT),
                                        Tx.instant(row.get(PRODUCT_PRICE.FROM_AT)),
                                        Tx.instant(row.get(PRODUCT_PRICE.PUT_AT)))));
    }

    /// By number.
    @SuppressWarnings("unchecked")
    static List<Product> products(DSLContext sql) {
        return sql.selectFrom(PRODUCT)
                .orderBy(PRODUCT.NUMBER)
                .fetch(row ->
                        new Product(
                                row.get(PRODUCT.NUMBER),
                                row.get(PRODUCT.NAME),
                                (Map<String, String>) Json.read(row.get(PRODUCT.NAMES), Map.class),
                                row.get(PRODUCT.CATEGORY),
                                row.get(PRODUCT.TAX_CODE),
                                row.get(PRODUCT.ACTIVE)));
    }

    static void put(Tx tx, Product product) {
        var changed =
                tx.sql()
                        .update(PRODUCT)
                        .set(PRODUCT.NAME, product.name())
                        .set(PRODUCT.NAMES, Json.canonical(product.names()))
                        .set(PRODUCT.CATEGORY, product.category())
                        .set(PRODUCT.TAX_CODE, product.taxCode())
                        .set(PRODUCT.ACTIVE, product.active())
                        .set(PRODUCT.CHANGED_AT, tx.nowUtc())
                        .where(PRODUCT.NUMBER.eq(product.number()))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(PRODUCT)
                    .set(PRODUCT.NUMBER, product.number())
                    .set(PRODUCT.NAME, product.name())
                    .set(PRODUCT.NAMES, Json.canonical(product.names()))
                    .set(PRODUCT.CATEGORY, product.category())
                    .set(PRODUCT.TAX_CODE, product.taxCode())
                    .set(PRODUCT.ACTIVE, product.active())
                    .set(PRODUCT.CREATED_AT, tx.nowUtc())
                    .set(PRODUCT.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
    }

    /// By name.
    static List<PriceList> lists(DSLContext sql) {
        var points = new HashMap<Long, List<Long>>();
        points.putAll(
                sql.selectFrom(PRICE_LIST_POINT)
                        .orderBy(PRICE_LIST_POINT.DEVICE_ID)
                        .fetchGroups(PRICE_LIST_POINT.LIST_ID, PRICE_LIST_POINT.DEVICE_ID));
        return sql.selectFrom(PRICE_LIST)
                .orderBy(PRICE_LIST.NAME)
                .fetch(row ->
                        new PriceList(
                                new PriceListId(row.get(PRICE_LIST.ID)),
                                row.get(PRICE_LIST.NAME),
                                points.getOrDefault(row.get(PRICE_LIST.ID), List.of()),
                                row.get(PRICE_LIST.GROUP_ID) == null
                                        ? null
                                        : new GroupId(row.get(PRICE_LIST.GROUP_ID)),
                                hours(row.get(PRICE_LIST.HOURS)),
                                row.get(PRICE_LIST.TAX_CODE),
                                row.get(PRICE_LIST.ENDS_AT) == null
                                        ? null
                                        : Tx.instant(row.get(PRICE_LIST.ENDS_AT))));
    }

    private static List<Window> hours(String words) {
        return words.isEmpty()
                        || !(PlanText.parse(
                                        Arrays.asList(words.split(" ")), WeekPlan.Holidays.AS_USUAL)
                                instanceof PlanText.Parsed.Read(WeekPlan week))
                ? List.of()
                : week.windows();
    }

    static PriceListId begin(Tx tx, PriceList draft) {
        var id = tx.nextNumber(PRICE_LIST.ID);
        var group = draft.group();
        tx.sql()
                .insertInto(PRICE_LIST)
                .set(PRICE_LIST.ID, id)
                .set(PRICE_LIST.NAME, draft.name().strip())
                .set(PRICE_LIST.GROUP_ID, group == null ? null : group.number())
                .set(
                        PRICE_LIST.HOURS,
                        draft.hours().stream().map(PlanText::word).collect(Collectors.joining(" ")))
                .set(PRICE_LIST.TAX_CODE, draft.taxCode())
                .set(PRICE_LIST.CREATED_AT, tx.nowUtc())
                .execute();
        for (var point : draft.points()) {
            tx.sql()
                    .insertInto(PRICE_LIST_POINT)
                    .set(PRICE_LIST_POINT.LIST_ID, id)
                    .set(PRICE_LIST_POINT.DEVICE_ID, point)
                    .execute();
        }
        return new PriceListId(id);
    }

    static void end(Tx tx, PriceListId list, Instant at) {
        tx.sql()
                .update(PRICE_LIST)
                .set(PRICE_LIST.ENDS_AT, Tx.utc(at))
                .where(PRICE_LIST.ID.eq(list.number()))
                .execute();
    }

    static PriceBook.Price put(
            Tx tx, PriceListId list, int product, @Nullable Long minor, Instant from) {
        var price =
                new PriceBook.Price(
                        tx.nextNumber(PRODUCT_PRICE.ID), list, product, minor, from, tx.now());
        tx.sql()
                .insertInto(PRODUCT_PRICE)
                .set(PRODUCT_PRICE.ID, price.id())
                .set(PRODUCT_PRICE.LIST_ID, price.list().number())
                .set(PRODUCT_PRICE.PRODUCT_NUMBER, price.product())
                .set(PRODUCT_PRICE.AMOUNT, price.minor())
                .set(PRODUCT_PRICE.FROM_AT, Tx.utc(from))
                .set(PRODUCT_PRICE.PUT_AT, tx.nowUtc())
                .execute();
        return price;
    }

    /// By label.
    static List<Point> points(DSLContext sql) {
        return sql.select(DEVICE.ID, DEVICE.NAME, DEVICE.LABEL)
                .from(DEVICE)
                .where(DEVICE.KIND.eq(PAYMENT_POINT))
                .orderBy(DEVICE.LABEL, DEVICE.ID)
                .fetch(row -> new Point(row.value1(), row.value2(), row.value3()));
    }

    static boolean groupExists(DSLContext sql, GroupId group) {
        return sql.fetchExists(PEOPLE_GROUP, PEOPLE_GROUP.ID.eq(group.number()));
    }

    static boolean personExists(DSLContext sql, PersonId person) {
        return sql.fetchExists(PERSON, PERSON.ID.eq(person.number()));
    }

    static Set<Long> groupsOf(DSLContext sql, PersonId person) {
        return sql.select(GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.PERSON_ID.eq(person.number()))
                .fetchSet(GROUP_MEMBER.GROUP_ID);
    }
}
