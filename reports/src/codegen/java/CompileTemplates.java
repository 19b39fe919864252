import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.util.JRLoader;

/// Runs in the build, from source: compiles every report template, because the runtime that Lodge
/// ships has no compiler. Arguments: folder of the `.jrxml`, folder for the `.jasper`, folder for
/// what the compiler leaves behind.
void main(String[] args) throws Exception {
    var sources = Path.of(args[0]);
    var output = Path.of(args[1]);
    var scratch = Files.createDirectories(Path.of(args[2]));
    var context = DefaultJasperReportsContext.getInstance();
    context.setProperty("net.sf.jasperreports.compiler.temp.dir", scratch.toString());
    try (var files = Files.walk(sources)) {
        for (var source :
                files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList()) {
            var name = sources.relativize(source).toString().replace(".jrxml", ".jasper");
            var target = output.resolve(name);
            if (Files.exists(target)
                    && Files.getLastModifiedTime(target)
                                    .compareTo(Files.getLastModifiedTime(source))
                            >= 0) {
                continue; // nothing changed since the last build
            }
            Files.createDirectories(target.getParent());
            JasperCompileManager.getInstance(context)
                    .compileToFile(source.toString(), target.toString());
            JRLoader.loadObject(
                    target.toFile()); // what cannot be loaded fails the build, not the first report
        }
    }
}
