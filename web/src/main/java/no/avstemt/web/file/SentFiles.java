package no.avstemt.web.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.file.FileStore.NewFile;
import no.avstemt.application.file.FileType;
import no.avstemt.web.multipart.Upload;
import no.avstemt.web.text.Message;

/**
 * Files as they came, each of the type that its name, or else its sender, says and its content shows.
 *
 * @param faults what is wrong, and with which file; where there are any, none of them should be taken
 */
public record SentFiles(List<SentFile> files, List<Message> faults) {

    private static final String NAMELESS = "vedlegg";

    public SentFiles {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    public List<NewFile> beside(long entry) {
        return files.stream().map(file -> file.beside(entry)).toList();
    }

    public record SentFile(String name, FileType type, Upload upload) {

        /** Beside an entry or a draft. */
        NewFile beside(long entry) {
            return new NewFile(entry, name, type, upload.content());
        }
    }

    /** @param most bytes of one */
    public static SentFiles of(List<Upload> uploads, int most) {
        List<SentFile> files = new ArrayList<>();
        List<Message> faults = new ArrayList<>();
        for (Upload upload : uploads) {
            String name = upload.name().isEmpty() ? NAMELESS : upload.name();
            Optional<FileType> type = Content.type(upload.content());
            Optional<Message> fault = fault(upload, name, type, most);
            fault.ifPresentOrElse(faults::add, () -> files.add(new SentFile(name, type.orElseThrow(), upload)));
        }
        return new SentFiles(files, faults);
    }

    private static Optional<Message> fault(Upload upload, String name, Optional<FileType> type, int most) {
        if (upload.size() == 0) {
            return Optional.of(Message.of("attachment.empty", name));
        }
        if (upload.size() > most) {
            return Optional.of(Message.of("attachment.tooLargeNamed", name, Integer.toString(most >> 20)));
        }
        Optional<FileType> claimed = claimed(upload, name);
        if (claimed.isEmpty()) {
            return Optional.of(Message.of("attachment.otherType", name));
        }
        if (type.isEmpty()) {
            return Optional.of(
                    Message.of("attachment.broken", name, claimed.get().name()));
        }
        return type.equals(claimed)
                ? Optional.empty()
                : Optional.of(Message.of(
                        "attachment.isOther",
                        name,
                        claimed.get().name(),
                        type.get().name()));
    }

    /** The name's ending says more than the sender, who guesses from it. */
    private static Optional<FileType> claimed(Upload upload, String name) {
        if (name.contains(".")) {
            return FileType.ofName(name);
        }
        return upload.mediaType().equals("text/xml") ? Optional.of(FileType.XML) : FileType.of(upload.mediaType());
    }
}
