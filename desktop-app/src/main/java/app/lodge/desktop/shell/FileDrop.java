package app.lodge.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files and folders that are dragged onto a place of the screen from the system's file manager.
public final class FileDrop {

    private static final String OVER = "drop-over";

    private FileDrop() {}

    /// What a drop onto the place does, for whoever has no pointer: tests and pictures.
    @SuppressWarnings("unchecked")
    public static void drop(Node place, List<Path> files) {
        if (place.getProperties().get(FileDrop.class) instanceof Consumer<?> dropped) {
            ((Consumer<List<Path>>) dropped).accept(files);
        } else {
            throw new IllegalArgumentException("%s takes no files".formatted(place.getId()));
        }
    }

    /// The innermost place under the pointer gets them.
    public static void onto(Node place, Consumer<List<Path>> dropped) {
        place.getProperties().put(FileDrop.class, dropped);
        place.setOnDragEntered(event -> {
            if (event.getDragboard().hasFiles() && !place.getStyleClass().contains(OVER)) {
                place.getStyleClass().add(OVER);
            }
        });
        place.setOnDragExited(_ -> place.getStyleClass().remove(OVER));
        place.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        place.setOnDragDropped(event -> take(event, dropped));
    }

    private static void take(DragEvent event, Consumer<List<Path>> dropped) {
        var files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            dropped.accept(files.stream().map(File::toPath).toList());
        }
    }
}
