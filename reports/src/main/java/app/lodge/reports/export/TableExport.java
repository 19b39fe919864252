package app.lodge.reports.export;

/// Writes a table as a file. The same table gives the same bytes.
public sealed interface TableExport permits CsvExport, XmlExport, XlsxExport {

    byte[] write(Table table);
}
